package org.gfpaudit.rules.knowledge;

/** Patterns for paths: {@code *} stands for any characters, {@code /} among them. */
public final class PathPattern {
  private PathPattern() {}

  /**
   * Whether all of {@code text} matches.
   *
   * <p>Matches without backtracking over more than one star: linear in practice, never exponential.
   */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
