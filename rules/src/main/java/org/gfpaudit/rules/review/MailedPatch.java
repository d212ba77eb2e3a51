package org.gfpaudit.rules.review;

import java.util.List;

/**
 * A patch that somebody sent, or keeps in a file.
 *
 * @param source the file it was read from, as people name it
 * @param number its place in the series, as {@code 2/3}; empty where it has none
 * @param title its subject without the words in brackets, or the name of its file
 * @param hunks where it changed the tree; empty until it was applied
 */
public record MailedPatch(
    String source, String number, String title, MailHeaders headers, List<QuotedHunk> hunks) {
  public MailedPatch {
    hunks = List.copyOf(hunks);
  }

  /** What people call it: {@code patch 2/3 "mm: do less"}. */
  public String name() {
    return "patch " + (number.isEmpty() ? "" : number + " ") + '"' + title + '"';
  }

  /** This patch after it was applied. */
  public MailedPatch appliedAs(List<QuotedHunk> places) {
    return new MailedPatch(source, number, title, headers, places);
  }
}
