package org.gfpaudit.grammar.scan;

/**
 * Scans bodies, initialisers and macro texts: what they call, the fields they set, and the names
 * that stand as plain values.
 */
final class CodeScanner {
  private enum Mode {
    FUNCTION,
    INITIALIZER,
    MACRO
  }

  /** How far to look back over the index of {@code x->field[index] = ...}. */
  private static final int MAX_INDEX_BYTES = 200;

  private final Text text;
  private final Nesting nesting;
  private final Directives directives;
  private final ScanPart part;
  private final NameCache names;

  private Mode mode = Mode.FUNCTION;
  private boolean opensAtColumnZero;
  private int conditionalsOutside;

  CodeScanner(Text text, Nesting nesting, Directives directives, ScanPart part) {
    this.text = text;
    this.nesting = nesting;
    this.directives = directives;
    this.part = part;
    this.names = new NameCache(part.names);
  }

  /** Prepares for another file. */
  void nextFile() {
    names.nextFile();
  }

  /** Scans the body whose brace is at {@code at}; returns the offset after its end. */
  int function(int at) {
    mode = Mode.FUNCTION;
    opensAtColumnZero = text.isColumnZero(at);
    conditionalsOutside = nesting.conditionalDepth();
    nesting.braces = 1;
    return block(at + 1, ByteClass.CODE);
  }

  /** Scans a macro's text up to the limit. */
  void macro(int at) {
    mode = Mode.MACRO;
    block(at, ByteClass.CODE);
  }

  /** Calls every identifier up to the limit: an object-like macro may stand for any of them. */
  void alias(int at) {
    int i = at;
    while (i < text.limit) {
      byte b = text.bytes[i];
      if (ByteClass.WORDS[b & 0xff] != 0) {
        int end = text.wordEnd(i);
        if (b > '9') {
          int name = names.intern(text.bytes, i, end);
          if (!Words.isKeyword(name)) {
            part.call(name);
          }
        }
        i = end;
      } else if (b == '/') {
        i = text.slash(i);
      } else if (b == '"') {
        i = text.quoted(i, ByteClass.STRING);
      } else if (b == '\'') {
        i = text.quoted(i, ByteClass.CHARACTER);
      } else {
        i++;
      }
    }
  }

  /**
   * Scans the initialiser behind the {@code =} at {@code at}; returns the offset of the comma or
   * semicolon that ends it.
   */
  int initializer(int at) {
    mode = Mode.INITIALIZER;
    byte[] b = text.bytes;
    int i = value(at + 1);
    int parens = 0;
    while (true) {
      while (ByteClass.EXPRESSION[b[i] & 0xff] == 0) {
        i++;
      }
      switch (ByteClass.EXPRESSION[b[i] & 0xff]) {
        case ByteClass.OPEN_PAREN -> {
          parens++;
          i = parenthesis(i);
        }
        case ByteClass.CLOSE_PAREN -> {
          parens--;
          i++;
        }
        case ByteClass.OPEN_BRACE -> i = braces(i);
        case ByteClass.COMMA -> {
          if (parens <= 0) {
            return i;
          }
          i = value(i + 1);
        }
        case ByteClass.SEMICOLON, ByteClass.CLOSE_BRACE -> {
          return i;
        }
        case ByteClass.NUL -> {
          if (i >= text.limit) {
            return text.limit;
          }
          i++;
        }
        default -> i = common(i);
      }
    }
  }

  private int braces(int at) {
    mode = Mode.INITIALIZER;
    conditionalsOutside = nesting.conditionalDepth();
    nesting.braces = 1;
    return block(value(at + 1), ByteClass.INITIALIZER);
  }

