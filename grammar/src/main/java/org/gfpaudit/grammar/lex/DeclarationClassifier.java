package org.gfpaudit.grammar.lex;

/** Classifies declarations, type names and parameters. */
final class DeclarationClassifier {
  private final Classifier c;
  private final RawTokens raw;
  private final TypeShapes types;
  private final CompoundTypeClassifier compounds;

  DeclarationClassifier(Classifier c) {
    this.c = c;
    this.raw = c.raw;
    this.types = c.types;
    this.compounds = new CompoundTypeClassifier(c);
  }

  /** Classifies a declaration with its semicolon and returns the index behind it. */
  int declaration(int from, int end) {
    int i = specifiers(from, end, false);
    while (i < end && raw.kind(i) != TokenKind.SEMICOLON) {
      int start = i;
      i = declarator(i, end, false);
      i = afterTrailingAttributes(i, end);
      if (i < end && raw.kind(i) == TokenKind.COLON) {
        c.copy(i);
        i = c.expressions.expression(i + 1, end, true);
        i = afterTrailingAttributes(i, end);
      }
      if (i < end && raw.kind(i) == TokenKind.ASSIGN) {
        c.copy(i);
        i = c.initializers.value(i + 1, end);
        i = types.afterAttributes(i, end);
      }
      if (i < end && raw.kind(i) == TokenKind.COMMA) {
        c.copy(i++);
        i = types.afterAttributes(i, end);
      } else if (i == start || i >= end || raw.kind(i) != TokenKind.SEMICOLON) {
        break;
      }
    }
    if (i < end && raw.kind(i) == TokenKind.SEMICOLON) {
      c.copy(i++);
    } else if (i >= end) {
      c.markerBehind(TokenKind.SEMICOLON, end - 1);
    }
    return i;
  }

  /** Classifies a type name without a declared name, and returns where it stopped. */
  int typeName(int from, int end) {
    return types.afterAttributes(declarator(specifiers(from, end, true), end, true), end);
  }

  /** Classifies a parameter, or a type that stands as an argument. */
  int parameterType(int from, int end) {
    int i = declarator(specifiers(from, end, true), end, true);
    return afterTrailingAttributes(i, end);
  }

  /**
   * Whether {@code from} starts a macro that declares something itself: {@code static
   * DEFINE_MUTEX(lock);}, with no type before it.
   */
  boolean isDeclarationMacro(int from, int end) {
    int i = afterStorage(from, end);
    if (i + 1 >= end || !raw.isIdentifier(i) || raw.kind(i + 1) != TokenKind.LPAREN) {
      return false;
    }
    int inside = types.afterAttributes(i + 2, end);
    boolean pointer =
        raw.kind(inside) == TokenKind.STAR
            || (raw.isIdentifier(inside) && raw.kind(inside + 1) == TokenKind.STAR);
    boolean plainName =
        raw.match(i + 1) == i + 3 && (types.isTypeName(i) || raw.word(i).endsWith("_t"));
    boolean beforeSuffix = raw.kind(raw.match(i + 1) + 1) == TokenKind.LPAREN;
    if (beforeSuffix && (pointer || plainName)) {
      // static type (*name)(parameters), typedef type (name)(parameters)
      return false;
    }
    int next = raw.match(i + 1) + 1;
    if (next < end && raw.kind(next) == TokenKind.LPAREN) {
      next = raw.match(next) + 1;
    }
    return next >= end
        || raw.kind(next) == TokenKind.SEMICOLON
        || raw.kind(next) == TokenKind.ASSIGN;
  }

  /** The index behind storage classes, qualifiers and attributes. */
  int afterStorage(int from, int end) {
    int i = types.afterLeadingAttributes(from, end);
    while (i < end && (raw.kind(i) == TokenKind.STORAGE || raw.kind(i) == TokenKind.QUALIFIER)) {
      i = types.afterLeadingAttributes(i + 1, end);
    }
    return i;
  }

  /** Classifies a declaration macro at file scope and its initialiser. */
  int macroDeclaration(int from, int end) {
    int i = afterStorage(from, end);
    for (int j = from; j < i; j++) {
      if (raw.kind(j) == TokenKind.STORAGE) {
        c.copy(j);
      }
    }
    c.as(i, TokenKind.MACRO_NAME);
    i = c.arguments.argumentList(i + 1, end);
    if (i < end && raw.kind(i) == TokenKind.ASSIGN) {
      c.copy(i);
      i = c.initializers.value(i + 1, end);
    }
    if (i < end && raw.kind(i) == TokenKind.SEMICOLON) {
      c.copy(i++);
    }
    return i;
  }

