package org.gfpaudit.grammar.lex;

/**
 * Splits bytes into tokens. Comments and white space vanish, line splices (a backslash before LF or
 * CRLF) join lines, a NUL is white space as it is to a compiler, a preprocessor directive becomes
 * one {@link TokenKind#DIRECTIVE} token with all its continuation lines. Any byte sequence is
 * accepted: what is no C becomes {@link TokenKind#STRAY}. Runs in linear time.
 */
public final class Lexer {
  private final byte[] text;
  private final int limit;
  private final TokenBuffer out;
  private int at;

  private Lexer(byte[] text, int start, int end) {
    this.text = text;
    this.limit = end;
    this.at = start;
    this.out = new TokenBuffer((end - start) / 4);
  }

  /** The tokens of {@code [start, end)}; a {@code #} first on its line opens a directive. */
  public static TokenBuffer lex(byte[] text, int start, int end) {
    Lexer lexer = new Lexer(text, start, end);
    lexer.run(true);
    return lexer.out;
  }

  /** The tokens of a macro's text, where {@code #} is an operator. */
  public static TokenBuffer lexMacro(byte[] text, int start, int end) {
    Lexer lexer = new Lexer(text, start, end);
    lexer.run(false);
    return lexer.out;
  }

  private void run(boolean directives) {
    boolean firstOnLine = true;
    while (at < limit) {
      byte b = text[at];
      if (b == '\n') {
        firstOnLine = true;
        at++;
      } else if (b == ' ' || (b >= '\t' && b <= '\r') || b == 0) {
        at++;
      } else if (b == '\\' && spliceLength(at) > 0) {
        at += spliceLength(at);
      } else if (b == '/' && peek(1) == '*') {
        at = afterBlockComment(at + 2);
      } else if (b == '/' && peek(1) == '/') {
        at = endOfLogicalLine(at);
      } else if (b == '#' && firstOnLine && directives) {
        int start = at;
        at = endOfDirective(at + 1);
        out.add(TokenKind.DIRECTIVE, start, at);
      } else {
        firstOnLine = false;
        token(b);
      }
    }
  }

  private void token(byte b) {
    if (isWordStart(b)) {
      word();
    } else if (b >= '0' && b <= '9') {
      number();
    } else if (b == '"' || b == '\'') {
      quoted(at, at, b);
    } else if (b == '.' && isDigit(peek(1))) {
      number();
    } else {
      int start = at;
      int kind = punctuator(b);
      out.add(kind, start, at);
    }
  }

  private void word() {
    int start = at;
    int hash = 0;
    int i = at;
    while (i < limit && isWordPart(text[i])) {
      hash = Keywords.step(hash, text[i]);
      i++;
    }
    at = i;
    if (i < limit && (text[i] == '"' || text[i] == '\'') && isEncodingPrefix(start, i)) {
      quoted(start, i, text[i]);
      return;
    }
    if (i < limit && text[i] == '\\' && spliceLength(i) > 0) {
      // A word may go on behind a splice; then it is no keyword worth having.
      while (at < limit && text[at] == '\\' && spliceLength(at) > 0) {
        int next = at + spliceLength(at);
        if (next >= limit || !isWordPart(text[next])) {
          break;
        }
        at = next;
        while (at < limit && isWordPart(text[at])) {
          at++;
        }
      }
      if (at > i) {
        out.add(TokenKind.IDENTIFIER, start, at);
        return;
      }
    }
    out.add(Keywords.kindOf(text, start, i, hash), start, i);
  }

  private boolean isEncodingPrefix(int start, int end) {
    int length = end - start;
    byte first = text[start];
    return (length == 1 && (first == 'L' || first == 'u' || first == 'U'))
        || (length == 2 && first == 'u' && text[start + 1] == '8');
  }

  /** A preprocessing number: {@code 0x1fUL}, {@code 1e-3}, also {@code 10000baseT}. */
  private void number() {
    int start = at;
    while (at < limit) {
      byte b = text[at];
      if ((b == '+' || b == '-') && isExponent(start, at)) {
        at++;
      } else if (b == '.' && peek(1) == '.') {
        break;
      } else if (isWordPart(b) || b == '.') {
        at++;
      } else {
        break;
      }
    }
    out.add(TokenKind.NUMBER, start, at);
  }

  /** In hexadecimal an e is a digit: {@code 0xe-1} is a subtraction in every compiler's eyes. */
  private boolean isExponent(int start, int sign) {
    byte before = text[sign - 1];
    boolean hexadecimal = sign - start > 1 && text[start] == '0' && (text[start + 1] | 0x20) == 'x';
    return hexadecimal ? (before | 0x20) == 'p' : (before | 0x20) == 'e';
  }

  private void quoted(int start, int quoteAt, byte quote) {
    int i = quoteAt + 1;
    while (i < limit) {
      byte b = text[i];
      if (b == '\\') {
        int splice = spliceLength(i);
        i += splice > 0 ? splice : 2;
      } else if (b == quote) {
        i++;
        break;
      } else if (b == '\n') {
        break;
      } else {
        i++;
      }
    }
    at = Math.min(i, limit);
    out.add(quote == '"' ? TokenKind.STRING : TokenKind.CHARACTER, start, at);
  }

