package org.gfpaudit.rules.knowledge;

import java.util.List;

/**
 * Something reclaim does in some releases only, and the bit that it takes.
 *
 * @param name of what is entered
 * @param bit of the mask without which it is not
 * @param about one sentence part for the reader
 * @param sign what shows in a tree whether it is so there
 */
public record GateRow(
    String name, String bit, String about, Sign sign, VersionRange versions, String origin)
    implements Row {
  /** A task waits for the writeback of a page that its memory cgroup wants to free. */
  public static final String MEMCG_WRITEBACK = "memcg-writeback";

  /**
   * A condition that tells.
   *
   * @param function in which it stands
   * @param names all of which it asks for
   */
  public record Sign(String function, List<String> names) {
    public Sign {
      names = List.copyOf(names);
    }
  }
}