  /**
   * Classifies the specifiers of a declaration and returns the index of its first declarator.
   *
   * @param typeContext whether a lone name is a type rather than a variable of implicit type
   */
  int specifiers(int from, int end, boolean typeContext) {
    boolean specified = false;
    boolean seenStorage = false;
    int i = types.afterLeadingAttributes(from, end);
    while (i < end) {
      switch (raw.kind(i)) {
        case TokenKind.STORAGE, TokenKind.QUALIFIER -> {
          seenStorage = true;
          c.copy(i++);
        }
        case TokenKind.EXTENSION -> c.copy(i++);
        case TokenKind.TYPE_WORD -> {
          specified = true;
          c.copy(i++);
        }
        case TokenKind.STRUCT -> {
          specified = true;
          i = compounds.struct(i, end);
        }
        case TokenKind.ENUM -> {
          specified = true;
          i = compounds.enumeration(i, end);
        }
        case TokenKind.TYPEOF -> {
          specified = true;
          i = compounds.typeof(i, end);
        }
        case TokenKind.IDENTIFIER -> {
          if (specified) {
            int after = afterUnknownAttribute(i, end);
            if (after == i) {
              return i;
            }
            i = after;
          } else if (isAttributeCall(i, end)) {
            i = raw.after(i + 1, end);
          } else if (raw.kind(i + 1) == TokenKind.LPAREN && i + 1 < end) {
            int after = typeMacro(i, end);
            if (after == i) {
              return i;
            }
            specified = true;
            i = after;
          } else if (isPrefixAttribute(i, end)) {
            i++;
          } else if (!typeContext && seenStorage && endsDeclarator(i + 1, end)) {
            return i;
          } else {
            specified = true;
            c.as(i++, TokenKind.TYPE_NAME);
          }
        }
        default -> {
          return i;
        }
      }
      i = types.afterLeadingAttributes(i, end);
    }
    return i;
  }

  /** {@code SEC("tc")}, {@code __retval(-1)} before a type: no type takes such arguments. */
  private boolean isAttributeCall(int i, int end) {
    if (i + 1 >= end || raw.kind(i + 1) != TokenKind.LPAREN || types.isTypeMacro(i)) {
      return false;
    }
    int next = raw.after(i + 1, end);
    boolean followed =
        next < end && (ExpressionClassifier.isWord(raw.kind(next)) || raw.startsLine(next));
    int first = raw.kind(i + 2);
    return followed
        && (first == TokenKind.STRING
            || first == TokenKind.NUMBER
            || first == TokenKind.MINUS
            || raw.word(i).startsWith("__"));
  }

  private boolean endsDeclarator(int i, int end) {
    if (i >= end) {
      return true;
    }
    int kind = raw.kind(i);
    return kind == TokenKind.SEMICOLON
        || kind == TokenKind.ASSIGN
        || kind == TokenKind.COMMA
        || kind == TokenKind.LBRACKET;
  }

  /** {@code UNKNOWN_ATTR int x}, {@code UNKNOWN_ATTR u32 x}: a word before the type. */
  private boolean isPrefixAttribute(int i, int end) {
    if (i + 1 >= end || types.isTypeName(i)) {
      return false;
    }
    switch (raw.kind(i + 1)) {
      case TokenKind.TYPE_WORD,
          TokenKind.STRUCT,
          TokenKind.ENUM,
          TokenKind.TYPEOF,
          TokenKind.STORAGE -> {
        return true;
      }
      case TokenKind.IDENTIFIER -> {
        if (raw.word(i).startsWith("__") && raw.startsLineInFirstColumn(i + 1)) {
          return true;
        }
        return types.isTypeName(i + 1)
            && i + 2 < end
            && (raw.isIdentifier(i + 2) || raw.kind(i + 2) == TokenKind.STAR);
      }
      default -> {
        return false;
      }
    }
  }

