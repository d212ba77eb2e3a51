package org.gfpaudit.analyzer.driver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private final List<Problem> problems = new ArrayList<>();

  private SwallowedCalls(Model model) {
    this.model = model;
    this.index = model.index();
  }

  /** The calls that no row is made of, and the functions that are not known as such. */
  static List<Problem> problems(Model model) {
    SwallowedCalls search = new SwallowedCalls(model);
    SourceIndex index = search.index;
    List<Entity> doubts = index.find(SwallowedCode.NAME).map(index::callers).orElse(List.of());
    if (!doubts.isEmpty()) {
      search.findNames();
      doubts.forEach(doubt -> search.read(index.fileOf(doubt)));
    }
    return search.problems;
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

  private void read(SourceFile file) {
    SourceText text = model.program().freshText(file);
    List<Entity> entities = index.entitiesOf(file);
    for (MissedFunctions.Missed function : MissedFunctions.of(text, index, entities)) {
      add(text, function.offset(), "a function is " + function.cause(), /* severe= */ false);
    }
    TokenBuffer tokens = Lexer.lex(text.bytes(), 0, text.bytes().length);
    int end = tokens.count() == 0 ? 0 : tokens.end(tokens.count() - 1);
    String behind = text.text(new Span(end, text.bytes().length));
    int comment = behind.lastIndexOf("/*");
    if (comment >= 0 && behind.indexOf("*/", comment) < 0) {
      add(text, end + comment, "a comment does not end", /* severe= */ true);
    }
    for (int i = 0; i + 1 < tokens.count(); i++) {
      if (tokens.kind(i) == TokenKind.IDENTIFIER && tokens.kind(i + 1) == TokenKind.LPAREN) {
        Span name = new Span(tokens.start(i), tokens.end(i));
        if (names.contains(text.text(name)) && !isRead(entities, name.start())) {
          String what = "the call of " + text.text(name) + "() stands in no function";
          add(text, name.start(), what, /* severe= */ true);
        }
      }
    }
  }

  private void add(SourceText text, int offset, String what, boolean severe) {
    String why = ": a brace is missing or too many, or a comment is open; calls can be missing";
    problems.add(new Problem(text.path(), text.line(offset), what + why, severe));
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
