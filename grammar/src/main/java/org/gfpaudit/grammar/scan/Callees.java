package org.gfpaudit.grammar.scan;

/** Reads backwards from a parenthesis what is called with it. */
final class Callees {
  /** How far to look back over a comment between a name and the parenthesis behind it. */
  private static final int MAX_COMMENT_BYTES = 400;

  private final Text text;
  private final ScanPart part;
  private final NameCache names;

  Callees(Text text, ScanPart part, NameCache names) {
    this.text = text;
    this.part = part;
    this.names = names;
  }

  /**
   * Records the name before the parenthesis at {@code at}, in parentheses of its own as well:
   * {@code (f)(x)}, {@code (*f)(x)} and {@code (*a->f)(x)}. A cast to a type of one word looks the
   * same and is recorded too.
   */
  void before(int at) {
    byte[] b = text.bytes;
    int end = at;
    if (end > 0 && ByteClass.WORDS[b[end - 1] & 0xff] == 0) {
      end = codeBefore(at);
    }
    if (end > 0 && b[end - 1] == ')') {
      inParentheses(end - 1);
      return;
    }
    int start = text.wordStart(end);
    if (start < end && b[start] > '9') {
      callee(start, end);
    }
  }

  /** The smallest offset from which only white space and comments lead to {@code at}. */
  private int codeBefore(int at) {
    byte[] b = text.bytes;
    int end = text.spaceBefore(at);
    while (end > 1 && b[end - 1] == '/' && b[end - 2] == '*') {
      int start = end - 3;
      int least = Math.max(1, end - MAX_COMMENT_BYTES);
      while (start > least && !(b[start] == '*' && b[start - 1] == '/')) {
        start--;
      }
      if (start <= least) {
        return end;
      }
      end = text.spaceBefore(start - 1);
    }
    return end;
  }

  private void inParentheses(int close) {
    byte[] b = text.bytes;
    int end = text.spaceBefore(close);
    int start = text.wordStart(end);
    if (start == end || b[start] <= '9') {
      return;
    }
    int first = start;
    int i = start;
    while (i > 0 && isInPath(b[i - 1])) {
      i--;
      first = i;
    }
    i = text.spaceBefore(first);
    if (i > 0 && (b[i - 1] == '*' || b[i - 1] == '&')) {
      i = text.spaceBefore(i - 1);
    }
    if (i > 0 && b[i - 1] == '(' && (first == start || isField(start))) {
      callee(start, end);
    }
  }

  /** Whether a byte can stand in the way to a field: {@code a->b[i].c}. */
  private static boolean isInPath(byte b) {
    return ByteClass.WORDS[b & 0xff] != 0
        || b == '.'
        || b == '-'
        || b == '>'
        || b == '['
        || b == ']';
  }

  private void callee(int start, int end) {
    byte[] b = text.bytes;
    int name = names.intern(b, start, end);
    if (Words.isKeyword(name) || start == 0) {
      return;
    }
    if (isField(start)) {
      part.fieldCall(name);
    } else if (b[start - 1] != '#') {
      part.call(name);
    }
  }

  private boolean isField(int start) {
    byte[] b = text.bytes;
    byte before = start > 0 ? b[start - 1] : 0;
    return (before == '>' && start > 1 && b[start - 2] == '-')
        || (before == '.' && !(start > 1 && b[start - 2] == '.'));
  }
}
