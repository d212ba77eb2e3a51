package org.gfpaudit.grammar.lex;

/** Classifies statements: labels, declarations, macros that head blocks or lack a semicolon. */
final class StatementClassifier {
  private final Classifier c;
  private final RawTokens raw;

  StatementClassifier(Classifier c) {
    this.c = c;
    this.raw = c.raw;
  }

  /** Classifies all statements of {@code [from, end)}. */
  void sequence(int from, int end) {
    int i = from;
    while (i < end) {
      int next = statement(i, end);
      if (next == i) {
        c.copy(next++);
      }
      i = next;
    }
  }

  /** Classifies the statement a header governs; labels before it belong to it. */
  private int body(int from, int end) {
    int i = from;
    while (i < end) {
      boolean mark = isMark(i, end);
      int next = statement(i, end);
      if (!mark || next == i) {
        return next;
      }
      i = next;
    }
    return i;
  }

  private boolean isMark(int i, int end) {
    int kind = raw.kind(i);
    return kind == TokenKind.CASE || kind == TokenKind.DEFAULT || isLabel(i, end);
  }

  private boolean isLabel(int i, int end) {
    return raw.isIdentifier(i) && i + 1 < end && raw.kind(i + 1) == TokenKind.COLON;
  }

  /** Classifies one statement or label and returns the index behind it. */
  int statement(int from, int end) {
    int i = from;
    switch (raw.kind(i)) {
      case TokenKind.LBRACE -> {
        return block(i, end);
      }
      case TokenKind.IF -> {
        return ifStatement(i, end);
      }
      case TokenKind.WHILE, TokenKind.SWITCH -> {
        c.copy(i);
        return body(condition(i + 1, end), end);
      }
      case TokenKind.FOR -> {
        return forStatement(i, end);
      }
      case TokenKind.DO -> {
        return doStatement(i, end);
      }
      case TokenKind.CASE, TokenKind.DEFAULT -> {
        return caseLabel(i, end);
      }
      case TokenKind.GOTO -> {
        c.copy(i++);
        if (i < end && raw.kind(i) == TokenKind.STAR) {
          c.copy(i);
          i = c.expressions.expression(i + 1, end, false);
        } else if (i < end && raw.isIdentifier(i)) {
          c.copy(i++);
        }
        return semicolon(i, end);
      }
      case TokenKind.BREAK, TokenKind.CONTINUE -> {
        c.copy(i);
        return semicolon(i + 1, end);
      }
      case TokenKind.RETURN -> {
        c.copy(i++);
        if (i < end && raw.kind(i) == TokenKind.LBRACE) {
          i = c.initializers.list(i, end);
        } else if (i < end && raw.kind(i) != TokenKind.SEMICOLON) {
          i = c.expressions.expression(i, end, false);
        }
        return semicolon(i, end);
      }
      case TokenKind.SEMICOLON, TokenKind.UNREAD -> {
        c.copy(i);
        return i + 1;
      }
      case TokenKind.ASM -> {
        return new AsmClassifier(c).asm(i, end);
      }
      case TokenKind.LOCAL_LABEL -> {
        while (i < end && raw.kind(i) != TokenKind.SEMICOLON) {
          c.copy(i++);
        }
        return semicolon(i, end);
      }
      case TokenKind.ATTRIBUTE, TokenKind.LBRACKET -> {
        int after = c.types.afterAttributes(i, end);
        if (after > i && after < end && !c.declarationShapes.startsDeclaration(after, end)) {
          return statement(after, end);
        }
        return declarationOrExpression(i, end);
      }
      default -> {
        return declarationOrExpression(i, end);
      }
    }
  }

  private int semicolon(int i, int end) {
    if (i < end && raw.kind(i) == TokenKind.SEMICOLON) {
      c.copy(i);
      return i + 1;
    }
    if ((i >= end && end == raw.count()) || (i >= end && isArgumentEnd(end))) {
      c.markerBehind(TokenKind.SEMICOLON, end - 1);
    }
    return i;
  }