  private int block(int at, byte[] stops) {
    byte[] b = text.bytes;
    int i = at;
    while (true) {
      while (stops[b[i] & 0xff] == 0) {
        i++;
      }
      switch (stops[b[i] & 0xff]) {
        case ByteClass.OPEN_PAREN:
          i = parenthesis(i);
          break;
        case ByteClass.COMMA:
          i = value(i + 1);
          break;
        case ByteClass.EQUALS:
          i = assignment(i);
          break;
        case ByteClass.OPEN_BRACE:
          nesting.braces++;
          i = mode == Mode.INITIALIZER ? value(i + 1) : i + 1;
          break;
        case ByteClass.CLOSE_BRACE:
          if (closes(i)) {
            return i + 1;
          }
          i++;
          break;
        case ByteClass.COLON:
          i = oldDesignator(i);
          break;
        case ByteClass.NUL:
          if (i >= text.limit) {
            return text.limit;
          }
          i++;
          break;
        default:
          i = common(i);
          break;
      }
    }
  }

  /** Moves over a quote, a slash or a hash. */
  private int common(int at) {
    switch (text.bytes[at]) {
      case '/':
        return text.slash(at);
      case '"':
        return text.quoted(at, ByteClass.STRING);
      case '\'':
        return text.quoted(at, ByteClass.CHARACTER);
      default:
        return mode == Mode.MACRO || !text.isFirstOnLine(at) ? at + 1 : directives.directive(at);
    }
  }

  /** Records the callee before a parenthesis and the name right behind it. */
  private int parenthesis(int at) {
    byte[] b = text.bytes;
    int end = at;
    if (end > 0 && b[end - 1] == ' ') {
      end = text.spaceBefore(at);
    }
    int start = text.wordStart(end);
    if (start < end && b[start] > '9') {
      callee(start, end);
    }
    return value(at + 1);
  }

  private void callee(int start, int end) {
    byte[] b = text.bytes;
    int name = names.intern(b, start, end);
    if (Words.isKeyword(name) || start == 0) {
      return;
    }
    byte before = b[start - 1];
    if (before == '>' && start > 1 && b[start - 2] == '-' || before == '.' && !isEllipsis(start)) {
      part.fieldCall(name);
    } else if (before != '#') {
      part.call(name);
    }
  }

  private boolean isEllipsis(int after) {
    return after > 1 && text.bytes[after - 2] == '.';
  }

  /** Records a name that stands alone between here and a comma or the end of the list. */
  private int value(int at) {
    byte[] b = text.bytes;
    int i = at;
    while (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
      i++;
    }
    if (b[i] == '&') {
      i++;
    }
    if (b[i] <= '9' || ByteClass.WORDS[b[i] & 0xff] == 0) {
      return i;
    }
    int end = text.wordEnd(i);
    int next = text.space(end);
    byte c = b[next];
    if (c == ',' || c == ')' || c == '}') {
      part.argument(NameTable.hash(b, i, end));
    }
    return end;
  }

  /** Records what an {@code =} sets and, where it is a plain name, what it is set to. */
  private int assignment(int at) {
    byte[] b = text.bytes;
    if (b[at + 1] == '=') {
      return at + 2;
    }
    int end = at;
    switch (at > 0 ? b[at - 1] : 0) {
      case '!', '=':
        return at + 1;
      case '<', '>':
        if (at < 2 || b[at - 2] != b[at - 1]) {
          return at + 1;
        }
        end = at - 2;
        break;
      case '+', '-', '*', '/', '%', '&', '|', '^':
        end = at - 1;
        break;
      default:
        break;
    }
    int field = writtenField(end);
    return field < 0 ? assigned(at + 1, -1, -1) : assigned(at + 1, fieldName(field), field);
  }

  private int fieldName(int at) {
    int name = names.intern(text.bytes, at, text.wordEnd(at));
    part.field(name);
    return name;
  }

  /** The offset of the field whose place ends at {@code end}, or -1 where that is no field. */
  private int writtenField(int end) {
    byte[] b = text.bytes;
    int last = text.spaceBefore(end);
    if (last > 0 && b[last - 1] == ']') {
      last = text.spaceBefore(openingBracket(last));
    }
    int start = text.wordStart(last);
    if (start == last || b[start] <= '9') {
      return -1;
    }
    int before = text.spaceBefore(start);
    boolean dot = before > 0 && b[before - 1] == '.';
    boolean arrow = before > 1 && b[before - 1] == '>' && b[before - 2] == '-';
    return dot || arrow ? start : -1;
  }

