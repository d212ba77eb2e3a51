package org.gfpaudit.grammar.lex;

/**
 * Classifies the arguments of calls. A call may be of a macro, so an argument may be a type, a
 * declaration, statements, an operator or nothing at all.
 */
final class ArgumentClassifier {
  private final Classifier c;
  private final RawTokens raw;

  ArgumentClassifier(Classifier c) {
    this.c = c;
    this.raw = c.raw;
  }

  /** The first token of a kind in {@code [from, end)} outside brackets, or {@code end}. */
  int find(int kind, int from, int end) {
    int i = from;
    while (i < end) {
      int here = raw.kind(i);
      if (here == kind) {
        return i;
      }
      i = isOpening(here) ? raw.after(i, end) : i + 1;
    }
    return end;
  }

  static boolean isOpening(int kind) {
    return kind == TokenKind.LPAREN || kind == TokenKind.LBRACKET || kind == TokenKind.LBRACE;
  }

  /** Classifies {@code ( ... )} behind a callee and returns the index behind it. */
  int argumentList(int open, int end) {
    return argumentList(open, TokenKind.LPAREN, end);
  }

  /** As {@link #argumentList(int, int)}, with the kind the opening parenthesis shall have. */
  int argumentList(int open, int openKind, int end) {
    int close = Math.min(raw.match(open), end);
    c.as(open, openKind);
    int i = open + 1;
    while (i < close || (i == close && i > open + 1)) {
      int stop = argument(i, close);
      if (stop < close) {
        // Writes the comma behind an argument. Where the argument broke off before it, this writes
        // the token at which it broke off, and the grammar will object to that.
        c.copy(stop);
      }
      i = stop + 1;
    }
    return c.close(close, end);
  }

  /** Classifies one argument and returns the index of the comma behind it, or {@code close}. */
  private int argument(int from, int close) {
    int comma = find(TokenKind.COMMA, from, close);
    if (comma == from) {
      c.marker(TokenKind.OPAQUE, from);
      return comma;
    }
    boolean outerSound = c.isSound;
    int mark = c.out.count();
    c.isSound = true;
    int stop = classified(from, comma, close);
    boolean isRead = c.isSound && (stop == close || raw.kind(stop) == TokenKind.COMMA);
    if (!isRead && c.isBalanced(from, comma)) {
      c.out.truncate(mark);
      stop = comma;
      opaque(from, stop);
    }
    c.isSound = outerSound;
    return stop;
  }

  private int classified(int from, int comma, int close) {
    if (comma == from + 1 && isHeaderWord(raw.kind(from))) {
      // STATE(reset, do): a word of C that the macro pastes into a name.
      c.as(from, TokenKind.IDENTIFIER);
      return comma;
    }
    if (isStatementStart(from, comma) || find(TokenKind.SEMICOLON, from, comma) < comma) {
      return statementArgument(from, close);
    }
    int kind = raw.kind(from);
    if (kind == TokenKind.LBRACE) {
      int end = raw.match(from);
      boolean statements =
          find(TokenKind.SEMICOLON, from + 1, end) < end || isStatementStart(from + 1, end);
      if (statements || raw.after(from, comma) != comma) {
        return statementArgument(from, close);
      }
      return c.initializers.list(from, comma);
    }
    if (kind == TokenKind.DOT || kind == TokenKind.LBRACKET) {
      int value = c.initializers.designators(from, comma);
      c.isSound &= value < comma;
      return c.initializers.value(value, comma);
    }
    if (!isStringInWords(from, comma)
        && c.types.shapeWithName(from, comma) == TypeShapes.Shape.SURE) {
      c.marker(TokenKind.TYPE_ARGUMENT, from);
      return c.declarations.parameterType(from, comma);
    }
    int assign = find(TokenKind.ASSIGN, from, comma);
    if (assign < comma && c.types.shapeWithName(from, assign) == TypeShapes.Shape.SURE) {
      c.marker(TokenKind.TYPE_ARGUMENT, from);
      int i = c.declarations.parameterType(from, assign);
      c.copy(assign);
      return i == assign ? c.initializers.value(assign + 1, comma) : i;
    }
    return c.expressions.expression(from, comma, false);
  }

  private static boolean isHeaderWord(int kind) {
    return kind >= TokenKind.IF && kind <= TokenKind.GOTO;
  }

  /** {@code KERN_INFO format}: a macro in capitals before a name is part of a string, no type. */
  private boolean isStringInWords(int from, int end) {
    return from + 1 < end
        && raw.isIdentifier(from)
        && raw.isIdentifier(from + 1)
        && DeclarationShapes.isMacroWord(raw.word(from))
        && !c.types.isTypeName(from)
        && !c.types.isAttributeWord(from + 1);
  }

  private boolean isStatementStart(int from, int end) {
    if (from >= end) {
      return false;
    }
    int kind = raw.kind(from);
    if (kind >= TokenKind.IF && kind <= TokenKind.RETURN) {
      return kind != TokenKind.DEFAULT;
    }
    if (kind == TokenKind.ASM) {
      return true;
    }
    if (raw.isIdentifier(from) && raw.kind(from + 1) == TokenKind.LPAREN) {
      int next = raw.match(from + 1) + 1;
      return next < end && raw.kind(next) == TokenKind.LBRACE;
    }
    return false;
  }

  /**
   * Statements as an argument. A declaration may hold commas of its own, so statements are read one
   * after the other, and the first comma between two of them, or behind the last, ends the
   * argument.
   */
  private int statementArgument(int from, int close) {
    c.marker(TokenKind.STATEMENT_ARGUMENT, from);
    int i = from;
    int comma = -1;
    while (i < close && raw.kind(i) != TokenKind.COMMA) {
      if (comma < i) {
        comma = find(TokenKind.COMMA, i, close);
      }
      int semicolon = find(TokenKind.SEMICOLON, i, close);
      boolean plainLast = semicolon > comma && !c.declarationShapes.startsDeclaration(i, close);
      int next = c.statements.statement(i, plainLast ? comma : close);
      if (next == i) {
        c.isSound = false;
        return i;
      }
      i = next;
    }
    return i;
  }

  /** An argument that is no expression: kept whole, and the calls in it with it. */
  void opaque(int from, int end) {
    int start = raw.start(from);
    int stop = raw.end(end - 1);
    if (c.holdsCall(from, end)) {
      c.marker(TokenKind.STATEMENT_ARGUMENT, from);
      c.out.add(TokenKind.UNREAD, start, stop);
    } else {
      c.out.add(TokenKind.OPAQUE, start, stop);
    }
  }
}