  /** The last statement of a macro's argument or body needs no semicolon. */
  private boolean isArgumentEnd(int end) {
    int kind = raw.kind(end);
    return kind == TokenKind.RPAREN || kind == TokenKind.COMMA;
  }

  private int block(int open, int end) {
    int close = Math.min(raw.match(open), end);
    c.copy(open);
    sequence(open + 1, close);
    if (close >= raw.count()) {
      // Never closed: the text ends in the middle of the block.
      c.markerBehind(TokenKind.RBRACE, raw.count() - 1);
    }
    return c.close(close, end);
  }

  private int condition(int from, int end) {
    if (from >= end) {
      return from;
    }
    if (raw.kind(from) != TokenKind.LPAREN) {
      // if S_ISDIR(mode): the macro brings the parentheses.
      if (raw.isIdentifier(from)) {
        c.copy(from);
        boolean call = from + 1 < end && raw.kind(from + 1) == TokenKind.LPAREN;
        return call
            ? c.arguments.argumentList(from + 1, TokenKind.CONDITION_LPAREN, end)
            : from + 1;
      }
      return from;
    }
    int close = Math.min(raw.match(from), end);
    c.copy(from);
    int stop = c.expressions.expression(from + 1, close, false);
    for (; stop < close; stop++) {
      c.copy(stop);
    }
    return c.close(close, end);
  }

  private int ifStatement(int from, int end) {
    c.copy(from);
    int i = body(condition(from + 1, end), end);
    while (i < end && raw.kind(i) == TokenKind.ELSE) {
      if (i + 1 < end && raw.kind(i + 1) == TokenKind.IF) {
        c.as(i, TokenKind.ELSE_IF);
        c.copy(i + 1);
        i = body(condition(i + 2, end), end);
      } else {
        c.copy(i);
        return body(i + 1, end);
      }
    }
    return i;
  }

  private int forStatement(int from, int end) {
    c.copy(from);
    int open = from + 1;
    if (open >= end || raw.kind(open) != TokenKind.LPAREN) {
      return open;
    }
    int close = Math.min(raw.match(open), end);
    c.copy(open);
    int i = open + 1;
    if (i < close && c.declarationShapes.startsDeclaration(i, close)) {
      c.marker(TokenKind.DECLARATION, i);
      i = c.declarations.declaration(i, close);
    } else {
      i = forPart(i, close);
    }
    i = forPart(i, close);
    if (i < close) {
      i = c.expressions.expression(i, close, false);
    }
    for (; i < close; i++) {
      c.copy(i);
    }
    return body(c.close(close, end), end);
  }

  private int forPart(int from, int close) {
    int i = from;
    if (i < close && raw.kind(i) != TokenKind.SEMICOLON) {
      i = c.expressions.expression(i, close, false);
    }
    if (i < close && raw.kind(i) == TokenKind.SEMICOLON) {
      c.copy(i++);
    }
    return i;
  }

  private int doStatement(int from, int end) {
    c.copy(from);
    int i = body(from + 1, end);
    if (i < end && raw.kind(i) == TokenKind.WHILE) {
      c.copy(i);
      i = condition(i + 1, end);
    } else if (i < end && raw.isIdentifier(i)) {
      // do { ... } for_each_range(...): the macro holds the while.
      i = condition(i, end);
    }
    if (i < end && raw.kind(i) == TokenKind.SEMICOLON) {
      c.copy(i++);
    }
    return i;
  }

  private int caseLabel(int from, int end) {
    int i = from;
    int questions = 0;
    int colon = i + 1;
    while (colon < end) {
      int kind = raw.kind(colon);
      if (kind == TokenKind.QUESTION) {
        questions++;
      } else if (kind == TokenKind.COLON && questions-- == 0) {
        break;
      } else if (kind == TokenKind.SEMICOLON || kind == TokenKind.LBRACE) {
        break;
      }
      boolean opens = kind == TokenKind.LPAREN || kind == TokenKind.LBRACKET;
      colon = opens ? raw.after(colon, end) : colon + 1;
    }
    colon = Math.min(colon, end);
    int dots = c.arguments.find(TokenKind.ELLIPSIS, i + 1, colon);
    c.copy(i++);
    if (i < dots) {
      i = c.expressions.expression(i, dots, false);
    }
    if (dots < colon) {
      c.copy(dots);
      i = c.expressions.expression(dots + 1, colon, false);
    }
    if (i < end && raw.kind(i) == TokenKind.COLON) {
      c.copy(i++);
    }
    return i;
  }

