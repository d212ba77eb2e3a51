package org.gfpaudit.grammar.lex;

/** Classifies declarators: stars, names, groups, bounds and parameter lists. */
final class DeclaratorClassifier {
  private final Classifier c;
  private final RawTokens raw;
  private final TypeShapes types;

  DeclaratorClassifier(Classifier c) {
    this.c = c;
    this.raw = c.raw;
    this.types = c.types;
  }

  int declarator(int from, int end, boolean typeContext) {
    int i = pointers(from, end);
    if (i < end && raw.isIdentifier(i)) {
      i = name(i, end);
    } else if (i < end && raw.kind(i) == TokenKind.LPAREN && isGroup(i, typeContext)) {
      int close = Math.min(raw.match(i), end);
      c.as(i, TokenKind.GROUP_LPAREN);
      int stop = declarator(types.afterAttributes(i + 1, close), close, typeContext);
      stop = types.afterAttributes(stop, close);
      for (; stop < close; stop++) {
        c.copy(stop);
      }
      i = c.close(close, end);
    }
    return suffixes(i, end);
  }

  private int pointers(int from, int end) {
    int i = types.afterLeadingAttributes(from, end);
    while (i < end) {
      int kind = raw.kind(i);
      if (kind == TokenKind.STAR || kind == TokenKind.QUALIFIER) {
        c.copy(i++);
      } else if (raw.isIdentifier(i) && isAttributeBeforeName(i, end)) {
        i++;
      } else {
        break;
      }
      i = types.afterLeadingAttributes(i, end);
    }
    return i;
  }

  /** {@code * UNKNOWN_ATTR name}, {@code UNKNOWN_ATTR *name}. */
  private boolean isAttributeBeforeName(int i, int end) {
    if (i + 1 >= end) {
      return false;
    }
    if (raw.kind(i + 1) == TokenKind.STAR) {
      return true;
    }
    return raw.isIdentifier(i + 1)
        && !types.isAttributeWord(i + 1)
        && (!raw.word(i + 1).startsWith("__") || raw.word(i).startsWith("__"))
        && !(DeclarationShapes.isMacroWord(raw.word(i + 1))
            && !DeclarationShapes.isMacroWord(raw.word(i)));
  }

  /** A declared name, or one wrapped in a macro that hides it from warnings. */
  private int name(int i, int end) {
    if (i + 3 < end
        && raw.kind(i + 1) == TokenKind.LPAREN
        && raw.isIdentifier(i + 2)
        && raw.match(i + 1) == i + 3
        && raw.word(i).equals("uninitialized_var")) {
      c.copy(i + 2);
      types.declare(raw.word(i + 2));
      return i + 4;
    }
    if (i + 1 < end
        && raw.kind(i + 1) == TokenKind.LPAREN
        && raw.match(i + 1) + 1 < end
        && raw.kind(raw.match(i + 1) + 1) == TokenKind.LPAREN
        && raw.isIdentifier(i + 2)) {
      // FNAME(walk)(parameters): the macro makes the name from its first argument.
      c.copy(i + 2);
      return raw.match(i + 1) + 1;
    }
    c.copy(i);
    types.declare(raw.word(i));
    return i + 1;
  }

  /** Tells {@code (*name)} and {@code (name)} from a parameter list. */
  private boolean isGroup(int open, boolean typeContext) {
    int inside = types.afterAttributes(open + 1, raw.match(open));
    int kind = raw.kind(inside);
    if (kind == TokenKind.STAR || kind == TokenKind.LPAREN || kind == TokenKind.XOR) {
      return true;
    }
    if (kind != TokenKind.IDENTIFIER) {
      return false;
    }
    boolean beforeStar = raw.kind(inside + 1) == TokenKind.STAR && !types.isTypeName(inside);
    boolean alone = inside + 1 == raw.match(open);
    return beforeStar || !typeContext || (alone && !types.isTypeName(inside));
  }

  private int suffixes(int from, int end) {
    int i = from;
    while (i < end) {
      int kind = raw.kind(i);
      if (kind == TokenKind.LPAREN) {
        i = parameters(i, end);
      } else if (kind == TokenKind.LBRACKET && raw.kind(i + 1) == TokenKind.LBRACKET) {
        i = raw.after(i, end);
      } else if (kind == TokenKind.LBRACKET) {
        i = bounds(i, end);
      } else {
        break;
      }
    }
    return i;
  }

  private int bounds(int open, int end) {
    int close = Math.min(raw.match(open), end);
    c.copy(open);
    int i = open + 1;
    while (i < close && (raw.kind(i) == TokenKind.STORAGE || raw.kind(i) == TokenKind.QUALIFIER)) {
      c.copy(i++);
    }
    if (i + 1 < close
        && raw.isIdentifier(i)
        && (raw.kind(i + 1) == TokenKind.NUMBER || raw.isIdentifier(i + 1))) {
      // [at_least 4]: a macro for static.
      i++;
    }
    if (i < close) {
      i = c.expressions.expression(i, close, false);
    }
    for (; i < close; i++) {
      c.copy(i);
    }
    return c.close(close, end);
  }

  /** Classifies {@code ( parameters )} and returns the index behind it. */
  int parameters(int open, int end) {
    int close = Math.min(raw.match(open), end);
    c.as(open, TokenKind.PARAMETER_LPAREN);
    int i = open + 1;
    while (i < close) {
      int comma = c.arguments.find(TokenKind.COMMA, i, close);
      parameter(i, comma);
      if (comma < close) {
        c.copy(comma);
      }
      i = comma + 1;
    }
    return c.close(close, end);
  }

  private void parameter(int from, int comma) {
    int first = types.afterAttributes(from, comma);
    if (first >= comma) {
      c.marker(TokenKind.OPAQUE, comma);
      return;
    }
    int kind = raw.kind(first);
    if (kind == TokenKind.ELLIPSIS) {
      c.copy(first);
      return;
    }
    if (kind == TokenKind.STAR || kind == TokenKind.NUMBER || kind == TokenKind.STRING) {
      // (*, gfp_t): a macro's parameter that stands for nothing here.
      c.out.add(TokenKind.OPAQUE, raw.start(first), raw.end(comma - 1));
      return;
    }
    if (raw.isIdentifier(first)
        && raw.kind(first + 1) == TokenKind.LPAREN
        && raw.match(first + 1) + 1 >= comma
        && !types.isTypeMacro(first)) {
      // DECLARE_PARAMETERS(size): a macro for one parameter or several.
      c.out.add(TokenKind.OPAQUE, raw.start(first), raw.end(comma - 1));
      return;
    }
    int stop = c.declarations.parameterType(first, comma);
    for (; stop < comma; stop++) {
      c.copy(stop);
    }
  }
}
