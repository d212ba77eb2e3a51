package org.gfpaudit.analyzer.driver;

import java.util.List;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Slice;
import org.gfpaudit.grammar.index.Entity;

/** Parses the slice side by side; what the phases ask for besides is parsed when they ask. */
final class ParseAhead {
  private ParseAhead() {}

  static void run(Model model, RunOptions run) {
    List<Entity> entities = List.copyOf(Slice.withContext(model));
    Workers.forEach(
        entities.size(), run.jobs(), run.progress(), i -> parse(model, entities.get(i)));
  }

  /** An error of our own is left to the phase that asks next: it meets it again, and says it. */
  private static void parse(Model model, Entity entity) {
    try {
      switch (model.index().kind(entity)) {
        case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> model.program().graphs(entity);
        case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> model.program().declaration(entity);
      }
    } catch (RuntimeException | StackOverflowError e) {
      // Nothing is known of the entity, as if it had not been parsed ahead.
    }
  }
}
