package org.gfpaudit.grammar.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bytes being scanned, and the moves over them that need no state. A NUL stands at {@link
 * #limit}, and at least {@link ReadBuffer#SLACK} bytes follow it, so that loops need not look for
 * the end and eight bytes can be loaded anywhere.
 */
final class Text {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long NEWLINES = LOW_BITS * '\n';
  private static final long SLASHES = LOW_BITS * '/';
  private static final long ZEROS = LOW_BITS * '0';
  private static final long SPACES = LOW_BITS * ' ';

  byte[] bytes = new byte[ReadBuffer.SLACK];

  /** The end of what may be read; inside a macro the macro's end. */
  int limit;

  /** Whether a comment that was moved over does not end in the file. */
  boolean hasUnclosedComment;

  private int length;

  void open(byte[] newBytes, int newLength) {
    bytes = newBytes;
    limit = newLength;
    length = newLength;
    hasUnclosedComment = false;
    newBytes[newLength] = 0;
  }

  static long load(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  private static int firstZero(long word) {
    long zeros = (word - LOW_BITS) & ~word & HIGH_BITS;
    return Long.numberOfTrailingZeros(zeros) >>> 3;
  }

  /** The offset of the next newline at or after {@code at}, or the limit. */
  int newline(int at) {
    byte[] b = bytes;
    int end = limit;
    for (int i = at; i < end; i += 8) {
      int found = firstZero(load(b, i) ^ NEWLINES);
      if (found < 8) {
        return Math.min(i + found, end);
      }
    }
    return end;
  }

  /** The offset after the comment whose opening ends at {@code at}. */
  int commentEnd(int at) {
    byte[] b = bytes;
    int end = limit;
    int i = at + 1;
    while (i < end) {
      int found = firstZero(load(b, i) ^ SLASHES);
      i += found;
      if (found < 8) {
        if (i < end && b[i - 1] == '*') {
          return i + 1;
        }
        i++;
      }
    }
    hasUnclosedComment |= end == length;
    return end;
  }

  /** The offset after a {@code //} comment: its newline, or the limit. */
  private int lineCommentEnd(int at) {
    int i = newline(at);
    while (i < limit && isSpliced(i)) {
      i = newline(i + 1);
    }
    return i;
  }

  /** The offset after the comment at {@code at}, or after the slash where none starts there. */
  int slash(int at) {
    byte next = bytes[at + 1];
    if (at + 1 >= limit) {
      return limit;
    }
    if (next == '*') {
      return commentEnd(at + 2);
    }
    return next == '/' ? lineCommentEnd(at + 2) : at + 1;
  }

  /** The offset after the string or character constant; an unclosed one ends with its line. */
  int quoted(int at, byte[] stops) {
    byte[] b = bytes;
    int i = at + 1;
    while (true) {
      while (stops[b[i] & 0xff] == 0) {
        i++;
      }
      switch (b[i]) {
        case '\\' -> i += b[i + 1] == '\r' && b[i + 2] == '\n' ? 3 : 2;
        case '\n' -> {
          return i;
        }
        case 0 -> {
          if (i >= limit) {
            return limit;
          }
          i++;
        }
        default -> {
          return i + 1;
        }
      }
      if (i >= limit) {
        return limit;
      }
    }
  }

  /** Whether the newline at {@code at} is spliced away by a backslash before it. */
  boolean isSpliced(int at) {
    int i = at - 1;
    while (i >= 0 && (bytes[i] == '\r' || bytes[i] == ' ' || bytes[i] == '\t')) {
      i--;
    }
    return i >= 0 && bytes[i] == '\\';
  }

  /** The offset of the newline that ends the directive {@code at} lies in, or the limit. */
  int directiveEnd(int at) {
    byte[] b = bytes;
    int i = at;
    while (true) {
      while (ByteClass.DIRECTIVE[b[i] & 0xff] == 0) {
        i++;
      }
      switch (b[i]) {
        case '\n' -> {
          if (!isSpliced(i)) {
            return Math.min(i, limit);
          }
          i++;
        }
        case '/' -> i = slash(i);
        case '"' -> i = quoted(i, ByteClass.STRING);
        case '\'' -> i = quoted(i, ByteClass.CHARACTER);
        default -> i++;
      }
      if (i >= limit) {
        return limit;
      }
    }
  }

  /** The first offset at or after {@code at} that holds neither space nor tab. */
  int blanks(int at) {
    byte[] b = bytes;
    int i = at;
    while (i < limit && load(b, i) == SPACES) {
      i += 8;
    }
    while (b[i] == ' ' || b[i] == '\t') {
      i++;
    }
    return i;
  }

  /**
   * The first offset at or after {@code at} that holds no white space and no line splice. A NUL is
   * white space to a compiler.
   */
  int space(int at) {
    byte[] b = bytes;
    int i = at;
    while (true) {
      while ((b[i] <= ' ' && b[i] > 0) || (b[i] == '\\' && b[i + 1] <= ' ' && b[i + 1] > 0)) {
        i++;
      }
      if (b[i] != 0 || i >= limit) {
        return Math.min(i, limit);
      }
      i++;
    }
  }

  /** The first offset at or after {@code at} outside white space, splices and comments. */
  int spaceAndComments(int at) {
    int i = space(at);
    while (bytes[i] == '/' && (bytes[i + 1] == '*' || bytes[i + 1] == '/') && i < limit) {
      i = space(slash(i));
    }
    return i;
  }

  /**
   * The offset behind a cast and the space after it, or -1: a parenthesis that holds nothing but
   * words, spaces and stars.
   */
  int castEnd(int at) {
    byte[] b = bytes;
    int i = at + 1;
    while (ByteClass.WORDS[b[i] & 0xff] != 0 || b[i] == ' ' || b[i] == '*') {
      i++;
    }
    return b[i] == ')' ? space(i + 1) : -1;
  }

  /** The smallest offset from which only white space and splices lead to {@code at}. */
  int spaceBefore(int at) {
    byte[] b = bytes;
    int i = at;
    while (i > 0 && ((b[i - 1] <= ' ' && b[i - 1] >= 0) || b[i - 1] == '\\')) {
      i--;
    }
    return i;
  }

  int wordEnd(int at) {
    byte[] b = bytes;
    int i = at;
    while (ByteClass.WORDS[b[i] & 0xff] != 0) {
      i++;
    }
    return i;
  }

  /**
   * The start of the last name of {@code a->b.c}, whose first word ends at {@code end}; -1 where no
   * field follows there.
   */
  int lastField(int end) {
    byte[] b = bytes;
    int last = -1;
    int i = end;
    while (true) {
      if (b[i] == '-' && b[i + 1] == '>') {
        i = space(i + 2);
      } else if (b[i] == '.' && b[i + 1] != '.') {
        i = space(i + 1);
      } else {
        return last;
      }
      if (!isIdentifierStart(i)) {
        return last;
      }
      last = i;
      i = wordEnd(i);
    }
  }

  /** The end of the word at {@code at}, given that a byte below {@code '0'} follows it. */
  int longWordEnd(int at) {
    byte[] b = bytes;
    int i = at;
    while (true) {
      long word = load(b, i);
      long below = (word - ZEROS) & ~word & HIGH_BITS;
      if (below != 0) {
        return i + (Long.numberOfTrailingZeros(below) >>> 3);
      }
      i += 8;
    }
  }

  /** The start of the word that ends at {@code end}; {@code end} where none does. */
  int wordStart(int end) {
    byte[] b = bytes;
    int i = end;
    while (i > 0 && ByteClass.WORDS[b[i - 1] & 0xff] != 0) {
      i--;
    }
    return i;
  }

  boolean isWordByte(int at) {
    return ByteClass.WORDS[bytes[at] & 0xff] != 0;
  }

  /** Whether an identifier starts at {@code at}, given that a word does if anything. */
  boolean isIdentifierStart(int at) {
    byte b = bytes[at];
    return b > '9' && ByteClass.WORDS[b & 0xff] != 0;
  }

  /** Whether only blanks stand between the start of its line and {@code at}. */
  boolean isFirstOnLine(int at) {
    int i = at - 1;
    while (i >= 0 && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i--;
    }
    return i < 0 || bytes[i] == '\n';
  }

  boolean isColumnZero(int at) {
    return at == 0 || bytes[at - 1] == '\n';
  }

  /** Whether the word {@code [from, to)} is {@code word}. */
  boolean isWord(int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The word {@code [from, to)} as {@link ShortWords} has it; 0, which is none, where it is longer
   * than they are or empty.
   */
  long shortWord(int from, int to) {
    int length = to - from;
    if (length < 1 || length > ShortWords.MAX_LENGTH) {
      return 0;
    }
    return load(bytes, from) & -1L >>> (64 - (length << 3));
  }

  /** Whether a word that ends in {@code gfp_t} stands in the range. */
  boolean mentionsMaskType(int from, int to) {
    byte[] b = bytes;
    byte[] steps = ByteClass.MASK_TYPE_STEPS;
    int last = from + 4;
    while (last < to) {
      int step = steps[b[last] & 0xff];
      if (step == 0) {
        if (isMaskType(last)) {
          return true;
        }
        step = 5;
      }
      last += step;
    }
    return false;
  }

  private boolean isMaskType(int last) {
    byte[] b = bytes;
    return b[last - 4] == 'g'
        && b[last - 3] == 'f'
        && b[last - 2] == 'p'
        && b[last - 1] == '_'
        && !isWordByte(last + 1);
  }
}
