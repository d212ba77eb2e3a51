package org.gfpaudit.grammar.lex;

/**
 * Classifies inline assembly. Templates, constraints and clobbers become {@link
 * TokenKind#ASM_TEXT}; what is kept is the colons, the operands' expressions and the labels.
 */
final class AsmClassifier {
  private final Classifier c;
  private final RawTokens raw;

  AsmClassifier(Classifier c) {
    this.c = c;
    this.raw = c.raw;
  }

  /** Classifies an asm statement and returns the index behind it. */
  int asm(int from, int end) {
    c.copy(from);
    int i = from + 1;
    while (i < end && raw.kind(i) != TokenKind.LPAREN && raw.kind(i) != TokenKind.SEMICOLON) {
      i++;
    }
    if (i >= end || raw.kind(i) != TokenKind.LPAREN) {
      return i;
    }
    int close = Math.min(raw.match(i), end);
    c.copy(i++);
    int section = 0;
    while (i < close) {
      int kind = raw.kind(i);
      if (kind == TokenKind.COLON) {
        section++;
        c.copy(i++);
      } else if (kind == TokenKind.COMMA) {
        c.copy(i++);
      } else if (kind == TokenKind.LPAREN && isOperand(i, section)) {
        i = operand(i, close);
      } else if (kind == TokenKind.LPAREN || kind == TokenKind.LBRACKET) {
        i = text(i, raw.after(i, close));
      } else {
        i = text(i, i + 1);
      }
    }
    i = c.close(close, end);
    if (i < end && raw.kind(i) == TokenKind.SEMICOLON) {
      c.copy(i++);
    }
    return i;
  }

  /** Operands follow a constraint string, in the sections of outputs and inputs. */
  private boolean isOperand(int open, int section) {
    int close = raw.match(open);
    if (close == open + 1 || raw.kind(close + 1) == TokenKind.LPAREN) {
      // CONSTRAINT()(operand): the macro's own parentheses.
      return false;
    }
    return (section == 1 || section == 2)
        && (raw.kind(open - 1) == TokenKind.STRING
            || raw.kind(open - 1) == TokenKind.RPAREN
            || raw.isIdentifier(open - 1));
  }

  private int operand(int open, int end) {
    int close = Math.min(raw.match(open), end);
    c.copy(open);
    int mark = c.out.count();
    boolean sound = c.isSound;
    c.isSound = true;
    int stop = c.expressions.expression(open + 1, close, false);
    if ((!c.isSound || stop < close) && close > open + 1) {
      c.out.truncate(mark);
      c.out.add(TokenKind.OPAQUE, raw.start(open + 1), raw.end(close - 1));
    }
    c.isSound = sound;
    return c.close(close, end);
  }

  private int text(int from, int to) {
    c.out.add(TokenKind.ASM_TEXT, raw.start(from), raw.end(to - 1));
    return to;
  }
}