  private int declarationOrExpression(int i, int end) {
    if (isLabel(i, end)) {
      c.as(i, TokenKind.LABEL_NAME);
      c.copy(i + 1);
      return c.types.afterAttributes(i + 2, end);
    }
    if (c.declarationShapes.startsDeclaration(i, end)) {
      if (c.declarations.isDeclarationMacro(i, end)) {
        int macro = c.declarations.afterStorage(i, end);
        return semicolon(c.expressions.expression(macro, end, false), end);
      }
      c.marker(TokenKind.DECLARATION, i);
      return c.declarations.declaration(i, end);
    }
    if (raw.isIdentifier(i)) {
      int after = macroStatement(i, end);
      if (after > i) {
        return after;
      }
    }
    return semicolon(c.expressions.expression(i, end, false), end);
  }

  /** A macro that heads a block or needs no semicolon; returns {@code i} where it is neither. */
  private int macroStatement(int i, int end) {
    int next = i + 1;
    while (next < end && raw.kind(next) == TokenKind.LPAREN) {
      next = raw.after(next, end);
    }
    if (next >= end && end < raw.count() && isArgumentEnd(end)) {
      return i;
    }
    int kind = next < end ? raw.kind(next) : TokenKind.RBRACE;
    if (next >= end && end == raw.count()) {
      return i;
    }
    if (kind == TokenKind.RBRACE || kind == TokenKind.ELSE) {
      return named(TokenKind.MACRO_NAME, i, end);
    }
    if (kind == TokenKind.COLON && next > i + 1) {
      // CASES(x): the macro makes the labels.
      return named(TokenKind.MACRO_NAME, i, end) + 1;
    }
    if (kind == TokenKind.LBRACE) {
      return body(named(TokenKind.BLOCK_NAME, i, end), end);
    }
    boolean loop = MacroShapes.isLoopWord(raw.word(i));
    if (kind == TokenKind.SEMICOLON) {
      return loop && next > i + 1 ? body(named(TokenKind.BLOCK_NAME, i, end), end) : i;
    }
    if (loop && next > i + 1 && !isLinking(kind)) {
      return body(named(TokenKind.BLOCK_NAME, i, end), end);
    }
    boolean steps = kind == TokenKind.INCREMENT || kind == TokenKind.DECREMENT;
    if (!startsStatement(kind) && !(steps && raw.startsLine(next))) {
      return i;
    }
    boolean indented = raw.startsLine(next) && raw.column(next) > raw.column(i);
    if (next > i + 1 && (indented || !raw.startsLine(next))) {
      return body(named(TokenKind.BLOCK_NAME, i, end), end);
    }
    return named(TokenKind.MACRO_NAME, i, end);
  }

  private int named(int kind, int from, int end) {
    c.as(from, kind);
    int i = from + 1;
    while (i < end && raw.kind(i) == TokenKind.LPAREN) {
      i = c.arguments.argumentList(i, end);
    }
    return i;
  }

  /** Whether a token of that kind carries on an expression, if it is one. */
  private static boolean isLinking(int kind) {
    return kind == TokenKind.DOT
        || kind == TokenKind.ARROW
        || kind == TokenKind.COMMA
        || kind == TokenKind.QUESTION
        || kind == TokenKind.LBRACKET
        || kind == TokenKind.RPAREN
        || (kind >= TokenKind.ASSIGN && kind <= TokenKind.SHIFT_RIGHT);
  }

  /** Whether a token of that kind, behind a call, can only start another statement. */
  private static boolean startsStatement(int kind) {
    return kind == TokenKind.IDENTIFIER
        || kind == TokenKind.UNREAD
        || (kind >= TokenKind.IF && kind <= TokenKind.TYPEOF)
        || kind == TokenKind.ASM;
  }
}
