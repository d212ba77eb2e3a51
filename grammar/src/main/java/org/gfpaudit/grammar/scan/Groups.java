package org.gfpaudit.grammar.scan;

/** The parentheses at file scope since the start of a declaration. */
final class Groups {
  /** No declaration needs as many; where there are more, macros in a row, the first are dropped. */
  private static final int MAX = 24;

  private final Text text;
  private final Nesting nesting;
  private final Directives directives;
  private final Words words;
  private final Doubts doubts;

  private final int[] nameStarts = new int[MAX];
  private final int[] nameEnds = new int[MAX];
  private final int[] opens = new int[MAX];
  private final int[] closes = new int[MAX];
  private int count;
  private int itemStart;

  Groups(Text text, Nesting nesting, Directives directives, Words words, Doubts doubts) {
    this.text = text;
    this.nesting = nesting;
    this.directives = directives;
    this.words = words;
    this.doubts = doubts;
  }

  /** Forgets all; a declaration starts at {@code at}. */
  void clear(int at) {
    count = 0;
    itemStart = at;
  }

  int count() {
    return count;
  }

  int nameStart(int group) {
    return nameStarts[group];
  }

  int nameEnd(int group) {
    return nameEnds[group];
  }

  int open(int group) {
    return opens[group];
  }

  /** The offset after the closing parenthesis. */
  int close(int group) {
    return closes[group];
  }

  /** The group that closes at {@code offset}, or -1. */
  int closingAt(int offset) {
    for (int g = count - 1; g >= 0; g--) {
      if (closes[g] == offset) {
        return g;
      }
    }
    return -1;
  }

  /** Keeps the group that opens at {@code at} and returns the offset after it. */
  int add(int at) {
    int end = text.spaceBefore(at);
    int start = text.wordStart(end);
    if (start < itemStart) {
      // The last word of a directive is no name.
      end = at;
      start = at;
    }
    int close = skip(at);
    if (count == MAX) {
      dropHalf();
    }
    nameStarts[count] = start;
    nameEnds[count] = end;
    opens[count] = at;
    closes[count++] = close;
    return close;
  }

  private void dropHalf() {
    for (int[] column : new int[][] {nameStarts, nameEnds, opens, closes}) {
      System.arraycopy(column, MAX / 2, column, 0, MAX / 2);
    }
    count = MAX / 2;
  }

  /**
   * Moves over a parenthesis. A brace in column 0 ends it as well: there the closing parenthesis is
   * missing, or the brace is that of a definition written as a macro's argument. Where it closes in
   * a branch of an {@code #if} that opened inside it, it ends with that {@code #if}, for the other
   * branches close it too.
   */
  private int skip(int at) {
    byte[] b = text.bytes;
    int conditionals = nesting.conditionalDepth();
    nesting.parens = 1;
    int i = at + 1;
    while (true) {
      while (ByteClass.GROUP[b[i] & 0xff] == 0) {
        i++;
      }
      switch (ByteClass.GROUP[b[i] & 0xff]) {
        case ByteClass.OPEN_PAREN -> {
          nesting.parens++;
          i++;
        }
        case ByteClass.CLOSE_PAREN -> {
          i++;
          if (--nesting.parens <= 0) {
            i = nesting.conditionalDepth() > conditionals ? branches(i, conditionals) : i;
            if (nesting.parens <= 0 || nesting.conditionalDepth() > conditionals) {
              return i;
            }
          }
        }
        case ByteClass.OPEN_BRACE, ByteClass.CLOSE_BRACE -> {
          if (text.isColumnZero(i)) {
            if (b[i] == '}') {
              doubts.add();
            }
            return i;
          }
          i++;
        }
        case ByteClass.SLASH -> i = text.slash(i);
        case ByteClass.QUOTE -> i = text.quoted(i, ByteClass.STRING);
        case ByteClass.APOSTROPHE -> i = text.quoted(i, ByteClass.CHARACTER);
        case ByteClass.HASH -> i = text.isFirstOnLine(i) ? directives.directive(i) : i + 1;
        default -> {
          if (i >= text.limit) {
            doubts.add();
            return text.limit;
          }
          i++;
        }
      }
    }
  }

  /**
   * Moves from where a parenthesis closed in a branch to the end of the {@code #if}, or to where
   * the declaration goes on in a branch: with a body, a value or its end.
   *
   * @param conditionals how many {@code #if}s were open where the parenthesis opened
   */
  private int branches(int closed, int conditionals) {
    byte[] b = text.bytes;
    int i = closed;
    while (true) {
      while (ByteClass.FILE_SCOPE[b[i] & 0xff] == 0) {
        i++;
      }
      switch (ByteClass.FILE_SCOPE[b[i] & 0xff]) {
        case ByteClass.OPEN_PAREN -> {
          nesting.parens++;
          i++;
        }
        case ByteClass.CLOSE_PAREN -> {
          nesting.parens--;
          i++;
        }
        case ByteClass.SLASH -> i = text.slash(i);
        case ByteClass.QUOTE -> i = text.quoted(i, ByteClass.STRING);
        case ByteClass.APOSTROPHE -> i = text.quoted(i, ByteClass.CHARACTER);
        case ByteClass.HASH -> {
          i = text.isFirstOnLine(i) ? directives.directive(i) : i + 1;
          if (nesting.conditionalDepth() <= conditionals) {
            return i;
          }
        }
        default -> {
          return Math.min(i, text.limit);
        }
      }
    }
  }

  /** Whether the word before the group is one that attributes are written with. */
  boolean isAttribute(int group) {
    return words.isAttribute(text.bytes, nameStarts[group], nameEnds[group]);
  }

  /** Whether a name that could be defined stands before the group. */
  boolean isNamed(int group) {
    int start = nameStarts[group];
    if (start == nameEnds[group] || text.bytes[start] <= '9') {
      return false;
    }
    return !words.isKeyword(text.bytes, start, nameEnds[group]);
  }

  /** The offset of the first byte in the group that is neither space nor comment. */
  int inside(int group) {
    return text.spaceAndComments(opens[group] + 1);
  }
}
