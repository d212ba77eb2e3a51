package org.gfpaudit.grammar.lex;

/** Classifies initialisers: lists, designators of both styles, entries without commas. */
final class InitializerClassifier {
  private final Classifier c;
  private final RawTokens raw;

  InitializerClassifier(Classifier c) {
    this.c = c;
    this.raw = c.raw;
  }

  /** Classifies {@code { ... }} as an initialiser and returns the index behind it. */
  int list(int open, int end) {
    int close = Math.min(raw.match(open), end);
    c.copy(open);
    int i = open + 1;
    while (i < close) {
      if (raw.kind(i) == TokenKind.COMMA) {
        c.copy(i++);
        continue;
      }
      int next = entry(i, close);
      if (next == i) {
        c.isSound = false;
        c.copy(i++);
      } else if (next < close && raw.kind(next) != TokenKind.COMMA) {
        // Macros that bring their own comma, or that expand to several entries.
        c.marker(TokenKind.COMMA, next);
      }
      i = Math.max(next, i);
    }
    return c.close(close, end);
  }

  private int entry(int from, int close) {
    int i = from;
    if (raw.isIdentifier(i) && raw.kind(i + 1) == TokenKind.COLON) {
      c.as(i, TokenKind.LABEL_NAME);
      c.copy(i + 1);
      i += 2;
    } else {
      i = designators(i, close);
    }
    return value(i, close);
  }

  /** Classifies {@code .a}, {@code [b]}, {@code [c ... d]} and the {@code =} behind them. */
  int designators(int from, int close) {
    int i = from;
    while (i < close) {
      if (raw.kind(i) == TokenKind.DOT && ExpressionClassifier.isWord(raw.kind(i + 1))) {
        c.copy(i);
        c.as(i + 1, TokenKind.IDENTIFIER);
        i += 2;
      } else if (raw.kind(i) == TokenKind.LBRACKET) {
        int end = Math.min(raw.match(i), close);
        int dots = c.arguments.find(TokenKind.ELLIPSIS, i + 1, end);
        c.copy(i);
        int stop = c.expressions.expression(i + 1, dots, false);
        if (dots < end) {
          c.copy(dots);
          stop = c.expressions.expression(dots + 1, end, false);
        }
        c.copyAll(stop, end);
        i = c.close(/* close= */ end, /* end= */ close);
      } else {
        break;
      }
    }
    if (i > from && i < close && raw.kind(i) == TokenKind.ASSIGN) {
      c.copy(i++);
    }
    return i;
  }

  /** Classifies one initialiser up to a comma, a semicolon or {@code end}. */
  int value(int from, int end) {
    if (from >= end) {
      return from;
    }
    if (raw.kind(from) == TokenKind.LBRACE) {
      return list(from, end);
    }
    int stop = stop(from, end);
    if (c.types.shape(from, stop) == TypeShapes.Shape.SURE) {
      c.marker(TokenKind.TYPE_ARGUMENT, from);
      return c.declarations.typeName(from, stop);
    }
    return c.expressions.expression(from, end, true);
  }

  /**
   * The index of the comma behind an initialiser, the index behind the semicolon that ends its
   * declaration, or {@code end}. The rest of a function is not searched for a comma: it would be
   * for each of its variables.
   */
  private int stop(int from, int end) {
    int i = from;
    while (i < end && raw.kind(i) != TokenKind.COMMA) {
      if (raw.kind(i) == TokenKind.SEMICOLON) {
        return i + 1;
      }
      i = ArgumentClassifier.isOpening(raw.kind(i)) ? raw.after(i, end) : i + 1;
    }
    return i;
  }
}
