package org.gfpaudit.grammar.lex;

/** Decides whether a statement is a declaration, from its first tokens. */
final class DeclarationShapes {
  private final RawTokens raw;
  private final TypeShapes types;

  DeclarationShapes(RawTokens raw, TypeShapes types) {
    this.raw = raw;
    this.types = types;
  }

  /** Whether a declaration starts at {@code from}, the first token of a statement. */
  boolean startsDeclaration(int from, int end) {
    int i = types.afterAttributes(from, end);
    if (i >= end) {
      return false;
    }
    return switch (raw.kind(i)) {
      case TokenKind.STORAGE,
          TokenKind.QUALIFIER,
          TokenKind.TYPE_WORD,
          TokenKind.STRUCT,
          TokenKind.ENUM,
          TokenKind.TYPEOF ->
          true;
      case TokenKind.EXTENSION -> startsDeclaration(i + 1, end);
      case TokenKind.IDENTIFIER -> i + 1 < end && nameStartsDeclaration(i, end);
      default -> false;
    };
  }

  private boolean nameStartsDeclaration(int i, int end) {
    return switch (raw.kind(i + 1)) {
      case TokenKind.IDENTIFIER,
          TokenKind.STORAGE,
          TokenKind.QUALIFIER,
          TokenKind.TYPE_WORD,
          TokenKind.STRUCT,
          TokenKind.ENUM,
          TokenKind.TYPEOF,
          TokenKind.ATTRIBUTE ->
          // A line of its own that holds a macro in capitals is a statement, not a type.
          !(raw.startsLine(i + 1) && isMacroWord(raw.word(i)) && !types.isTypeName(i));
      case TokenKind.STAR -> isPointerDeclaration(i, end);
      case TokenKind.LPAREN -> isDeclarationWithParentheses(i, end);
      default -> false;
    };
  }

  /** {@code type *name} and then what may follow a declared name. */
  private boolean isPointerDeclaration(int i, int end) {
    int at = i + 1;
    while (at < end) {
      int after = types.afterAttributes(at, end);
      if (after > at) {
        at = after;
      } else if (raw.kind(at) == TokenKind.STAR || raw.kind(at) == TokenKind.QUALIFIER) {
        at++;
      } else {
        break;
      }
    }
    if (at >= end) {
      return false;
    }
    if (raw.kind(at) == TokenKind.LPAREN) {
      return types.isTypeName(i);
    }
    if (!raw.isIdentifier(at)) {
      return false;
    }
    return switch (at + 1 < end ? raw.kind(at + 1) : TokenKind.SEMICOLON) {
      case TokenKind.SEMICOLON,
          TokenKind.ASSIGN,
          TokenKind.COMMA,
          TokenKind.LBRACKET,
          TokenKind.LPAREN,
          TokenKind.COLON,
          TokenKind.IDENTIFIER,
          TokenKind.ATTRIBUTE ->
          true;
      default -> false;
    };
  }

  private boolean isDeclarationWithParentheses(int i, int end) {
    int close = raw.match(i + 1);
    int next = close + 1;
    if (next >= end) {
      return false;
    }
    if (types.isTypeMacro(i)) {
      return raw.isIdentifier(next) || raw.kind(next) == TokenKind.STAR;
    }
    int inside = types.afterAttributes(i + 2, close);
    if (raw.kind(inside) == TokenKind.STAR) {
      // type (*name)(parameters) or type (*name)[bound].
      int last = raw.kind(next) == TokenKind.LPAREN ? raw.match(next) + 1 : -1;
      if (last > 0 && isPlainPointerName(inside, close)) {
        int kind = raw.kind(last);
        return kind == TokenKind.SEMICOLON || kind == TokenKind.ASSIGN || kind == TokenKind.COMMA;
      }
      return raw.kind(next) == TokenKind.LBRACKET && types.isTypeName(i);
    }
    if (raw.startsLine(next) || MacroShapes.isLoopWord(raw.word(i))) {
      return false;
    }
    if (raw.kind(next) == TokenKind.STAR) {
      return raw.isIdentifier(next + 1) && raw.kind(next + 2) == TokenKind.ASSIGN;
    }
    return types.isTypeName(i) && raw.isIdentifier(next);
  }

  private boolean isPlainPointerName(int star, int close) {
    int i = star;
    while (raw.kind(i) == TokenKind.STAR || raw.kind(i) == TokenKind.QUALIFIER) {
      i++;
    }
    i = types.afterAttributes(i, close);
    return raw.isIdentifier(i) && (i + 1 == close || raw.kind(i + 1) == TokenKind.LBRACKET);
  }

  static boolean isMacroWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return false;
      }
    }
    return true;
  }
}
