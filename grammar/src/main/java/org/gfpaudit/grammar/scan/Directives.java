package org.gfpaudit.grammar.scan;

/**
 * Reads directives. Conditionals go to the nesting; definitions of macros wait in a list until the
 * definition around them is done, because what an entity records must be contiguous.
 */
final class Directives {
  /** Start, start and end of the name, end, condition. */
  private static final int FIELDS = 5;

  private final Text text;
  private final Nesting nesting;
  private final IntList waiting = new IntList(64);

  Directives(Text text, Nesting nesting) {
    this.text = text;
    this.nesting = nesting;
  }

  boolean hasWaiting() {
    return waiting.size() > 0;
  }

  int waitingCount() {
    return waiting.size() / FIELDS;
  }

  int waiting(int macro, int field) {
    return waiting.get(macro * FIELDS + field);
  }

  /** Forgets the first {@code count} waiting macros. */
  void forget(int count) {
    int kept = waiting.size() - count * FIELDS;
    for (int i = 0; i < kept; i++) {
      waiting.set(i, waiting.get(i + count * FIELDS));
    }
    waiting.truncate(kept);
  }

  /** Reads the directive whose {@code #} is at {@code at} and returns its end. */
  int directive(int at) {
    int word = text.blanks(at + 1);
    return switch (text.bytes[word]) {
      case 'd' -> definition(at, word);
      case 'i', 'e' -> conditional(word);
      default -> text.directiveEnd(word);
    };
  }

  private int conditional(int word) {
    int wordEnd = text.wordEnd(word);
    int end = text.directiveEnd(wordEnd);
    long name = text.shortWord(word, wordEnd);
    if (name == ShortWords.IF) {
      nesting.open(Nesting.Branch.IF, first(wordEnd), last(wordEnd, end));
    } else if (name == ShortWords.IFDEF) {
      nesting.open(Nesting.Branch.IFDEF, first(wordEnd), nameEnd(wordEnd));
    } else if (name == ShortWords.IFNDEF) {
      nesting.open(Nesting.Branch.IFNDEF, first(wordEnd), nameEnd(wordEnd));
    } else if (name == ShortWords.ELSE) {
      nesting.next(Nesting.Branch.ELSE, end, end);
    } else if (name == ShortWords.ELIF) {
      nesting.next(Nesting.Branch.IF, first(wordEnd), last(wordEnd, end));
    } else if (name == ShortWords.ELIFDEF) {
      nesting.next(Nesting.Branch.IFDEF, first(wordEnd), nameEnd(wordEnd));
    } else if (name == ShortWords.ELIFNDEF) {
      nesting.next(Nesting.Branch.IFNDEF, first(wordEnd), nameEnd(wordEnd));
    } else if (name == ShortWords.ENDIF) {
      nesting.close();
    }
    return end;
  }

  private int first(int wordEnd) {
    return text.blanks(wordEnd);
  }

  private int nameEnd(int wordEnd) {
    return text.wordEnd(first(wordEnd));
  }

  /** The end of an expression without white space and comments behind a lone {@code 0}. */
  private int last(int wordEnd, int end) {
    int first = first(wordEnd);
    if (text.bytes[first] == '0' && text.spaceAndComments(first + 1) >= end) {
      return first + 1;
    }
    return Math.max(first, text.spaceBefore(end));
  }

  private int definition(int at, int word) {
    int wordEnd = text.wordEnd(word);
    if (text.shortWord(word, wordEnd) != ShortWords.DEFINE) {
      return text.directiveEnd(wordEnd);
    }
    int name = text.blanks(wordEnd);
    int nameEnd = text.longWordEnd(name);
    int body = text.blanks(nameEnd);
    byte first = text.bytes[body];
    if (first >= '0' && first <= '9' && body > nameEnd) {
      int end = text.blanks(text.wordEnd(body));
      if (text.bytes[end] == '\n' || (text.bytes[end] == '\r' && text.bytes[end + 1] == '\n')) {
        return end;
      }
    }
    return longDefinition(at, name);
  }

  private int longDefinition(int at, int name) {
    int nameEnd = text.wordEnd(name);
    int body = text.blanks(nameEnd);
    int end = text.directiveEnd(nameEnd);
    if (nameEnd > name && (text.bytes[nameEnd] == '(' || !isNumber(body, end))) {
      waiting.add(at);
      waiting.add(name);
      waiting.add(nameEnd);
      waiting.add(end);
      waiting.add(nesting.condition());
    }
    return end;
  }

  /** Whether a body is made of numbers and operators and is not empty. */
  private boolean isNumber(int body, int end) {
    byte[] b = text.bytes;
    boolean seen = false;
    int i = body;
    while (i < end) {
      byte c = b[i];
      if (c == '/' && (b[i + 1] == '*' || b[i + 1] == '/')) {
        i = text.slash(i);
      } else if (c >= '0' && c <= '9') {
        seen = true;
        i = text.wordEnd(i);
      } else if (ByteClass.WORDS[c & 0xff] != 0 || c == '"') {
        return false;
      } else {
        i++;
      }
    }
    return seen;
  }
}
