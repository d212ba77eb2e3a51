package org.gfpaudit.rules.splat;

import java.util.List;

/**
 * What a report says of itself.
 *
 * @param about its banner: {@code "possible circular locking dependency detected"}
 * @param release of the kernel that printed it, or empty
 * @param task that ran into it
 * @param line where it starts in what was read, from 1
 * @param locks that it names, as it names them
 * @param lacks what a whole report has and this one does not, a sentence part each
 */
public record SplatHead(
    String about, String release, String task, int line, List<String> locks, List<String> lacks) {
  public SplatHead {
    locks = List.copyOf(locks);
    lacks = List.copyOf(lacks);
  }

  /** Whether it is of that release, as far as two numbers tell. */
  public boolean isOf(String other) {
    return series(release).equals(series(other));
  }

  /** {@code "6.1"} of {@code "6.1.0-rc2+"}. */
  private static String series(String version) {
    int first = version.indexOf('.');
    int end = first + 1;
    while (end < version.length() && Character.isDigit(version.charAt(end))) {
      end++;
    }
    return first < 0 ? version : version.substring(0, end);
  }
}