  private int punctuator(byte b) {
    byte second = peek(1);
    byte third = peek(2);
    return switch (b) {
      case '(' -> take(TokenKind.LPAREN, 1);
      case ')' -> take(TokenKind.RPAREN, 1);
      case '[' -> take(TokenKind.LBRACKET, 1);
      case ']' -> take(TokenKind.RBRACKET, 1);
      case '{' -> take(TokenKind.LBRACE, 1);
      case '}' -> take(TokenKind.RBRACE, 1);
      case ';' -> take(TokenKind.SEMICOLON, 1);
      case ',' -> take(TokenKind.COMMA, 1);
      case ':' -> take(TokenKind.COLON, 1);
      case '?' -> take(TokenKind.QUESTION, 1);
      case '~' -> take(TokenKind.TILDE, 1);
      case '.' ->
          second == '.' && third == '.' ? take(TokenKind.ELLIPSIS, 3) : take(TokenKind.DOT, 1);
      case '#' -> second == '#' ? take(TokenKind.PASTE, 2) : take(TokenKind.HASH, 1);
      case '=' -> second == '=' ? take(TokenKind.EQUAL, 2) : take(TokenKind.ASSIGN, 1);
      case '!' -> second == '=' ? take(TokenKind.NOT_EQUAL, 2) : take(TokenKind.NOT, 1);
      case '*' -> withAssign(second, TokenKind.STAR, TokenKind.MULTIPLY_ASSIGN);
      case '/' -> withAssign(second, TokenKind.SLASH, TokenKind.DIVIDE_ASSIGN);
      case '%' -> withAssign(second, TokenKind.PERCENT, TokenKind.REMAINDER_ASSIGN);
      case '^' -> withAssign(second, TokenKind.XOR, TokenKind.XOR_ASSIGN);
      default -> doubledPunctuator(b, second, third);
    };
  }

  private int doubledPunctuator(byte b, byte second, byte third) {
    switch (b) {
      case '+' -> {
        return second == '+'
            ? take(TokenKind.INCREMENT, 2)
            : withAssign(second, TokenKind.PLUS, TokenKind.ADD_ASSIGN);
      }
      case '-' -> {
        if (second == '>') {
          return take(TokenKind.ARROW, 2);
        }
        return second == '-'
            ? take(TokenKind.DECREMENT, 2)
            : withAssign(second, TokenKind.MINUS, TokenKind.SUBTRACT_ASSIGN);
      }
      case '&' -> {
        return second == '&'
            ? take(TokenKind.AND_THEN, 2)
            : withAssign(second, TokenKind.AND, TokenKind.AND_ASSIGN);
      }
      case '|' -> {
        return second == '|'
            ? take(TokenKind.OR_ELSE, 2)
            : withAssign(second, TokenKind.OR, TokenKind.OR_ASSIGN);
      }
      case '<' -> {
        if (second == '<') {
          return third == '='
              ? take(TokenKind.SHIFT_LEFT_ASSIGN, 3)
              : take(TokenKind.SHIFT_LEFT, 2);
        }
        return withAssign(second, TokenKind.LESS, TokenKind.LESS_OR_EQUAL);
      }
      case '>' -> {
        if (second == '>') {
          return third == '='
              ? take(TokenKind.SHIFT_RIGHT_ASSIGN, 3)
              : take(TokenKind.SHIFT_RIGHT, 2);
        }
        return withAssign(second, TokenKind.GREATER, TokenKind.GREATER_OR_EQUAL);
      }
      default -> {
        return take(TokenKind.STRAY, 1);
      }
    }
  }

  private int withAssign(byte second, int plain, int assigned) {
    return second == '=' ? take(assigned, 2) : take(plain, 1);
  }

  private int take(int kind, int length) {
    at += length;
    return kind;
  }

  private byte peek(int ahead) {
    return at + ahead < limit ? text[at + ahead] : 0;
  }

  /** The length of a splice at {@code i}, or 0 where there is none. */
  private int spliceLength(int i) {
    if (i + 1 < limit && text[i + 1] == '\n') {
      return 2;
    }
    return i + 2 < limit && text[i + 1] == '\r' && text[i + 2] == '\n' ? 3 : 0;
  }

  private int afterBlockComment(int i) {
    while (i + 1 < limit) {
      if (text[i] == '*' && text[i + 1] == '/') {
        return i + 2;
      }
      i++;
    }
    return limit;
  }

  /** The offset of the line feed that ends the line of {@code i}, splices passed over. */
  private int endOfLogicalLine(int i) {
    while (i < limit && text[i] != '\n') {
      int splice = text[i] == '\\' ? spliceLength(i) : 0;
      i += Math.max(splice, 1);
    }
    return Math.min(i, limit);
  }

  /** As {@link #endOfLogicalLine}, but a comment may carry the directive on to later lines. */
  private int endOfDirective(int i) {
    while (i < limit && text[i] != '\n') {
      byte b = text[i];
      byte next = i + 1 < limit ? text[i + 1] : 0;
      if (b == '\\' && spliceLength(i) > 0) {
        i += spliceLength(i);
      } else if (b == '/' && next == '*') {
        i = afterBlockComment(i + 2);
      } else if (b == '/' && next == '/') {
        return endOfLogicalLine(i);
      } else if (b == '"' || b == '\'') {
        i = afterQuoteOnLine(i);
      } else {
        i++;
      }
    }
    return Math.min(i, limit);
  }

  /** A directive may hold an apostrophe that quotes nothing ({@code #error don't}). */
  private int afterQuoteOnLine(int i) {
    for (int j = i + 1; j < limit && text[j] != '\n'; j++) {
      if (text[j] == '\\') {
        if (spliceLength(j) > 0) {
          return i + 1;
        }
        j++;
      } else if (text[j] == text[i]) {
        return j + 1;
      }
    }
    return i + 1;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isWordStart(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b == '$' || b < 0;
  }

  private static boolean isWordPart(byte b) {
    return isWordStart(b) || isDigit(b);
  }
}