  /**
   * Behind a type, a name followed by another name or a star is an attribute: {@code int __attr x}.
   * A name followed by a known attribute is the declared name.
   */
  private int afterUnknownAttribute(int i, int end) {
    int next = i + 1;
    if (next < end && raw.kind(next) == TokenKind.LPAREN) {
      next = raw.after(next, end);
    }
    if (next >= end || types.afterAttributes(next, end) > next) {
      return i;
    }
    int kind = raw.kind(next);
    if (next > i + 1
        && raw.word(i).startsWith("__")
        && ExpressionClassifier.isWord(kind)
        && raw.startsLineInFirstColumn(next)) {
      // __attr(x) on a line of its own, and the definition below it.
      return next;
    }
    if (next > i + 1 && kind != TokenKind.STAR) {
      // int __attr(x) name(...) leads on, int name(a) int a; {...} does not.
      return kind == TokenKind.IDENTIFIER
              && raw.kind(next + 1) == TokenKind.LPAREN
              && !looksTrailing(i, next, end)
          ? next
          : i;
    }
    boolean leadsOn =
        kind == TokenKind.STAR
            || kind == TokenKind.TYPE_WORD
            || kind == TokenKind.QUALIFIER
            || kind == TokenKind.STORAGE
            || (kind == TokenKind.IDENTIFIER && !looksTrailing(i, next, end));
    return leadsOn ? next : i;
  }

  /** Whether of two names in a row the second is the attribute. */
  private boolean looksTrailing(int first, int second, int end) {
    if (raw.kind(first + 1) == TokenKind.LPAREN && raw.kind(second + 1) == TokenKind.LPAREN) {
      // name(parameters) __attr(x) {  or  __attr(x) name(parameters) {
      return (raw.word(second).startsWith("__") && !raw.word(first).startsWith("__"))
          || (DeclarationShapes.isMacroWord(raw.word(second))
              && !DeclarationShapes.isMacroWord(raw.word(first)));
    }
    if (raw.kind(first + 1) == TokenKind.LPAREN) {
      return second + 1 >= end || raw.kind(second + 1) == TokenKind.LBRACE;
    }
    if (raw.word(first).startsWith("__")) {
      return false;
    }
    return raw.word(second).startsWith("__")
        || (DeclarationShapes.isMacroWord(raw.word(second))
            && !DeclarationShapes.isMacroWord(raw.word(first)));
  }

  /** Attributes behind a declarator, unknown ones too, and the register of {@code asm("r0")}. */
  private int afterTrailingAttributes(int from, int end) {
    int i = types.afterAttributes(from, end);
    while (i < end && (raw.isIdentifier(i) || raw.kind(i) == TokenKind.ASM)) {
      i++;
      if (i < end && raw.kind(i) == TokenKind.LPAREN) {
        i = raw.after(i, end);
      }
      i = types.afterAttributes(i, end);
    }
    return i;
  }

  /** {@code typeof_member(...) x}, {@code ACPI_TYPE(...) *x}: a macro that stands for a type. */
  private int typeMacro(int i, int end) {
    int next = raw.after(i + 1, end);
    boolean type =
        types.isTypeMacro(i)
            || (next < end
                && (raw.isIdentifier(next)
                    || raw.kind(next) == TokenKind.STAR
                    || raw.kind(next) == TokenKind.QUALIFIER
                    || raw.kind(next) == TokenKind.TYPE_WORD
                    || raw.kind(next) == TokenKind.STRUCT));
    if (type) {
      c.as(i, TokenKind.TYPE_MACRO);
      return c.arguments.argumentList(i + 1, end);
    }
    boolean pointer =
        raw.kind(i + 2) == TokenKind.STAR
            || (raw.isIdentifier(i + 2) && raw.kind(i + 3) == TokenKind.STAR);
    boolean plainName =
        raw.match(i + 1) == i + 3 && (types.isTypeName(i) || raw.word(i).endsWith("_t"));
    boolean beforeSuffix =
        next < end && (raw.kind(next) == TokenKind.LPAREN || raw.kind(next) == TokenKind.LBRACKET);
    if (raw.kind(i + 2) == TokenKind.LPAREN || (beforeSuffix && (pointer || plainName))) {
      // type (*name)(parameters), type (name)(parameters)
      c.as(i, TokenKind.TYPE_NAME);
      return i + 1;
    }
    return i;
  }

  /**
   * Classifies one declarator and returns the index behind it.
   *
   * @param typeContext whether the declared name may be missing
   */
  int declarator(int from, int end, boolean typeContext) {
    return new DeclaratorClassifier(c).declarator(from, end, typeContext);
  }
}
