package org.gfpaudit.reports.html;

import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;

/** What each byte of a C file belongs to, as far as a reader tells it by its colour. */
final class CodeColours {
  /** What a byte belongs to. */
  enum Colour {
    PLAIN(""),
    COMMENT("c"),
    STRING("s"),
    KEYWORD("k"),
    DIRECTIVE("p");

    private final String mark;

    Colour(String mark) {
      this.mark = mark;
    }

    /** The attribute of the element around it; empty for what has no colour. */
    String mark() {
      return mark;
    }
  }

  private final byte[] text;
  private final byte[] colours;

  /** The colours of a whole file. Any bytes are taken; it runs in linear time. */
  CodeColours(byte[] text) {
    this.text = text;
    this.colours = new byte[text.length];
    take(Lexer.lex(text, 0, text.length), 0, text.length);
  }

  /** The colour of a byte. */
  Colour at(int offset) {
    return Colour.values()[colours[offset]];
  }

  /** Between tokens stand comments, white space and joined lines. */
  private void take(TokenBuffer tokens, int start, int end) {
    int before = start;
    for (int i = 0; i < tokens.count(); i++) {
      fill(before, tokens.start(i), Colour.COMMENT);
      before = tokens.end(i);
      if (tokens.kind(i) == TokenKind.DIRECTIVE) {
        directive(tokens.start(i), tokens.end(i));
      } else {
        fill(tokens.start(i), tokens.end(i), colour(tokens.kind(i)));
      }
    }
    fill(before, end, Colour.COMMENT);
  }

  /** {@code # define} and its like; what follows is code again, but for the name of a header. */
  private void directive(int start, int end) {
    int word = start + 1;
    while (word < end && (text[word] == ' ' || text[word] == '\t')) {
      word++;
    }
    int after = word;
    while (after < end && text[after] >= 'a' && text[after] <= 'z') {
      after++;
    }
    fill(start, after, Colour.DIRECTIVE);
    take(Lexer.lexMacro(text, after, end), after, end);
  }

  private void fill(int start, int end, Colour colour) {
    for (int i = start; i < end; i++) {
      colours[i] = (byte) colour.ordinal();
    }
  }

  private static Colour colour(int kind) {
    if (kind == TokenKind.STRING || kind == TokenKind.CHARACTER) {
      return Colour.STRING;
    }
    boolean isKeyword = kind >= TokenKind.IF && kind <= TokenKind.LOCAL_LABEL;
    return isKeyword ? Colour.KEYWORD : Colour.PLAIN;
  }
}