  private int openingBracket(int end) {
    int depth = 0;
    for (int i = end - 1; i >= Math.max(0, end - MAX_INDEX_BYTES); i--) {
      if (text.bytes[i] == ']') {
        depth++;
      } else if (text.bytes[i] == '[' && --depth == 0) {
        return i;
      }
    }
    return end;
  }

  /**
   * Records the plain name behind an assignment, through an {@code &} and one cast.
   *
   * @param field the name of the field it goes into, or -1
   * @param fieldAt the field's offset
   */
  private int assigned(int at, int field, int fieldAt) {
    byte[] b = text.bytes;
    int i = text.space(at);
    if (b[i] == '(') {
      int cast = castEnd(i);
      if (cast < 0) {
        return i;
      }
      i = cast;
    }
    if (b[i] == '&') {
      i = text.space(i + 1);
    }
    if (!text.isIdentifierStart(i)) {
      return i;
    }
    int end = text.wordEnd(i);
    byte next = b[text.space(end)];
    if (next != ';' && next != ',' && next != '}' && next != ')' && next != '/' && next != 0) {
      return end;
    }
    int hash = NameTable.hash(b, i, end);
    part.argument(hash);
    if (field >= 0) {
      int value = names.intern(b, i, end, hash);
      if (!Words.isKeyword(value)) {
        part.initializer(field, value, fieldAt);
      }
    }
    return end;
  }

  /** The offset behind a cast: a parenthesis that holds nothing but words, spaces and stars. */
  private int castEnd(int at) {
    byte[] b = text.bytes;
    int i = at + 1;
    while (ByteClass.WORDS[b[i] & 0xff] != 0 || b[i] == ' ' || b[i] == '*') {
      i++;
    }
    return b[i] == ')' ? text.space(i + 1) : -1;
  }

  /** {@code field: value}, as gcc had it before C99. */
  private int oldDesignator(int at) {
    byte[] b = text.bytes;
    int end = text.spaceBefore(at);
    int start = text.wordStart(end);
    int before = text.spaceBefore(start);
    if (start == end || b[start] <= '9' || before == 0) {
      return at + 1;
    }
    byte c = b[before - 1];
    return c == '{' || c == ',' || c == '/' ? assigned(at + 1, fieldName(start), start) : at + 1;
  }

  /** Counts a closing brace; reports whether it ends the block. */
  private boolean closes(int at) {
    if (mode == Mode.MACRO) {
      return false;
    }
    int depth = --nesting.braces;
    if (mode == Mode.INITIALIZER) {
      return depth <= 0 || text.isColumnZero(at) && text.bytes[text.blanks(at + 1)] == ';';
    }
    if (depth > 0) {
      return text.isColumnZero(at)
          && nesting.conditionalDepth() <= conditionalsOutside
          && isLikelyLast(at + 1);
    }
    if (!opensAtColumnZero || text.isColumnZero(at) || isFollowedByColumnZero(at + 1)) {
      return true;
    }
    nesting.braces = 1;
    return false;
  }

  /**
   * Reports whether a brace in column 0 ends the function although others are still open: nothing
   * follows on its line, and what follows starts in column 0 as well.
   */
  private boolean isLikelyLast(int after) {
    byte next = text.bytes[text.blanks(after)];
    if (next != '\n' && next != '\r' && next != '/' && next != 0) {
      return false;
    }
    int i = text.space(after);
    int end = text.wordEnd(i);
    return isFollowedByColumnZero(after)
        && text.bytes[i] != '}'
        && !text.isWord(i, end, "else")
        && !text.isWord(i, end, "while");
  }

  private boolean isFollowedByColumnZero(int after) {
    int i = text.space(after);
    return i >= text.limit || text.isColumnZero(i);
  }
}
