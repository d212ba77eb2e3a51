package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.Map;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** The task flags at the calls of single functions, with what their callees open and close. */
final class FunctionScopes {
  /**
   * The flags at one call.
   *
   * @param own set by the function itself, however it was entered
   * @param kept set there if they were set on entry
   */
  record AtCall(TaskFlags own, TaskFlags kept) {
    AtCall join(AtCall other) {
      return new AtCall(own.join(other.own), kept.join(other.kept));
    }

    /** The flags where the function is entered with {@code entry}. */
    TaskFlags enteredWith(TaskFlags entry) {
      return own.with(kept.join(entry));
    }
  }

  private final Program program;
  private final ScopeSummaries summaries;
  private final Map<Entity, Map<Integer, AtCall>> known = new HashMap<>();

  FunctionScopes(Program program, ScopeSummaries summaries) {
    this.program = program;
    this.summaries = summaries;
  }

  /** By the offset of the called name's or field's token; calls no path reaches are missing. */
  Map<Integer, AtCall> of(Entity entity) {
    return known.computeIfAbsent(entity, this::compute);
  }

  private Map<Integer, AtCall> compute(Entity entity) {
    Map<Integer, AtCall> result = new HashMap<>();
    for (ControlFlowGraph graph : summaries.graphs(entity)) {
      ScopeContext context = summaries.context(entity, graph);
      ScopeProblem.Outcomes outcomes = ScopeProblem.run(context, /* callsMatter= */ true);
      Map<Integer, TaskFlags> own = outcomes.fromNone().atCalls();
      Map<Integer, TaskFlags> kept = outcomes.fromAll().atCalls();
      own.forEach(
          (offset, flags) ->
              result.merge(
                  offset,
                  new AtCall(flags, kept.getOrDefault(offset, TaskFlags.NONE)),
                  AtCall::join));
    }
    return result;
  }

  /** The identifier at a byte of the file that holds {@code entity}. */
  String nameAt(Entity entity, int offset) {
    SourceText text = program.textOf(entity);
    byte[] bytes = text.bytes();
    int end = offset;
    while (end < bytes.length
        && (bytes[end] == '_' || Character.isLetterOrDigit((char) (bytes[end] & 0x7f)))) {
      end++;
    }
    return text.text(new Span(offset, end));
  }
}
