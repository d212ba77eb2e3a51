package org.gfpaudit.grammar.lex;

/** Classifies expressions: casts, compound literals, strings with macros. */
final class ExpressionClassifier {
  /** How many macros in a row may stand before a string. */
  private static final int MOST_NAMES = 8;

  private final Classifier c;
  private final RawTokens raw;

  ExpressionClassifier(Classifier c) {
    this.c = c;
    this.raw = c.raw;
  }

  /**
   * Classifies from {@code from} on up to a semicolon, a closing bracket, a statement keyword, a
   * comma where asked for, or {@code end}, and returns where it stopped.
   */
  int expression(int from, int end, boolean stopAtComma) {
    int i = from;
    boolean operandExpected = true;
    int questions = 0;
    int stringEnd = -1;
    while (i < end) {
      int kind = raw.kind(i);
      switch (kind) {
        case TokenKind.IDENTIFIER -> {
          if (i == stringEnd || (operandExpected && isBeforeString(i, end))) {
            i = stringName(i, end);
            stringEnd = i;
          } else if (operandExpected) {
            c.copy(i++);
          } else if (stopAtComma && raw.isIdentifier(i - 1)) {
            // Macros in a list that bring their own commas.
            return i;
          } else if (c.types.isAttributeWord(i)) {
            i = c.types.afterAttributes(i, end);
          } else {
            c.isSound = false;
            c.copy(i++);
          }
          operandExpected = false;
        }
        case TokenKind.STRING -> {
          c.isSound &= operandExpected || i == stringEnd;
          c.copy(i++);
          stringEnd = i;
          operandExpected = false;
        }
        case TokenKind.NUMBER -> {
          c.isSound &= operandExpected;
          i = number(i, end);
          operandExpected = false;
        }
        case TokenKind.CHARACTER, TokenKind.OPAQUE -> {
          c.isSound &= operandExpected;
          c.copy(i++);
          operandExpected = false;
        }
        case TokenKind.LPAREN -> {
          if (!operandExpected) {
            i = c.arguments.argumentList(i, end);
          } else {
            int cast = castEnd(i, end);
            if (cast > 0) {
              i = typeInParentheses(i, TokenKind.CAST_LPAREN, end);
            } else {
              i = parentheses(i, end);
              operandExpected = false;
            }
          }
        }
        case TokenKind.LBRACKET -> {
          if (raw.kind(i + 1) == TokenKind.LBRACKET) {
            i = raw.after(i, end);
            break;
          }
          c.isSound &= !operandExpected;
          i = subscript(i, end);
          operandExpected = false;
        }
        case TokenKind.LBRACE -> {
          if (i > from && isAssignment(raw.kind(i - 1))) {
            i = c.initializers.list(i, end);
            operandExpected = false;
            break;
          }
          c.isSound = false;
          return i;
        }
        case TokenKind.SIZEOF -> {
          c.copy(i++);
          if (raw.kind(i) == TokenKind.LPAREN && i < end) {
            int close = raw.match(i);
            TypeShapes.Shape shape = c.types.shape(i + 1, close);
            boolean isType =
                shape == TypeShapes.Shape.SURE
                    || (shape == TypeShapes.Shape.DOUBTFUL && c.types.isTypeName(i + 1));
            if (isType && raw.kind(close + 1) != TokenKind.LBRACE) {
              i = typeInParentheses(i, TokenKind.TYPE_LPAREN, end);
              operandExpected = false;
              break;
            }
          }
          operandExpected = true;
        }
        case TokenKind.GENERIC -> {
          i = generic(i, end);
          operandExpected = false;
        }
        case TokenKind.DOT, TokenKind.ARROW -> {
          c.isSound &= !operandExpected;
          c.copy(i++);
          if (i < end && isWord(raw.kind(i))) {
            c.as(i++, TokenKind.IDENTIFIER);
          } else {
            c.isSound = false;
          }
          operandExpected = false;
        }
        case TokenKind.INCREMENT, TokenKind.DECREMENT -> c.copy(i++);
        case TokenKind.NOT, TokenKind.TILDE, TokenKind.EXTENSION -> {
          c.isSound &= operandExpected;
          c.copy(i++);
          operandExpected = true;
        }
        case TokenKind.PLUS, TokenKind.MINUS, TokenKind.STAR, TokenKind.AND, TokenKind.AND_THEN -> {
          c.copy(i++);
          operandExpected = true;
        }
        case TokenKind.QUESTION -> {
          questions++;
          c.isSound &= !operandExpected;
          c.copy(i++);
          operandExpected = true;
        }
        case TokenKind.COLON -> {
          c.isSound &= questions > 0;
          c.isSound &= !operandExpected || raw.kind(i - 1) == TokenKind.QUESTION;
          questions--;
          c.copy(i++);
          operandExpected = true;
        }
        case TokenKind.COMMA -> {
          if (stopAtComma) {
            c.isSound &= !operandExpected && questions == 0;
            return i;
          }
          c.isSound &= !operandExpected;
          c.copy(i++);
          operandExpected = true;
        }
        case TokenKind.SEMICOLON -> {
          c.isSound &= !operandExpected && questions == 0;
          return i;
        }
        case TokenKind.ATTRIBUTE -> i = c.types.afterAttributes(i, end);
        default -> {
          if (isInfix(kind)) {
            c.isSound &= !operandExpected;
            c.copy(i++);
            operandExpected = true;
            break;
          }
          c.isSound = false;
          return i;
        }
      }
    }
    c.isSound &= !operandExpected && questions == 0;
    return i;
  }

