package org.gfpaudit.grammar.lex;

/** Classifies the type specifiers that have parts: structs with members, enums, typeof. */
final class CompoundTypeClassifier {
  private final Classifier c;
  private final RawTokens raw;
  private final TypeShapes types;

  CompoundTypeClassifier(Classifier c) {
    this.c = c;
    this.raw = c.raw;
    this.types = c.types;
  }

  int struct(int from, int end) {
    c.copy(from);
    int i = types.afterAttributes(from + 1, end);
    if (i + 2 < end
        && raw.isIdentifier(i)
        && raw.isIdentifier(i + 1)
        && raw.kind(i + 2) == TokenKind.LBRACE) {
      // struct UNKNOWN_ATTR tag {
      i++;
    }
    if (i < end && raw.isIdentifier(i)) {
      c.copy(i++);
      if (i + 1 < end
          && raw.kind(i) == TokenKind.LPAREN
          && raw.kind(raw.match(i) + 1) == TokenKind.LBRACE) {
        i = raw.after(i, end);
      }
      i = types.afterAttributes(i, end);
    }
    if (i < end && raw.kind(i) == TokenKind.LBRACE) {
      int close = Math.min(raw.match(i), end);
      c.copy(i);
      members(i + 1, close);
      i = c.close(close, end);
    }
    return i;
  }

  /** Classifies the members of a struct, or of a macro that groups members. */
  private void members(int from, int end) {
    int i = types.afterAttributes(from, end);
    while (i < end) {
      int next = member(i, end);
      if (next == i) {
        c.copy(next++);
      }
      i = types.afterAttributes(next, end);
    }
  }

  private int member(int i, int end) {
    if (raw.kind(i) == TokenKind.SEMICOLON) {
      c.copy(i);
      return i + 1;
    }
    if (raw.isIdentifier(i)) {
      boolean call = i + 1 < end && raw.kind(i + 1) == TokenKind.LPAREN;
      int next = call ? raw.after(i + 1, end) : i + 1;
      boolean alone =
          next >= end
              || raw.kind(next) == TokenKind.SEMICOLON
              || (raw.startsLine(next) && DeclarationShapes.isMacroWord(raw.word(i)))
              || (call && raw.startsLine(next));
      boolean pointer = call && raw.kind(i + 2) == TokenKind.STAR;
      if (alone && !pointer) {
        c.as(i, TokenKind.MACRO_NAME);
        return call ? c.arguments.argumentList(i + 1, end) : next;
      }
    }
    c.marker(TokenKind.DECLARATION, i);
    return c.declarations.declaration(i, end);
  }

  int enumeration(int from, int end) {
    c.copy(from);
    int i = types.afterAttributes(from + 1, end);
    if (i < end && raw.isIdentifier(i)) {
      c.copy(i++);
      i = types.afterAttributes(i, end);
    }
    if (i < end && raw.kind(i) == TokenKind.LBRACE) {
      i = c.initializers.list(i, end);
    }
    return i;
  }

  int typeof(int i, int end) {
    c.copy(i);
    int open = i + 1;
    if (open >= end || raw.kind(open) != TokenKind.LPAREN) {
      return open;
    }
    int close = Math.min(raw.match(open), end);
    c.copy(open);
    TypeShapes.Shape shape = types.shape(open + 1, close);
    int stop;
    if (shape == TypeShapes.Shape.SURE
        || (shape == TypeShapes.Shape.DOUBTFUL && types.isTypeName(open + 1))) {
      c.marker(TokenKind.TYPE_ARGUMENT, open + 1);
      stop = c.declarations.typeName(open + 1, close);
    } else {
      stop = c.expressions.expression(open + 1, close, false);
    }
    c.copyAll(stop, close);
    return c.close(close, end);
  }
}
