package org.gfpaudit.grammar.lex;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * A comment in a definition that speaks to this tool: its first word is {@link #OPENING}.
 *
 * @param comment where it stands
 * @param statement what it is about: the statement before it on its line; where none is, the one
 *     that it stands in or above. At least the comment itself.
 * @param text what it says, without the marks of a comment, in one line
 */
public record Remark(Span comment, Span statement, String text) {
  /** The word that such a comment begins with. The scanner records it as a call, by this name. */
  public static final String OPENING = "gfpaudit:";

  /** The remarks in the definition of that {@code extent}, in their order. */
  public static List<Remark> in(SourceText text, Span extent, boolean isMacro) {
    byte[] bytes = text.bytes();
    TokenBuffer tokens =
        isMacro
            ? Lexer.lexMacro(bytes, extent.start(), extent.end())
            : Lexer.lex(bytes, extent.start(), extent.end());
    Statements statements = new Statements(text, tokens);
    List<Remark> remarks = new ArrayList<>();
    int from = extent.start();
    for (int next = 0; next <= tokens.count(); next++) {
      int to = next < tokens.count() ? tokens.start(next) : extent.end();
      for (Span comment : comments(bytes, from, to)) {
        String words = words(text.text(comment));
        if (words.startsWith(OPENING)) {
          Span about = statements.near(comment, next);
          remarks.add(new Remark(comment, about.cover(comment), words));
        }
      }
      from = next < tokens.count() ? tokens.end(next) : to;
    }
    return remarks;
  }

  /** The comments between two tokens, where nothing else stands but white space and splices. */
  private static List<Span> comments(byte[] bytes, int from, int to) {
    List<Span> comments = new ArrayList<>();
    int at = from;
    while (at + 1 < to) {
      if (bytes[at] != '/') {
        at++;
        continue;
      }
      int end = bytes[at + 1] == '*' ? blockEnd(bytes, at + 2, to) : lineEnd(bytes, at, to);
      comments.add(new Span(at, end));
      at = end;
    }
    return comments;
  }

  private static int blockEnd(byte[] bytes, int at, int to) {
    for (int i = at; i + 1 < to; i++) {
      if (bytes[i] == '*' && bytes[i + 1] == '/') {
        return i + 2;
      }
    }
    return to;
  }

  private static int lineEnd(byte[] bytes, int at, int to) {
    int i = at;
    while (i < to && (bytes[i] != '\n' || bytes[i - 1] == '\\')) {
      i++;
    }
    return i;
  }

  private static String words(String comment) {
    return comment
        .replaceFirst("^/[*/]+", "")
        .replaceFirst("\\*+/$", "")
        .replaceAll("\\\\?\\R[ \\t]*(\\*|//)?", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Finds statements by nothing but brackets and semicolons: what is no C has them as well. */
  private static final class Statements {
    private final SourceText text;
    private final TokenBuffer tokens;

    /** For each token whether a statement ends with it or a block begins or ends. */
    private final boolean[] isEnd;

    Statements(SourceText text, TokenBuffer tokens) {
      this.text = text;
      this.tokens = tokens;
      this.isEnd = new boolean[tokens.count()];
      int open = 0;
      for (int i = 0; i < isEnd.length; i++) {
        switch (tokens.kind(i)) {
          case TokenKind.LPAREN -> open++;
          case TokenKind.RPAREN -> open = Math.max(0, open - 1);
          case TokenKind.SEMICOLON, TokenKind.LBRACE, TokenKind.RBRACE -> isEnd[i] = open == 0;
          default -> {}
        }
      }
    }

    /** The statement of a comment before the token {@code next}. */
    Span near(Span comment, int next) {
      boolean isBehind =
          next > 0
              && tokens.kind(next - 1) != TokenKind.DIRECTIVE
              && text.line(tokens.end(next - 1) - 1) == text.line(comment.start());
      int anchor = isBehind ? next - 1 : next;
      if (anchor >= isEnd.length || (isBehind && tokens.kind(anchor) == TokenKind.RBRACE)) {
        return comment;
      }
      int first = anchor;
      while (first > 0 && !isEnd[first - 1]) {
        first--;
      }
      int last = anchor;
      while (last + 1 < isEnd.length && !isEnd[last]) {
        last++;
      }
      return new Span(tokens.start(first), tokens.end(last));
    }
  }
}
