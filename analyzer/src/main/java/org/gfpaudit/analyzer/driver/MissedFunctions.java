package org.gfpaudit.analyzer.driver;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * Function definitions that the scanner did not find as such, looked for in another way than it
 * does: by a brace in column 0 behind the parameters of a name, on lines that start in column 0.
 */
final class MissedFunctions {
  static final String SWALLOWED = "swallowed by another definition";
  static final String NOT_FOUND = "not found as a definition";

  /** Heads are no longer; what is behind a longer one is not looked for. */
  private static final int MOST_HEAD_TOKENS = 1_000;

  private final SourceText text;
  private final TokenBuffer tokens;

  /** A function that is none in the index. */
  record Missed(int offset, String cause) {}

  private MissedFunctions(SourceText text) {
    this.text = text;
    this.tokens = Lexer.lex(text.bytes(), 0, text.bytes().length);
  }

  /**
   * The missed functions of one file, in order.
   *
   * @param entities all definitions of the file, in order
   */
  static List<Missed> of(SourceText text, SourceIndex index, List<Entity> entities) {
    MissedFunctions search = new MissedFunctions(text);
    List<Missed> missed = new ArrayList<>();
    List<Entity> functions =
        entities.stream().filter(e -> index.kind(e) != EntityKind.OBJECT_MACRO).toList();
    int next = 0;
    int bodyOf = -1;
    for (int i = 0; i < search.tokens.count(); i++) {
      int name = search.isBody(i) ? search.nameBefore(i) : -1;
      if (name < 0) {
        continue;
      }
      int at = search.tokens.start(i);
      while (next < functions.size() && index.extent(functions.get(next)).end() <= at) {
        next++;
      }
      Entity around = next < functions.size() ? functions.get(next) : null;
      if (around == null || !index.extent(around).contains(at)) {
        missed.add(new Missed(search.tokens.start(name), NOT_FOUND));
      } else if (index.kind(around) != EntityKind.FUNCTION
          || (bodyOf == next && !search.isName(name, index, around))) {
        missed.add(new Missed(search.tokens.start(name), SWALLOWED));
      }
      bodyOf = next;
    }
    return missed;
  }

  private boolean isName(int token, SourceIndex index, Entity function) {
    String own = index.text(index.nameOf(function));
    return text.text(new Span(tokens.start(token), tokens.end(token))).equals(own);
  }

  private boolean isBody(int token) {
    return tokens.kind(token) == TokenKind.LBRACE && isFirstInLine(tokens.start(token));
  }

  private boolean isFirstInLine(int offset) {
    return offset == 0 || text.bytes()[offset - 1] == '\n';
  }

  /** The name whose parameters end before a brace, attributes passed over; -1 where none do. */
  private int nameBefore(int brace) {
    int first = Math.max(0, brace - MOST_HEAD_TOKENS);
    int name = -1;
    int i = brace - 1;
    while (i > first) {
      if (tokens.kind(i) == TokenKind.DIRECTIVE) {
        i--;
      } else if (tokens.kind(i) == TokenKind.RPAREN) {
        int open = opening(i, first);
        if (open <= first || tokens.kind(open - 1) != TokenKind.IDENTIFIER) {
          return name;
        }
        name = open - 1;
        i = name - 1;
      } else {
        break;
      }
    }
    return name >= 0 && startsInColumnZero(tokens.start(name)) ? name : -1;
  }

  private int opening(int close, int first) {
    int depth = 0;
    for (int i = close; i > first; i--) {
      if (tokens.kind(i) == TokenKind.RPAREN) {
        depth++;
      } else if (tokens.kind(i) == TokenKind.LPAREN && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a word starts the line of {@code offset}. */
  private boolean startsInColumnZero(int offset) {
    int start = offset;
    while (!isFirstInLine(start)) {
      start--;
    }
    return SourceText.isWord(text.bytes()[start]);
  }
}
