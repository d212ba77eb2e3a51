package org.gfpaudit.rules.finding;

/**
 * A call that sets the mask of a mapping, as it is written.
 *
 * @param setter the called function
 * @param mapping the argument that is the mapping, or the inode, on one line
 * @param mask the new mask on one line; the name of a mask the setter chooses itself
 */
public record SetterCall(String setter, String mapping, String mask) {
  /** The call on one line: {@code "mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS)"}. */
  public String text() {
    return setter + "(" + mapping + ", " + mask + ")";
  }
}
