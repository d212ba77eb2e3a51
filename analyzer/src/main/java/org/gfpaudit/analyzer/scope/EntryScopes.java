package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.calls.CallEdge;
import org.gfpaudit.analyzer.calls.CallEdges;
import org.gfpaudit.analyzer.flow.SinkReach;
import org.gfpaudit.analyzer.program.Program;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;

/**
 * The task flags that are set whenever a function is entered: the meet over all its callers, ops
 * tables and fillers included. Found on demand and backwards, and no further than to the first
 * caller without a scope: the set of all callers of a page-cache function is most of the kernel.
 *
 * <p>A function nobody calls, or whose address is lost, is entered without a scope. A cycle of
 * calls adds no caller. More than {@value #MAX_FUNCTIONS} functions are not searched: then nothing
 * is claimed. Not safe for several threads.
 */
public final class EntryScopes {
  private static final int MAX_FUNCTIONS = 4_000;

  private final Program program;
  private final CallEdges edges;
  private final ScopeSummaries summaries;
  private final FunctionScopes functions;
  private final Map<Integer, TaskFlags> known = new HashMap<>();
  private final Map<String, Integer> files = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();
  private int searched;
  private boolean assumed;

  public EntryScopes(Program program, ScopeSummaries summaries, CallEdges edges) {
    this.program = program;
    this.edges = edges;
    this.summaries = summaries;
    this.functions = new FunctionScopes(program, summaries);
    SourceIndex index = program.index();
    for (int file = 0; file < index.fileCount(); file++) {
      files.put(index.path(file), file);
    }
  }

  /** The flags certainly set when the sink is called along {@code reach}. */
  public TaskFlags around(SinkReach reach) {
    summaries.compute();
    TaskFlags flags = reach.taskFlags();
    Optional<Integer> first = Optional.empty();
    Optional<FunctionScopes.AtCall> atFirst = Optional.empty();
    for (WitnessStep step : reach.steps()) {
      Optional<Integer> entity = entityAt(step.place());
      Optional<FunctionScopes.AtCall> at =
          entity.map(e -> functions.of(e).get(offset(step.place())));
      if (at.isPresent()) {
        flags = flags.with(at.get().own());
        if (first.isEmpty()) {
          first = entity;
          atFirst = at;
        }
      }
    }
    if (first.isEmpty() || flags.equals(TaskFlags.ALL)) {
      return flags;
    }
    searched = 0;
    assumed = false;
    return flags.with(atFirst.get().kept().join(entry(first.get())));
  }

  /** The flags certainly set when {@code entity} is entered. */
  private TaskFlags entry(int entity) {
    TaskFlags before = known.get(entity);
    if (before != null) {
      return before;
    }
    if (!open.add(entity)) {
      assumed = true;
      return TaskFlags.ALL;
    }
    if (++searched > MAX_FUNCTIONS) {
      open.remove(entity);
      return TaskFlags.NONE;
    }
    boolean assumedOutside = assumed;
    assumed = false;
    TaskFlags flags = TaskFlags.ALL;
    boolean called = false;
    for (CallEdge edge : edges.callersOf(entity)) {
      if (flags.equals(TaskFlags.NONE)) {
        break;
      }
      called = true;
      flags = flags.join(along(edge, entity));
    }
    TaskFlags result = called ? flags : TaskFlags.NONE;
    open.remove(entity);
    // What was found under the assumption that a caller further up is scoped may not be kept.
    if (!assumed || result.equals(TaskFlags.NONE) || open.isEmpty()) {
      known.put(entity, result);
    }
    assumed |= assumedOutside;
    return result;
  }

  /** The flags with which a caller calls {@code callee}. */
  private TaskFlags along(CallEdge edge, int callee) {
    if (edge.kind() == CallEdge.Kind.HANDED_OVER
        || program.index().kind(edge.caller()) == EntityKind.VARIABLE) {
      return TaskFlags.NONE;
    }
    Optional<FunctionScopes.AtCall> at = atCalls(edge, callee);
    if (at.isEmpty()) {
      return TaskFlags.NONE;
    }
    TaskFlags own = at.get().own();
    TaskFlags kept = at.get().kept();
    return kept.equals(TaskFlags.NONE) || own.equals(TaskFlags.ALL)
        ? own
        : at.get().enteredWith(entry(edge.caller()));
  }

  /** What holds at all calls of the caller that can be this edge. */
  private Optional<FunctionScopes.AtCall> atCalls(CallEdge edge, int callee) {
    String name = edge.through().isEmpty() ? program.name(callee) : edge.through();
    String last = name.substring(name.lastIndexOf('.') + 1);
    Optional<FunctionScopes.AtCall> joined = Optional.empty();
    for (Map.Entry<Integer, FunctionScopes.AtCall> entry : functions.of(edge.caller()).entrySet()) {
      if (functions.nameAt(edge.caller(), entry.getKey()).equals(last)) {
        FunctionScopes.AtCall at = entry.getValue();
        joined = Optional.of(joined.map(at::join).orElse(at));
      }
    }
    return joined;
  }

  private Optional<Integer> entityAt(Place place) {
    Integer file = files.get(place.file());
    if (file == null) {
      return Optional.empty();
    }
    int offset = offset(place);
    SourceIndex index = program.index();
    for (int entity : index.entitiesOf(file)) {
      boolean isCode =
          switch (index.kind(entity)) {
            case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> true;
            case STRUCT, TYPEDEF, VARIABLE -> false;
          };
      if (isCode && index.extent(entity).contains(offset)) {
        return Optional.of(entity);
      }
    }
    return Optional.empty();
  }

  private int offset(Place place) {
    SourceText text = program.text(files.get(place.file()));
    return text.lineSpan(place.line()).start() + place.column() - 1;
  }
}
