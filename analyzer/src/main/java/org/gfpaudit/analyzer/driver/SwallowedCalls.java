package org.gfpaudit.analyzer.driver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.index.SwallowedCode;
import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.Sink;

/**
 * Code that the scanner passed over because a brace is missing or too many, or because a comment
 * does not end. Only files of which it was in doubt are read.
 */
final class SwallowedCalls {
  private final Model model;
  private final SourceIndex index;

  /** The functions of which a call would be a row, or lead to one. */
  private final Set<String> names = new HashSet<>();

  private final Memo<SourceFile, List<Doubt>> doubts;

  /**
   * Something in a file that no row is made of.
   *
   * @param call the name that is called, which may be of no interest; empty where it is no call
   */
  private record Doubt(int line, String what, boolean isSevere, Optional<String> call) {}

  private SwallowedCalls(Model model) {
    this.model = model;
    this.index = model.index();
    this.doubts = new Memo<>(model.tracing(), "swallowed code");
  }

  /** The calls that no row is made of, and the functions that are not known as such. */
  static List<Problem> problems(Model model) {
    SwallowedCalls search = new SwallowedCalls(model);
    SourceIndex index = search.index;
    List<Entity> callers = index.find(SwallowedCode.NAME).map(index::callers).orElse(List.of());
    if (!callers.isEmpty()) {
      search.findNames();
    }
    return callers.stream().map(index::fileOf).flatMap(search::problems).toList();
  }

  private Stream<Problem> problems(SourceFile file) {
    return doubts.get(file, this::find).stream()
        .filter(doubt -> doubt.call.filter(name -> !names.contains(name)).isEmpty())
        .map(
            doubt ->
                new Problem(
                    index.path(file),
                    doubt.line,
                    doubt.what
                        + ": a brace is missing or too many, or a comment is open; calls can be"
                        + " missing",
                    doubt.isSevere));
  }

  private void findNames() {
    for (Sink sink : model.knowledge().sinks()) {
      names.add(sink.name());
    }
    for (Entity entity : model.slice()) {
      if (index.kind(entity) == EntityKind.FUNCTION && index.mentionsMaskType(entity)) {
        names.add(index.text(index.nameOf(entity)));
      }
    }
  }

  private List<Doubt> find(SourceFile file) {
    List<Doubt> found = new ArrayList<>();
    SourceText text = model.program().freshText(file);
    List<Entity> entities = index.entitiesOf(file);
    for (MissedFunctions.Missed function : MissedFunctions.of(text, index, entities)) {
      String what = "a function is " + function.cause();
      found.add(new Doubt(text.line(function.offset()), what, false, Optional.empty()));
    }
    TokenBuffer tokens = Lexer.lex(text.bytes(), 0, text.bytes().length);
    int end = tokens.count() == 0 ? 0 : tokens.end(tokens.count() - 1);
    String behind = text.text(new Span(end, text.bytes().length));
    int comment = behind.lastIndexOf("/*");
    if (comment >= 0 && behind.indexOf("*/", comment) < 0) {
      String what = "a comment does not end";
      found.add(new Doubt(text.line(end + comment), what, true, Optional.empty()));
    }
    for (int i = 0; i + 1 < tokens.count(); i++) {
      if (tokens.kind(i) == TokenKind.IDENTIFIER && tokens.kind(i + 1) == TokenKind.LPAREN) {
        Span name = new Span(tokens.start(i), tokens.end(i));
        if (!isRead(entities, name.start())) {
          String called = text.text(name);
          String what = "the call of " + called + "() stands in no function";
          found.add(new Doubt(text.line(name.start()), what, true, Optional.of(called)));
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether a definition whose calls are looked at is around a place. */
  private boolean isRead(List<Entity> entities, int offset) {
    return entities.stream()
        .anyMatch(
            entity ->
                index.extent(entity).contains(offset)
                    && switch (index.kind(entity)) {
                      case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO, INVOCATION -> true;
                      case STRUCT, TYPEDEF, VARIABLE -> false;
                    });
  }
}
