package org.gfpaudit.grammar.lex;

import java.util.Arrays;

/** Which bracket closes which, and how deep a definition nests. */
final class Brackets {
  /**
   * The deepest nesting that is read. Kernel code stays below 30; the parser needs some twenty
   * stack frames a level, so this is what a default thread stack holds with a wide margin.
   */
  static final int MOST_DEPTH = 120;

  /** The longest chain of operators or of headers without braces that is read. */
  static final int MOST_CHAIN = 500;

  /** The most jumps that are followed. Kernel code stays below 300. */
  static final int MOST_JUMPS = 2_000;

  private Brackets() {}

  /**
   * For each opening bracket the index of its closing one, or of the token that ends its text where
   * it is not closed. A closing bracket of the wrong kind closes the nearest opening one of its own
   * kind, and everything opened in between.
   */
  static int[] match(TokenBuffer tokens) {
    int count = tokens.count();
    int[] match = new int[count];
    Arrays.fill(match, -1);
    int[] open = new int[16];
    int[] openOfKind = new int[3];
    int depth = 0;
    for (int i = 0; i < count; i++) {
      int kind = tokens.kind(i);
      int opened = openIndex(kind);
      if (opened >= 0) {
        if (depth == open.length) {
          open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = i;
        openOfKind[opened]++;
      } else {
        int closed = closeIndex(kind);
        if (closed >= 0 && openOfKind[closed] > 0) {
          boolean done = false;
          while (!done) {
            int top = open[--depth];
            int topIndex = openIndex(tokens.kind(top));
            openOfKind[topIndex]--;
            match[top] = i;
            done = topIndex == closed;
            if (done) {
              match[i] = top;
            }
          }
        }
      }
    }
    while (depth > 0) {
      match[open[--depth]] = count;
    }
    return match;
  }

  private static int openIndex(int kind) {
    return switch (kind) {
      case TokenKind.LPAREN -> 0;
      case TokenKind.LBRACKET -> 1;
      case TokenKind.LBRACE -> 2;
      default -> -1;
    };
  }

  private static int closeIndex(int kind) {
    return switch (kind) {
      case TokenKind.RPAREN -> 0;
      case TokenKind.RBRACKET -> 1;
      case TokenKind.RBRACE -> 2;
      default -> -1;
    };
  }

  /**
   * Whether the tokens nest too deep to be read by recursion: too many brackets inside each other,
   * too long a chain of operators between two separators, or too many headers ({@code if (a) if (b)
   * ...}) without braces. A chain of {@code else if} counts once.
   */
  static boolean isTooDeep(TokenBuffer tokens) {
    int[] chains = new int[MOST_DEPTH + 1];
    int[] headers = new int[MOST_DEPTH + 1];
    int depth = 0;
    for (int i = 0; i < tokens.count(); i++) {
      int kind = tokens.kind(i);
      if (openIndex(kind) >= 0) {
        chains[depth]++;
        if (chains[depth] > MOST_CHAIN || ++depth >= MOST_DEPTH) {
          return true;
        }
        chains[depth] = 0;
        headers[depth] = 0;
      } else if (closeIndex(kind) >= 0) {
        depth = Math.max(0, depth - 1);
        if (kind == TokenKind.RBRACE && tokens.kind(i + 1) != TokenKind.ELSE) {
          headers[depth] = 0;
          chains[depth] = 0;
        }
      } else if (kind == TokenKind.SEMICOLON || kind == TokenKind.COMMA) {
        chains[depth] = 0;
        if (tokens.kind(i + 1) != TokenKind.ELSE) {
          headers[depth] = 0;
        }
      } else if (isHeader(kind)) {
        boolean elseIf = kind == TokenKind.ELSE && tokens.kind(i + 1) == TokenKind.IF;
        boolean afterElse = kind == TokenKind.IF && i > 0 && tokens.kind(i - 1) == TokenKind.ELSE;
        if (!elseIf && !afterElse && ++headers[depth] > MOST_DEPTH) {
          return true;
        }
        chains[depth] = 0;
      } else if (kind == TokenKind.CASE || kind == TokenKind.DEFAULT) {
        chains[depth] = 0;
      } else if (isOperator(kind) && ++chains[depth] > MOST_CHAIN) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are more jumps than a function of people has: a search follows each of them. */
  static boolean isTooTangled(TokenBuffer tokens) {
    int jumps = 0;
    for (int i = 0; i < tokens.count(); i++) {
      jumps += tokens.kind(i) == TokenKind.GOTO ? 1 : 0;
    }
    return jumps > MOST_JUMPS;
  }

  private static boolean isHeader(int kind) {
    return kind >= TokenKind.IF && kind <= TokenKind.SWITCH;
  }

  private static boolean isOperator(int kind) {
    return (kind >= TokenKind.QUESTION && kind <= TokenKind.DECREMENT)
        || kind == TokenKind.SIZEOF
        || kind == TokenKind.EXTENSION;
  }
}
