package org.gfpaudit.rules.fix;

import java.util.List;
import java.util.Optional;

/**
 * A file before and after a fix.
 *
 * @param file relative to the tree's root, with {@code /} between names
 * @param before its bytes, one character for each (ISO 8859-1)
 * @param after likewise
 */
public record FileChange(String file, String before, String after) {

  /**
   * The change that edits make.
   *
   * @param edits of this file only, sorted, none overlapping another
   */
  public static FileChange of(String file, String before, List<Edit> edits) {
    StringBuilder after = new StringBuilder(before.length() + 256);
    int at = 0;
    for (Edit edit : edits) {
      if (edit.span().start() < at || !edit.file().equals(file)) {
        throw new IllegalArgumentException("edits overlap, or are not of " + file);
      }
      after.append(before, at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return new FileChange(file, before, after.append(before, at, before.length()).toString());
  }

  /** What this changes that an earlier change of the file has not. */
  public FileChange onTopOf(Optional<FileChange> earlier) {
    return earlier.map(one -> new FileChange(file, one.after(), after)).orElse(this);
  }
}
