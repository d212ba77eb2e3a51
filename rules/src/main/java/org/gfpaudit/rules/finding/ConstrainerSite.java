package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.List;

/**
 * A call that sets the mask of a mapping.
 *
 * @param place of the called name's token
 * @param call as it is written
 * @param group the mappings it is for
 * @param onMask what becomes of their masks
 * @param when the conditions that the call is made under
 */
public record ConstrainerSite(
    Place place, SetterCall call, MappingGroup group, MaskEffect onMask, Circumstances when)
    implements Comparable<ConstrainerSite> {

  /** The called function. */
  public String setter() {
    return call.setter();
  }

  /** The argument that is the mapping, or the inode, on one line. */
  public String mapping() {
    return call.mapping();
  }

  /** The new mask on one line, as {@link SetterCall} says. */
  public String mask() {
    return call.mask();
  }

  /** Whose mappings it is about. */
  public String subsystem() {
    return group.subsystem();
  }

  /** Which of the subsystem's mappings it is about. */
  public Audience audience() {
    return group.audience();
  }

  /** What other code knows the mappings by, as {@link MappingGroup#names} says. */
  public List<String> names() {
    return group.names();
  }

  /** One sentence part on these mappings, or empty. */
  public String about() {
    return group.about();
  }

  /** This setter with what its mappings are. */
  public ConstrainerSite about(String text) {
    MappingGroup told = new MappingGroup(group.subsystem(), group.audience(), group.names(), text);
    return new ConstrainerSite(place, call, told, onMask, when);
  }

  /** What becomes of {@code __GFP_FS}. */
  public BitEffect fs() {
    return onMask.fs();
  }

  /** What becomes of {@code __GFP_IO}. */
  public BitEffect io() {
    return onMask.io();
  }

  /** {@code "clears __GFP_FS, keeps __GFP_IO"}. */
  public String effect() {
    return onMask.text();
  }

  /** The call on one line: {@code "mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS)"}. */
  public String text() {
    return call.text();
  }

  /** By place. */
  @Override
  public int compareTo(ConstrainerSite other) {
    return Comparator.comparing(ConstrainerSite::place).compare(this, other);
  }
}
