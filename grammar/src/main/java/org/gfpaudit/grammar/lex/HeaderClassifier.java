package org.gfpaudit.grammar.lex;

/** Classifies what stands before a function's body. */
final class HeaderClassifier {
  private final Classifier c;
  private final RawTokens raw;

  HeaderClassifier(Classifier c) {
    this.c = c;
    this.raw = c.raw;
  }

  void header(int start, int end) {
    int from = afterStrayMacros(start, end);
    int i = isDefinitionMacro(from, end) ? definitionMacro(from, end) : function(from, end);
    for (; i < end; i++) {
      c.copy(i);
    }
  }

  /**
   * Macros that need no semicolon may stand in lines of their own before a definition, and nothing
   * but the line tells them from its first words: {@code HAS_FEATURE(quota)}, {@code __printf(1,
   * 2)}.
   */
  private int afterStrayMacros(int start, int end) {
    int i = start;
    while (i + 1 < end
        && raw.isIdentifier(i)
        && raw.kind(i + 1) == TokenKind.LPAREN
        && !c.types.isTypeMacro(i)) {
      int next = raw.after(i + 1, end);
      if (next >= end || !raw.startsLine(next) || !startsDefinition(next)) {
        break;
      }
      i = next;
    }
    return i;
  }

  private boolean startsDefinition(int i) {
    return switch (raw.kind(i)) {
      case TokenKind.STORAGE,
          TokenKind.TYPE_WORD,
          TokenKind.STRUCT,
          TokenKind.ENUM,
          TokenKind.QUALIFIER,
          TokenKind.ATTRIBUTE ->
          true;
      case TokenKind.IDENTIFIER ->
          // name(a) type_t a; { ... } has a semicolon where name(a) type_t f(...) has a
          // parenthesis.
          raw.kind(i + 1) == TokenKind.LPAREN
              || raw.kind(i + 2) == TokenKind.LPAREN
              || raw.kind(i + 3) == TokenKind.LPAREN;
      default -> false;
    };
  }

  /**
   * {@code SYSCALL_DEFINE3(read, ...)}, {@code static BPF_CALL_1(...)}: a call with no type before
   * it and nothing behind it.
   */
  private boolean isDefinitionMacro(int from, int end) {
    int i = c.declarations.afterStorage(from, end);
    if (i + 1 >= end || !raw.isIdentifier(i) || raw.kind(i + 1) != TokenKind.LPAREN) {
      return false;
    }
    int next = raw.after(i + 1, end);
    return c.types.afterAttributes(next, end) >= end
        && raw.match(i + 1) > i + 2
        && !c.types.isTypeMacro(i);
  }

  private int definitionMacro(int from, int end) {
    int i = c.declarations.afterStorage(from, end);
    for (int j = from; j < i; j++) {
      if (raw.kind(j) == TokenKind.STORAGE) {
        c.copy(j);
      }
    }
    c.as(i, TokenKind.FUNCTION_MACRO);
    int close = Math.min(raw.match(i + 1), end);
    for (int j = i + 2; j < close; j++) {
      if (raw.kind(j) == TokenKind.COMMA && raw.isIdentifier(j + 1)) {
        c.types.declare(raw.word(j + 1));
      }
    }
    return c.types.afterAttributes(c.arguments.argumentList(i + 1, end), end);
  }

  private int function(int from, int end) {
    int i = c.declarations.specifiers(from, end, false);
    i = c.declarations.declarator(i, end, false);
    i = afterHeaderAttributes(i, end);
    while (i < end && c.declarationShapes.startsDeclaration(i, end)) {
      int start = i;
      c.marker(TokenKind.DECLARATION, i);
      i = c.declarations.declaration(i, end);
      if (i == start) {
        break;
      }
    }
    return i;
  }

  /**
   * Attributes between the parameters and the body; a word that starts a K&R declaration is none.
   */
  private int afterHeaderAttributes(int from, int end) {
    int i = c.types.afterAttributes(from, end);
    while (i < end && raw.isIdentifier(i)) {
      int next = i + 1;
      if (next < end && raw.kind(next) == TokenKind.LPAREN) {
        next = raw.after(next, end);
      }
      if (next < end && !raw.isIdentifier(next) && raw.kind(next) != TokenKind.ATTRIBUTE) {
        break;
      }
      if (next < end
          && raw.isIdentifier(next)
          && raw.kind(next + 1) != TokenKind.LPAREN
          && next + 1 < end) {
        break;
      }
      i = c.types.afterAttributes(next, end);
    }
    return i;
  }
}
