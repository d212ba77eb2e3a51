package org.gfpaudit.grammar.lex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gfpaudit.grammar.source.Span;

/** Code that no configuration reads although it is not dead. */
final class LeftOut {
  private final TokenBuffer tokens;

  /** Half-open ranges of tokens. */
  private final List<Span> runs = new ArrayList<>();

  LeftOut(TokenBuffer tokens) {
    this.tokens = tokens;
  }

  /** Leaves out the tokens {@code [from, to)}; there is one at least. */
  void add(int from, int to) {
    runs.add(new Span(from, to));
  }

  /** What was left out, in order. Runs with nothing but directives between them are one. */
  List<Span> spans() {
    runs.sort(Comparator.comparingInt(Span::start));
    List<Span> spans = new ArrayList<>();
    int i = 0;
    while (i < runs.size()) {
      Span run = runs.get(i++);
      while (i < runs.size() && areDirectives(run.end(), runs.get(i).start())) {
        run = run.cover(runs.get(i++));
      }
      spans.add(new Span(tokens.start(run.start()), tokens.end(run.end() - 1)));
    }
    return List.copyOf(spans);
  }

  private boolean areDirectives(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.kind(i) != TokenKind.DIRECTIVE) {
        return false;
      }
    }
    return true;
  }
}
