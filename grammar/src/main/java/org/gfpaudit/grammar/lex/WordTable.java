package org.gfpaudit.grammar.lex;

import java.nio.charset.StandardCharsets;

/**
 * A small cache from the bytes of words to their strings: a definition repeats its words, and a
 * string made once costs less than one made at every place. Not thread-safe.
 */
public final class WordTable {
  private static final int SIZE = 1 << 13;
  private final String[] words = new String[SIZE];

  /** The text of {@code [start, end)}: UTF-8, with bytes that are not UTF-8 replaced. */
  public String word(byte[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text[i];
    }
    int slot = (hash * 0x9E3779B1) >>> 19;
    String cached = words[slot];
    if (cached != null && isSame(cached, text, start, end)) {
      return cached;
    }
    String made = new String(text, start, end - start, StandardCharsets.UTF_8);
    words[slot] = made;
    return made;
  }

  private static boolean isSame(String word, byte[] text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }
}
