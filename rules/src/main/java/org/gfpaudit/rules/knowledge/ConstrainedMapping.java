package org.gfpaudit.rules.knowledge;

import java.util.List;
import org.gfpaudit.rules.finding.Audience;

/**
 * Which mappings a constrainer in certain files is for, where it is not every inode of its file
 * system.
 *
 * @param path the constrainer's file, a pattern
 * @param function the function the constrainer is called in, or {@code *}
 * @param names see {@link org.gfpaudit.rules.finding.ConstrainerSite#names}
 * @param about one sentence part for the reader
 * @param origin where this was read
 */
public record ConstrainedMapping(
    String path,
    String function,
    Audience audience,
    List<String> names,
    String about,
    String origin) {
  public ConstrainedMapping {
    names = List.copyOf(names);
  }

  /** Whether the row speaks of a call in {@code in}, in {@code file}. */
  boolean covers(String file, String in) {
    return PathPattern.matches(path, file) && (function.equals("*") || function.equals(in));
  }
}
