package org.gfpaudit.grammar.scan;

/**
 * Looks ahead over code, without recording anything of it, for braces that nothing there opened.
 */
final class BraceBalance {
  private final Text text;

  /** How many {@code #if}s are open that opened behind the start. */
  private int conditionals;

  /** The number of the {@code #if} of which a branch is passed over; 0 where none is. */
  private int passedOver;

  /** Whether the branch that is passed over is that of {@code #if 0}. */
  private boolean isDead;

  /** Whether the branch ended in which the search began. */
  private boolean isBranchOver;

  BraceBalance(Text text) {
    this.text = text;
  }

  /**
   * Whether the next brace in column 0 that closes something closes what was opened before {@code
   * at}. Of the branches of an {@code #if} the first counts, {@code #if 0} excepted. Nothing behind
   * that brace, or behind the branch that {@code at} stands in, is looked at.
   */
  boolean closesWhatIsOpen(int at) {
    conditionals = 0;
    passedOver = 0;
    isDead = false;
    isBranchOver = false;
    byte[] b = text.bytes;
    int depth = 0;
    int i = at;
    while (!isBranchOver) {
      while (ByteClass.AGGREGATE[b[i] & 0xff] == 0) {
        i++;
      }
      switch (ByteClass.AGGREGATE[b[i] & 0xff]) {
        case ByteClass.OPEN_BRACE -> {
          depth += passedOver == 0 ? 1 : 0;
          i++;
        }
        case ByteClass.CLOSE_BRACE -> {
          depth -= passedOver == 0 ? 1 : 0;
          if (passedOver == 0 && text.isColumnZero(i)) {
            return depth < 0;
          }
          i++;
        }
        case ByteClass.SLASH -> i = text.slash(i);
        case ByteClass.QUOTE -> i = text.quoted(i, ByteClass.STRING);
        case ByteClass.APOSTROPHE -> i = text.quoted(i, ByteClass.CHARACTER);
        case ByteClass.HASH -> i = text.isFirstOnLine(i) ? directive(i) : i + 1;
        default -> {
          if (i >= text.limit) {
            return false;
          }
          i++;
        }
      }
    }
    return false;
  }

  private int directive(int at) {
    int word = text.blanks(at + 1);
    int wordEnd = text.wordEnd(word);
    int end = text.directiveEnd(wordEnd);
    long name = text.shortWord(word, wordEnd);
    if (name == ShortWords.IF || name == ShortWords.IFDEF || name == ShortWords.IFNDEF) {
      conditionals++;
      if (passedOver == 0 && name == ShortWords.IF && isZero(wordEnd, end)) {
        passedOver = conditionals;
        isDead = true;
      }
    } else if (name == ShortWords.ENDIF) {
      if (passedOver == conditionals) {
        passedOver = 0;
        isDead = false;
      }
      isBranchOver = --conditionals < 0;
    } else if (isNextBranch(name)) {
      isBranchOver = conditionals == 0;
      if (passedOver == 0) {
        passedOver = conditionals;
      } else if (passedOver == conditionals && isDead) {
        passedOver = 0;
        isDead = false;
      }
    }
    return end;
  }

  private boolean isNextBranch(long name) {
    return name == ShortWords.ELSE
        || name == ShortWords.ELIF
        || name == ShortWords.ELIFDEF
        || name == ShortWords.ELIFNDEF;
  }

  private boolean isZero(int wordEnd, int end) {
    int first = text.blanks(wordEnd);
    return text.bytes[first] == '0' && text.spaceAndComments(first + 1) >= end;
  }
}