  /** A number; a name right behind it, {@code 128 KB}, is a macro for its unit. */
  private int number(int i, int end) {
    if (i + 1 < end && raw.isIdentifier(i + 1) && !raw.startsLine(i + 1)) {
      c.out.add(TokenKind.NUMBER, raw.start(i), raw.end(i + 1));
      return i + 2;
    }
    c.copy(i);
    return i + 1;
  }

  private static boolean isInfix(int kind) {
    return kind >= TokenKind.ASSIGN && kind <= TokenKind.PERCENT;
  }

  private static boolean isAssignment(int kind) {
    return kind >= TokenKind.ASSIGN && kind <= TokenKind.OR_ASSIGN;
  }

  /** Identifiers and keywords alike: a field may be called as a keyword of another dialect. */
  static boolean isWord(int kind) {
    return kind == TokenKind.IDENTIFIER || (kind >= TokenKind.IF && kind <= TokenKind.LOCAL_LABEL);
  }

  /** Whether a string follows the name at {@code i} or its arguments. */
  private boolean isBeforeString(int i, int end) {
    boolean call = i + 1 < end && raw.kind(i + 1) == TokenKind.LPAREN;
    int next = call ? raw.after(i + 1, end) : i + 1;
    return next < end
        && (raw.kind(next) == TokenKind.STRING
            || (raw.isIdentifier(next)
                && !c.types.isAttributeWord(next)
                && leadsToString(next, end)));
  }

  private int stringName(int i, int end) {
    boolean call = i + 1 < end && raw.kind(i + 1) == TokenKind.LPAREN;
    c.as(i, call ? TokenKind.STRING_CALL : TokenKind.STRING_NAME);
    return call ? c.arguments.argumentList(i + 1, end) : i + 1;
  }

  /** Whether names from {@code i} on go over into a string: {@code KERN_ERR PFX "x"}. */
  private boolean leadsToString(int from, int end) {
    int i = from;
    for (int names = 0; names < MOST_NAMES && i < end && raw.isIdentifier(i); names++) {
      i = i + 1 < end && raw.kind(i + 1) == TokenKind.LPAREN ? raw.after(i + 1, end) : i + 1;
    }
    if (i >= end) {
      return true;
    }
    int kind = raw.kind(i);
    return kind == TokenKind.STRING || kind == TokenKind.COMMA || kind == TokenKind.SEMICOLON;
  }

  /** The index behind the type of a cast or compound literal at {@code open}, or -1. */
  private int castEnd(int open, int end) {
    int close = raw.match(open);
    if (close >= end || raw.kind(open + 1) == TokenKind.LBRACE) {
      return -1;
    }
    TypeShapes.Shape shape = c.types.shape(open + 1, close);
    return c.types.isCast(shape, open + 1, close + 1, end) ? close : -1;
  }

  private int parentheses(int open, int end) {
    int close = Math.min(raw.match(open), end);
    if (raw.kind(open + 1) == TokenKind.LBRACE) {
      c.as(open, TokenKind.STATEMENT_LPAREN);
      boolean sound = c.isSound;
      int stop = c.statements.statement(open + 1, close);
      c.isSound = sound && stop == close;
      return c.close(close, end);
    }
    TypeShapes.Shape shape = c.types.shape(open + 1, close);
    if (shape != TypeShapes.Shape.NONE && raw.kind(close + 1) == TokenKind.LBRACE) {
      int list = typeInParentheses(open, TokenKind.COMPOUND_LPAREN, end);
      return list < end ? c.initializers.list(list, end) : list;
    }
    if (shape == TypeShapes.Shape.SURE) {
      return typeInParentheses(open, TokenKind.TYPE_LPAREN, end);
    }
    c.copy(open);
    int stop = expression(open + 1, close, false);
    c.isSound &= stop == close;
    c.copyAll(stop, close);
    return c.close(close, end);
  }

  private int typeInParentheses(int open, int kind, int end) {
    int close = Math.min(raw.match(open), end);
    c.as(open, kind);
    c.copyAll(c.declarations.typeName(open + 1, close), close);
    return c.close(close, end);
  }

  private int subscript(int open, int end) {
    int close = Math.min(raw.match(open), end);
    c.copy(open);
    int stop = expression(open + 1, close, false);
    c.isSound &= stop == close;
    c.copyAll(stop, close);
    return c.close(close, end);
  }

  private int generic(int keyword, int end) {
    c.copy(keyword);
    int open = keyword + 1;
    if (raw.kind(open) != TokenKind.LPAREN) {
      c.isSound = false;
      return open;
    }
    int close = Math.min(raw.match(open), end);
    c.copy(open);
    int i = open + 1;
    boolean selector = true;
    while (i < close) {
      if (!selector && raw.kind(i) == TokenKind.DEFAULT) {
        c.copy(i++);
      } else if (!selector) {
        int colon = c.arguments.find(TokenKind.COLON, i, close);
        c.marker(TokenKind.TYPE_ARGUMENT, i);
        i = c.declarations.typeName(i, Math.min(colon, close));
      }
      if (!selector && i < close && raw.kind(i) == TokenKind.COLON) {
        c.copy(i++);
      }
      i = expression(i, close, true);
      if (i < close && raw.kind(i) == TokenKind.COMMA) {
        c.copy(i++);
        selector = false;
      } else {
        c.copyAll(i, close);
        i = close;
      }
    }
    return c.close(close, end);
  }
}
