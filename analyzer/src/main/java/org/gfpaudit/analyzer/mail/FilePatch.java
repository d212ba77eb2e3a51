package org.gfpaudit.analyzer.mail;

import java.util.List;

/**
 * What a patch does to one file. Paths are those of the tree, and lead nowhere else.
 *
 * @param before the path that it reads; empty for a new file
 * @param after the path that it writes; empty where the file is gone
 * @param keepsBefore whether the file is copied, not moved, where the paths differ
 * @param skipped why nothing is done with it, as {@code "a binary file"}; empty where it is text
 */
record FilePatch(
    String before, String after, boolean keepsBefore, String skipped, List<Hunk> hunks) {
  FilePatch {
    hunks = List.copyOf(hunks);
  }

  /** The path by which people know it. */
  String path() {
    return after.isEmpty() ? before : after;
  }
}
