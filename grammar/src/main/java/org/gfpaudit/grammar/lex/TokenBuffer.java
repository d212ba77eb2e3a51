package org.gfpaudit.grammar.lex;

import java.util.Arrays;

/**
 * A growing list of tokens in parallel arrays: kind, start and end offset in the file. An empty
 * token (start equal to end) is a marker that stands for no text.
 */
public final class TokenBuffer {
  private int[] kinds;
  private int[] starts;
  private int[] ends;
  private int count;

  public TokenBuffer(int capacity) {
    int size = Math.max(16, capacity);
    kinds = new int[size];
    starts = new int[size];
    ends = new int[size];
  }

  public void add(int kind, int start, int end) {
    if (count == kinds.length) {
      int size = count * 2;
      kinds = Arrays.copyOf(kinds, size);
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  /** Drops the tokens from {@code length} on. */
  public void truncate(int length) {
    count = Math.min(count, length);
  }

  public int count() {
    return count;
  }

  /**
   * The kind at {@code index}, or {@link TokenKind#END} before the first or past the last token.
   */
  public int kind(int index) {
    return index >= 0 && index < count ? kinds[index] : TokenKind.END;
  }

  public int start(int index) {
    return starts[index];
  }

  public int end(int index) {
    return ends[index];
  }

  /** Whether there is a token of that kind. */
  public boolean holds(int kind) {
    for (int i = 0; i < count; i++) {
      if (kinds[i] == kind) {
        return true;
      }
    }
    return false;
  }
}
