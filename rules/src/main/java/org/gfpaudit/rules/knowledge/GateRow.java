package org.gfpaudit.rules.knowledge;

/**
 * Something reclaim does in some releases only, and the bit that it takes.
 *
 * @param name of what is entered
 * @param bit of the mask without which it is not
 * @param about one sentence part for the reader
 */
public record GateRow(String name, String bit, String about, VersionRange versions, String origin)
    implements Row {
  /** A task waits for the writeback of a page that its memory cgroup wants to free. */
  public static final String MEMCG_WRITEBACK = "memcg-writeback";
}
