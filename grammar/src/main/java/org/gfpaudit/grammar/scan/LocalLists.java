package org.gfpaudit.grammar.scan;

/**
 * Finds, inside code, structs whose fields are set by their place: {@code struct walk local = { 1,
 * GFP_NOFS }} and {@code (struct walk) { 1, GFP_NOFS }}. Such a list names no field, so the struct
 * is recorded as what is written.
 */
final class LocalLists {
  /** How far to look back for the type, and ahead for the end of the list. */
  private static final int MAX_BYTES_BEFORE = 300;

  private static final int MAX_BYTES_AHEAD = 4_000;

  private final Text text;
  private final ScanPart part;
  private final Declarations declarations;

  LocalLists(Text text, ScanPart part, Declarations declarations) {
    this.text = text;
    this.part = part;
    this.declarations = declarations;
  }

  /** Records the struct whose fields the list behind the brace at {@code at} sets by place. */
  void at(int at) {
    int end = text.spaceBefore(at);
    byte before = end > 0 ? text.bytes[end - 1] : 0;
    if (before == '=') {
      record(statementStart(end - 1), end - 1, at);
    } else if (before == ')') {
      int open = end - 1;
      int least = Math.max(0, end - MAX_BYTES_BEFORE);
      while (open > least && isInType(text.bytes[open - 1])) {
        open--;
      }
      if (open > 0 && text.bytes[open - 1] == '(') {
        record(open, end - 1, at);
      }
    }
  }

  /** Records the struct that a macro initialises: {@code struct walk local = WALK_INIT(1);}. */
  void assigned(int at) {
    byte[] b = text.bytes;
    if (isMacro(at)) {
      int from = statementStart(at);
      int i = at;
      while (i > from && (isInType(b[i - 1]) || b[i - 1] == ',')) {
        i--;
      }
      if (i == from && declarations.readTag(from, at)) {
        part.field(declarations.tagName());
      }
    }
  }

  /** Whether what is behind the {@code =} at {@code at} looks like a macro. */
  boolean isMacro(int at) {
    byte first = text.bytes[text.space(at + 1)];
    return first >= 'A' && first <= 'Z';
  }

  private void record(int from, int to, int brace) {
    if (declarations.readTag(from, to) && isByPlace(brace)) {
      part.field(declarations.tagName());
    }
  }

  /** Where the declaration begins that has its {@code =} at {@code at}. */
  private int statementStart(int at) {
    byte[] b = text.bytes;
    int least = Math.max(0, at - MAX_BYTES_BEFORE);
    int i = at;
    while (i > least && b[i - 1] != ';' && b[i - 1] != '{' && b[i - 1] != '}') {
      i--;
    }
    return i;
  }

  /** What stands between the parentheses around a type; no call and no condition is made of it. */
  private static boolean isInType(byte b) {
    return ByteClass.WORDS[b & 0xff] != 0
        || b == ' '
        || b == '\n'
        || b == '\t'
        || b == '['
        || b == ']';
  }

  /** Whether something in the list is set that no designator names; {@code { 0 }} sets nothing. */
  private boolean isByPlace(int brace) {
    byte[] b = text.bytes;
    int most = Math.min(text.limit, brace + MAX_BYTES_AHEAD);
    int depth = 0;
    int parens = 0;
    int i = brace;
    while (i < most) {
      switch (b[i]) {
        case '{' -> {
          depth++;
          i = text.spaceAndComments(i + 1);
          if (isValue(i)) {
            return true;
          }
          continue;
        }
        case '}' -> {
          if (--depth <= 0) {
            return false;
          }
        }
        case '(', '[' -> parens++;
        case ')', ']' -> parens--;
        case ',' -> {
          i = text.spaceAndComments(i + 1);
          if (parens == 0 && isValue(i)) {
            return true;
          }
          continue;
        }
        case '"' -> {
          i = text.quoted(i, ByteClass.STRING);
          continue;
        }
        case '\'' -> {
          i = text.quoted(i, ByteClass.CHARACTER);
          continue;
        }
        case '/' -> {
          i = text.slash(i);
          continue;
        }
        default -> {}
      }
      i++;
    }
    return true;
  }

  /** Whether a value stands at {@code at}, and neither a designator, a brace nor a single zero. */
  private boolean isValue(int at) {
    byte b = text.bytes[at];
    if (b == '.' || b == '[' || b == '{' || b == '}' || at >= text.limit) {
      return false;
    }
    int end = text.wordEnd(at);
    byte next = text.bytes[text.spaceAndComments(end)];
    boolean isZero = b == '0' && end == at + 1 && next == '}';
    return !isZero && (end == at || next != ':');
  }
}
