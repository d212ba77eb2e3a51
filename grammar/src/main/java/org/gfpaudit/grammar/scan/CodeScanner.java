package org.gfpaudit.grammar.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gfpaudit.grammar.lex.Remark;
import org.gfpaudit.grammar.segment.Arguments;
import org.gfpaudit.grammar.segment.Names;

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

  private static final byte[] REMARK = Remark.OPENING.getBytes(StandardCharsets.US_ASCII);

  private final Text text;
  private final Nesting nesting;
  private final Directives directives;
  private final ScanPart part;
  private final NameCache names;
  private final Assignments assignments;
  private final Callees callees;
  private final LoneNames loneNames;
  private final BraceBalance balance;
  private final LocalLists lists;
  private final Doubts doubts;

  private Mode mode = Mode.FUNCTION;
  private boolean opensAtColumnZero;
  private int conditionalsOutside;
  private boolean hasPositional;

  CodeScanner(
      Text text,
      Nesting nesting,
      Directives directives,
      ScanPart part,
      Declarations declarations,
      Doubts doubts) {
    this.text = text;
    this.nesting = nesting;
    this.directives = directives;
    this.part = part;
    this.doubts = doubts;
    this.names = new NameCache(part.names);
    this.assignments = new Assignments(text, part, names);
    this.callees = new Callees(text, part, names);
    this.loneNames = new LoneNames(text, part);
    this.balance = new BraceBalance(text);
    this.lists = new LocalLists(text, part, declarations);
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

  /** Scans the text of a macro up to the limit, behind the parenthesis at {@code at}. */
  void macro(int at) {
    mode = Mode.MACRO;
    loneNames.whole(at + 1);
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
        i = slash(i);
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
    hasPositional = lists.isMacro(at);
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
        case ByteClass.OPEN_BRACE -> {
          doubts.addIfBody(i);
          i = braces(i);
        }
        case ByteClass.COMMA -> {
          if (parens <= 0) {
            return i;
          }
          i = value(i + 1);
        }
        case ByteClass.SEMICOLON, ByteClass.CLOSE_BRACE -> {
          return i;
        }
        case ByteClass.QUESTION, ByteClass.COLON -> i = loneNames.behind(i);
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

  /**
   * Records the call of the macro whose arguments stand between {@code open} and {@code end}, and
   * the names among them.
   */
  void invocation(int nameStart, int open, int end) {
    part.call(names.intern(text.bytes, nameStart, text.spaceBefore(open)));
    int i = value(open + 1);
    while (i < end) {
      if (text.bytes[i] == ',') {
        i = value(i + 1);
      } else if (text.bytes[i] == '"') {
        i = text.quoted(i, ByteClass.STRING);
      } else if (text.bytes[i] == '/') {
        i = text.slash(i);
      } else {
        i++;
      }
    }
  }

  /**
   * Records the call of the macro whose arguments stand between {@code open} and {@code end}, and
   * the calls among them: code that the macro makes a definition of.
   */
  void definition(int nameStart, int open, int end) {
    part.call(names.intern(text.bytes, nameStart, text.spaceBefore(open)));
    int i = value(open + 1);
    while (i < end) {
      switch (text.bytes[i]) {
        case '(' -> i = parenthesis(i);
        case ',' -> i = value(i + 1);
        case '"' -> i = text.quoted(i, ByteClass.STRING);
        case '\'' -> i = text.quoted(i, ByteClass.CHARACTER);
        case '/' -> i = text.slash(i);
        default -> i++;
      }
    }
  }

  /** Whether the last initialiser is a macro or holds names that no designator places. */
  boolean hasPositional() {
    return hasPositional;
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
        case ByteClass.OPEN_PAREN -> i = parenthesis(i);
        case ByteClass.COMMA -> i = value(i + 1);
        case ByteClass.EQUALS -> {
          lists.assigned(i);
          i = assignments.at(i);
        }
        case ByteClass.OPEN_BRACE -> {
          nesting.braces++;
          lists.at(i);
          if (mode == Mode.INITIALIZER) {
            doubts.addIfBody(i);
          }
          i = value(i + 1);
        }
        case ByteClass.CLOSE_BRACE -> {
          if (closes(i)) {
            return i + 1;
          }
          i++;
        }
        case ByteClass.COLON -> {
          int next = loneNames.behind(i);
          i = mode == Mode.INITIALIZER ? assignments.oldDesignator(i) : next;
        }
        case ByteClass.QUESTION -> i = loneNames.behind(i);
        case ByteClass.SEMICOLON -> i = loneNames.returned(i);
        case ByteClass.NUL -> {
          if (i >= text.limit) {
            if (mode != Mode.MACRO) {
              doubts.add();
            }
            return text.limit;
          }
          i++;
        }
        default -> i = common(i);
      }
    }
  }

  /** Moves over a quote, a slash or a hash. */
  private int common(int at) {
    return switch (text.bytes[at]) {
      case '/' -> slash(at);
      case '"' -> text.quoted(at, ByteClass.STRING);
      case '\'' -> text.quoted(at, ByteClass.CHARACTER);
      default ->
          mode == Mode.MACRO || !text.isFirstOnLine(at) ? at + 1 : value(directives.directive(at));
    };
  }

  /** As {@link Text#slash}; records a comment that speaks to this tool. */
  private int slash(int at) {
    int end = text.slash(at);
    if (end > at + REMARK.length) {
      remark(at + 2, end);
    }
    return end;
  }

  private void remark(int start, int end) {
    byte[] b = text.bytes;
    int i = start;
    while (b[i] == ' ' || b[i] == '*' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
      i++;
    }
    int wordEnd = i + REMARK.length;
    if (wordEnd <= end && Arrays.equals(b, i, wordEnd, REMARK, 0, REMARK.length)) {
      part.call(names.intern(b, i, wordEnd));
    }
  }

  /** Records the callee before a parenthesis and the name right behind it. */
  private int parenthesis(int at) {
    callees.before(at);
    return value(at + 1);
  }

  /** Records a name that stands alone between here and a comma or the end of the list. */
  private int value(int at) {
    byte[] b = text.bytes;
    int i = at;
    while (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
      i++;
    }
    while (b[i] == '/' && (b[i + 1] == '*' || b[i + 1] == '/') && i < text.limit) {
      i = text.space(slash(i));
    }
    if (b[i] == 0) {
      i = text.spaceAndComments(i);
    }
    if (b[i] == '(') {
      i = loneNames.behindCast(i);
    }
    if (b[i] == '&') {
      i++;
    }
    if (b[i] <= '9' || ByteClass.WORDS[b[i] & 0xff] == 0) {
      return i;
    }
    int end = text.wordEnd(i);
    int field = text.lastField(end);
    if (field >= 0) {
      end = text.wordEnd(field);
      byte after = b[text.spaceAndComments(end)];
      if (after == ',' || after == ')' || after == '}') {
        part.argument(Arguments.ofField(Names.hash(b, field, end)));
      }
      return end;
    }
    byte c = b[text.spaceAndComments(end)];
    if (c == ',' || c == ')' || c == '}' || (c == ';' && mode == Mode.INITIALIZER)) {
      part.argument(Names.hash(b, i, end));
      hasPositional |= (c == ',' || c == '}') && mode == Mode.INITIALIZER;
    } else if (c == '|' || c == '&') {
      hasPositional |= mode == Mode.INITIALIZER;
    }
    return end;
  }

  /** Counts a closing brace; reports whether it ends the block. */
  private boolean closes(int at) {
    if (mode == Mode.MACRO) {
      return false;
    }
    int depth = --nesting.braces;
    if (mode == Mode.INITIALIZER) {
      return depth <= 0 || (text.isColumnZero(at) && text.bytes[text.blanks(at + 1)] == ';');
    }
    if (depth > 0) {
      return text.isColumnZero(at)
          && nesting.conditionalDepth() <= conditionalsOutside
          && isLikelyLast(at + 1)
          && !balance.closesWhatIsOpen(at + 1);
    }
    int after = text.bytes[at + 1] == ';' ? at + 2 : at + 1;
    if (!opensAtColumnZero || text.isColumnZero(at) || isFollowedByColumnZero(after)) {
      return true;
    }
    nesting.braces = 1;
    return false;
  }

  /**
   * Whether a brace in column 0 looks as if it ended the function although others are still open:
   * nothing follows on its line, and what follows starts in column 0 as well.
   */
  private boolean isLikelyLast(int after) {
    byte c = text.bytes[text.blanks(after)];
    if (c != '\n' && c != '\r' && c != '/' && c != 0) {
      return false;
    }
    int i = text.spaceAndComments(after);
    long next = text.shortWord(i, text.wordEnd(i));
    return isFollowedByColumnZero(after)
        && text.bytes[i] != '}'
        && next != ShortWords.ELSE
        && next != ShortWords.WHILE;
  }

  private boolean isFollowedByColumnZero(int after) {
    int i = text.space(after);
    if (!text.isColumnZero(i)) {
      i = text.spaceAndComments(i);
    }
    return i >= text.limit || text.isColumnZero(i);
  }
}
