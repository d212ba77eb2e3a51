package org.gfpaudit.grammar.lex;

/** The lexer's tokens of one configuration, with their brackets matched. */
public final class RawTokens {
  /** Columns are compared only, and no line of code is indented further. */
  private static final int MOST_COLUMNS = 500;

  private final byte[] text;
  private final TokenBuffer tokens;
  private final int[] match;
  private final WordTable words;

  public RawTokens(byte[] text, TokenBuffer tokens, WordTable words) {
    this.text = text;
    this.tokens = tokens;
    this.match = Brackets.match(tokens);
    this.words = words;
  }

  public int count() {
    return tokens.count();
  }

  public int kind(int i) {
    return tokens.kind(i);
  }

  public int start(int i) {
    return i < tokens.count() ? tokens.start(i) : tokens.end(tokens.count() - 1);
  }

  public int end(int i) {
    return tokens.end(Math.min(i, tokens.count() - 1));
  }

  /** For an opening bracket, the index of the token that closes it or of the end; never -1. */
  public int match(int i) {
    return match[i];
  }

  /** The index behind the bracket that closes the one at {@code i}, at most {@code limit}. */
  int after(int i, int limit) {
    return Math.min(match[i] + 1, limit);
  }

  public String word(int i) {
    return words.word(text, tokens.start(i), tokens.end(i));
  }

  byte firstByte(int i) {
    return text[tokens.start(i)];
  }

  boolean isIdentifier(int i) {
    return tokens.kind(i) == TokenKind.IDENTIFIER;
  }

  /** Whether a line ends between token {@code i} and the one before it. */
  boolean startsLine(int i) {
    if (i == 0 || i >= tokens.count()) {
      return true;
    }
    for (int at = tokens.end(i - 1); at < tokens.start(i); at++) {
      if (text[at] == '\n' && text[at - 1] != '\\') {
        return true;
      }
    }
    return false;
  }

  /** Whether a token stands first on its line, with no white space before it. */
  public boolean startsLineInFirstColumn(int i) {
    int start = tokens.start(i);
    return start == 0 || text[start - 1] == '\n';
  }

  /** The width of the white space before a token on its line, a tab counting to the next eighth. */
  int column(int i) {
    int lineStart = tokens.start(i);
    int least = Math.max(0, lineStart - MOST_COLUMNS);
    while (lineStart > least && text[lineStart - 1] != '\n') {
      lineStart--;
    }
    int column = 0;
    for (int at = lineStart; at < tokens.start(i); at++) {
      column = text[at] == '\t' ? (column | 7) + 1 : column + 1;
    }
    return column;
  }

  /** Whether every bracket is closed, and by one of its own kind. */
  public boolean isBalanced() {
    for (int i = 0; i < tokens.count(); i++) {
      int kind = tokens.kind(i);
      boolean closes =
          kind == TokenKind.RPAREN || kind == TokenKind.RBRACKET || kind == TokenKind.RBRACE;
      boolean opens =
          kind == TokenKind.LPAREN || kind == TokenKind.LBRACKET || kind == TokenKind.LBRACE;
      if ((closes && match[i] < 0)
          || (opens && (match[i] >= tokens.count() || match[match[i]] != i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether there are more jumps than are followed. */
  public boolean isTooTangled() {
    return Brackets.isTooTangled(tokens);
  }

  /** Whether the tokens nest too deep to be read by recursion. */
  public boolean isTooDeep() {
    return Brackets.isTooDeep(tokens);
  }
}
