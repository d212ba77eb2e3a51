package org.gfpaudit.analyzer.splat;

import java.util.ArrayList;
import java.util.List;

/**
 * A lock as a report names it: by the text that the kernel's code hands to what initialises it.
 *
 * @param name {@code "&sb->s_type->i_mutex_key#13"}, {@code "&(&ip->i_lock)->mr_lock"}
 */
public record NamedLock(String name) {
  /** What the lock checker calls reclaim, as though it were a lock. */
  private static final String RECLAIM = "fs_reclaim";

  /** Whether it stands for reclaim itself. */
  public boolean isReclaim() {
    return name.equals(RECLAIM);
  }

  /** The names in it that may be that of a field or variable, the last one first. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    int end = name.length();
    // What follows tells classes and levels of one lock apart.
    for (char mark : new char[] {'#', '/'}) {
      int at = name.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= end; i++) {
      char c = i < end ? name.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c) || c == '_') {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(0, word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
