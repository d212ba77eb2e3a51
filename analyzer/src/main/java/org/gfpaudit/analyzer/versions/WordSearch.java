package org.gfpaudit.analyzer.versions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for any of some words in a text, in one go for all of them and without looking at most of
 * its bytes: where the last two bytes of a window are in none of the words, as far as the shortest
 * reaches, the window moves on by nearly its whole length (Wu and Manber, 1994). A word is what the
 * preprocessor takes for a name or a number.
 */
final class WordSearch {
  private static final int BLOCK = 2;
  private static final int BLOCKS = 1 << 16;

  /** So long a window moves fast enough, and how far it moves fits into a byte. */
  private static final int LONGEST_WINDOW = 64;

  /** The length of the window; less than a block where a word is so short. */
  private final int window;

  /** How far the window may move, by the block that it ends with. */
  private final byte[] moves = new byte[BLOCKS];

  /** The words whose first part ends with a block, by that block. */
  private final Map<Integer, List<byte[]>> ending = new HashMap<>();

  /**
   * @param words at least one
   */
  WordSearch(Collection<String> words) {
    int shortest = words.stream().mapToInt(String::length).min().orElseThrow();
    window = Math.min(shortest, LONGEST_WINDOW);
    Arrays.fill(moves, (byte) Math.max(0, window - BLOCK + 1));
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
      for (int end = BLOCK; end <= window; end++) {
        int block = block(bytes, end);
        moves[block] = (byte) Math.min(moves[block], window - end);
      }
      if (window >= BLOCK) {
        ending.computeIfAbsent(block(bytes, window), b -> new ArrayList<>()).add(bytes);
      }
    }
  }

  /** The block before {@code end}. */
  private static int block(byte[] text, int end) {
    return (text[end - 2] & 0xff) << 8 | (text[end - 1] & 0xff);
  }

  /**
   * Whether one of the words stands in the first {@code length} bytes of {@code text}; true where
   * one is too short to be looked for.
   */
  boolean isIn(byte[] text, int length) {
    if (window < BLOCK) {
      return true;
    }
    int end = window;
    while (end <= length) {
      int block = block(text, end);
      int move = moves[block];
      if (move == 0) {
        if (isWordAt(text, length, end - window, block)) {
          return true;
        }
        move = 1;
      }
      end += move;
    }
    return false;
  }

  private boolean isWordAt(byte[] text, int length, int start, int block) {
    for (byte[] word : ending.getOrDefault(block, List.of())) {
      int end = start + word.length;
      if (end <= length
          && Arrays.equals(text, start, end, word, 0, word.length)
          && !isPartOfWord(text, start - 1, length)
          && !isPartOfWord(text, end, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPartOfWord(byte[] text, int at, int length) {
    if (at < 0 || at >= length) {
      return false;
    }
    byte c = text[at];
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
