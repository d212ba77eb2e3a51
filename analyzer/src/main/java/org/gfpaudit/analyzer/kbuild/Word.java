package org.gfpaudit.analyzer.kbuild;

/**
 * A text under a guard: one word of a list, or one of the texts an expression can stand for.
 *
 * @param text {@link #ANY} in it stands for what could not be expanded
 */
record Word(String text, Guard guard) {
  /** Any run of characters of one name; alone, any name of the directory. */
  static final String ANY = "*";

  /** Longer than any path; a longer word is not expanded. */
  static final int MOST_CHARACTERS = 2048;

  boolean isPattern() {
    return text.contains(ANY);
  }

  Word under(Guard outer) {
    return new Word(text, outer.and(guard));
  }

  /**
   * Whether {@code path} is of the form of {@code pattern}. Takes time linear in the product of the
   * lengths at worst.
   */
  static boolean matches(String pattern, String path) {
    int p = 0;
    int star = -1;
    int resume = 0;
    int at = 0;
    while (at < path.length()) {
      if (p < pattern.length() && pattern.charAt(p) == ANY.charAt(0)) {
        star = p++;
        resume = at;
      } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(at)) {
        p++;
        at++;
      } else if (star >= 0 && path.charAt(resume) != '/') {
        p = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == ANY.charAt(0)) {
      p++;
    }
    return p == pattern.length();
  }
}
