package org.gfpaudit.analyzer.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.flow.SinkReach;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
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
  private static final int MAX_SHOWN = 5;

  private final Program program;
  private final CallEdges edges;
  private final ScopeSummaries summaries;
  private final FunctionScopes functions;
  private final Map<Entity, TaskFlags> known = new HashMap<>();
  private final Set<Entity> open = new HashSet<>();
  private int searched;
  private boolean assumed;

  public EntryScopes(Program program, ScopeSummaries summaries, CallEdges edges) {
    this.program = program;
    this.edges = edges;
    this.summaries = summaries;
    this.functions = new FunctionScopes(program, summaries);
  }

  /**
   * Finds beforehand what will be asked of functions that name a mask: only a matter of speed, for
   * there may be time now and none later.
   */
  public void prepare(Collection<Entity> candidates) {
    summaries.compute();
    for (Entity entity : candidates) {
      if (program.index().kind(entity) == EntityKind.FUNCTION && namesMask(entity)) {
        searched = 0;
        assumed = false;
        entry(entity);
      }
    }
  }

  private boolean namesMask(Entity entity) {
    return program.textOf(entity).text(program.index().extent(entity)).contains("GFP_");
  }

  /** The flags certainly set when the sink is called along {@code reach}. */
  public TaskFlags around(SinkReach reach) {
    summaries.compute();
    TaskFlags flags = reach.taskFlags();
    Optional<Entity> first = Optional.empty();
    Optional<FunctionScopes.AtCall> atFirst = Optional.empty();
    for (WitnessStep step : reach.steps()) {
      Optional<Entity> entity = entityAt(step.place());
      Optional<FunctionScopes.AtCall> at =
          entity.map(e -> functions.of(e).get(offset(e, step.place())));
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

  /**
   * What of scopes holds along {@code reach} and, where a caller lacks one, above it: the functions
   * on the way with the scope that is open at their call, then callers up to the first that calls
   * without. {@value #MAX_SHOWN} callers at most.
   */
  public List<WitnessStep> along(SinkReach reach) {
    summaries.compute();
    List<WitnessStep> steps = new ArrayList<>();
    Optional<Entity> first = Optional.empty();
    TaskFlags kept = TaskFlags.NONE;
    List<WitnessStep> way = List.copyOf(reach.steps());
    for (int i = way.size() - 1; i >= 0; i--) {
      Place place = way.get(i).place();
      Optional<Entity> entity = entityAt(place);
      Optional<FunctionScopes.AtCall> at = entity.map(e -> functions.of(e).get(offset(e, place)));
      if (at.isPresent()) {
        steps.add(new WitnessStep(place, said(at.get().own())));
        first = entity;
        kept = at.get().kept();
      }
    }
    if (first.isEmpty() || kept.equals(TaskFlags.NONE)) {
      return steps;
    }
    searched = 0;
    assumed = false;
    climb(first.get(), steps, new HashSet<>());
    return steps;
  }

  private void climb(Entity entity, List<WitnessStep> steps, Set<Entity> seen) {
    if (!seen.add(entity) || seen.size() > MAX_SHOWN) {
      return;
    }
    if (!entry(entity).equals(TaskFlags.NONE)) {
      steps.add(
          new WitnessStep(
              program.place(entity, program.index().nameOffset(entity)),
              "is always entered inside a " + entry(entity).scope() + " scope"));
      return;
    }
    Optional<CallEdge> lacking =
        edges.callersOf(entity).stream()
            .filter(edge -> along(edge, entity).equals(TaskFlags.NONE))
            .findFirst();
    if (lacking.isEmpty()) {
      steps.add(
          new WitnessStep(
              program.place(entity, program.index().nameOffset(entity)),
              "nothing in the tree is seen to call it: entered without a scope"));
      return;
    }
    CallEdge edge = lacking.get();
    Entity caller = edge.caller();
    Place place = placeOfCall(edge, entity);
    if (!edge.kind().isCall()) {
      String said =
          edge.kind() == CallEdge.Kind.CALLBACK
              ? " is made a " + edge.through().display() + "() here, which runs without a scope"
              : " is handed over here, and who calls it is not known";
      steps.add(new WitnessStep(place, program.name(entity) + "()" + said));
      return;
    }
    String how =
        edge.kind() == CallEdge.Kind.DIRECT
            ? ""
            : " (" + edge.kind().word() + " " + edge.through().display() + ")";
    steps.add(
        new WitnessStep(
            place, "calls " + program.name(entity) + "()" + how + " outside of any scope"));
    boolean isOwn = atCalls(edge, entity).map(at -> at.kept().equals(TaskFlags.NONE)).orElse(true);
    if (!isOwn) {
      climb(caller, steps, seen);
    }
  }

  private Place placeOfCall(CallEdge edge, Entity callee) {
    Optional<String> token = edge.through().token(program.name(callee));
    boolean isCode =
        switch (program.index().kind(edge.caller())) {
          case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> true;
          case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> false;
        };
    if (isCode && token.isPresent()) {
      for (int offset : new TreeSet<>(functions.of(edge.caller()).keySet())) {
        if (functions.nameAt(edge.caller(), offset).equals(token.get())) {
          return program.place(edge.caller(), offset);
        }
      }
    }
    return program.place(edge.caller(), program.index().nameOffset(edge.caller()));
  }

  private static String said(TaskFlags own) {
    return own.equals(TaskFlags.NONE)
        ? "opens no scope around the call"
        : "the call runs in a " + own.scope() + " scope that is opened here";
  }

  /** The flags certainly set when {@code entity} is entered. */
  private TaskFlags entry(Entity entity) {
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
    Met met = new Met(entity);
    // The calls by name first: whoever else can run it is found by reading much more.
    boolean isNone =
        edges.directCallersOf(entity).anyMatch(met::leavesNothing)
            || edges.anyCallerOf(
                entity, edge -> edge.kind() != CallEdge.Kind.DIRECT && met.leavesNothing(edge));
    TaskFlags result = isNone || !met.isCalled ? TaskFlags.NONE : met.flags;
    open.remove(entity);
    // What was found under the assumption that a caller further up is scoped may not be kept.
    if (!assumed || result.equals(TaskFlags.NONE) || open.isEmpty()) {
      known.put(entity, result);
    }
    assumed |= assumedOutside;
    return result;
  }

  /** What the callers of a function that were looked at so far have in common. */
  private final class Met {
    private final Entity callee;
    private TaskFlags flags = TaskFlags.ALL;
    private boolean isCalled;

    Met(Entity callee) {
      this.callee = callee;
    }

    /** Takes one more; reports whether no flag is left. */
    boolean leavesNothing(CallEdge edge) {
      isCalled = true;
      flags = flags.join(along(edge, callee));
      return flags.equals(TaskFlags.NONE);
    }
  }

  /** The flags with which a caller calls {@code callee}. */
  private TaskFlags along(CallEdge edge, Entity callee) {
    if (!edge.kind().isCall()) {
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
  private Optional<FunctionScopes.AtCall> atCalls(CallEdge edge, Entity callee) {
    Optional<String> token = edge.through().token(program.name(callee));
    Optional<FunctionScopes.AtCall> joined = Optional.empty();
    for (Map.Entry<Integer, FunctionScopes.AtCall> entry : functions.of(edge.caller()).entrySet()) {
      if (token.filter(functions.nameAt(edge.caller(), entry.getKey())::equals).isPresent()) {
        FunctionScopes.AtCall at = entry.getValue();
        joined = Optional.of(joined.map(at::join).orElse(at));
      }
    }
    return joined;
  }

  /** The function or macro in which a place is: it bears the name that the place gives. */
  private Optional<Entity> entityAt(Place place) {
    SourceIndex index = program.index();
    Optional<SourceFile> file = program.file(place.file());
    for (Entity entity : index.definitions(place.function())) {
      boolean isCode =
          switch (index.kind(entity)) {
            case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> true;
            case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> false;
          };
      if (isCode
          && file.isPresent()
          && index.fileOf(entity).equals(file.get())
          && index.extent(entity).contains(offset(entity, place))) {
        return Optional.of(entity);
      }
    }
    return Optional.empty();
  }

  private int offset(Entity entity, Place place) {
    SourceText text = program.textOf(entity);
    return text.lineSpan(place.line()).start() + place.column() - 1;
  }
}
