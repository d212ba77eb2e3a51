package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;

/**
 * The task flags that are set whenever a function is entered: the meet over all its callers, ops
 * tables and fillers included. Found on demand and backwards, and no further than to the first
 * caller without a scope: the set of all callers of a page-cache function is most of the kernel.
 *
 * <p>A function nobody calls, or whose address is lost, is entered without a scope. A cycle of
 * calls adds no caller: a function that is open further down the search is taken for scoped there,
 * and what was found so is not kept. A cycle that nobody else enters is entered without a scope.
 * More than {@value #MAX_FUNCTIONS} functions are not searched: then nothing is claimed, and
 * nothing of that search is kept either. Safe for several threads.
 */
final class EntryScopes {
  private static final int MAX_FUNCTIONS = 4_000;

  private final Model model;
  private final CallEdges edges;
  private final FunctionScopes functions;
  private final CallsThrough callsThrough;
  private final GivenAway givenAway;
  private final ConcurrentMap<Entity, TaskFlags> known = new ConcurrentHashMap<>();

  EntryScopes(Model model, FunctionScopes functions) {
    this.model = model;
    this.edges = model.edges();
    this.functions = functions;
    this.callsThrough = new CallsThrough(model.program());
    this.givenAway = new GivenAway(model, edges);
  }

  /** The flags certainly set when {@code entity} is entered. */
  TaskFlags of(Entity entity) {
    return new Search().entry(entity);
  }

  /** The flags with which a caller calls {@code callee}. */
  TaskFlags along(CallEdge edge, Entity callee) {
    return new Search().along(edge, callee);
  }

  /** What holds at all calls of the caller that can be this edge. */
  Optional<FunctionScopes.AtCall> atCalls(CallEdge edge, Entity callee) {
    return edge.through()
        .token(model.program().name(callee))
        .flatMap(token -> functions.atCallsOf(token, edge.caller()));
  }

  /** One walk up the callers. */
  private final class Search {
    private static final int NOBODY = Integer.MAX_VALUE;

    /** The functions that are being searched, with how many were before each. */
    private final Map<Entity, Integer> open = new HashMap<>();

    /** The outermost open function that something was assumed of, by its number. */
    private int assumed = NOBODY;

    private int searched;
    private boolean isCutOff;

    TaskFlags entry(Entity entity) {
      TaskFlags before = known.get(entity);
      if (before != null) {
        return before;
      }
      Integer opened = open.get(entity);
      if (opened != null) {
        assumed = Math.min(assumed, opened);
        return TaskFlags.ALL;
      }
      if (++searched > MAX_FUNCTIONS) {
        isCutOff = true;
        return TaskFlags.NONE;
      }
      int own = open.size();
      open.put(entity, own);
      int assumedOutside = assumed;
      assumed = NOBODY;
      TaskFlags result = overCallers(entity, own);
      open.remove(entity);
      // What was assumed of this function itself adds no caller.
      assumed = assumed < own ? assumed : NOBODY;
      // Without a scope under an assumption is without one; a scope may have come of it.
      boolean isSure = assumed == NOBODY || result.equals(TaskFlags.NONE);
      if (isSure && !isCutOff) {
        known.put(entity, result);
      }
      assumed = Math.min(assumed, assumedOutside);
      return result;
    }

    private TaskFlags overCallers(Entity entity, int own) {
      Met met = new Met(entity);
      // The calls by name first: whoever else can run it is found by reading much more.
      boolean isNone =
          edges.directCallersOf(entity).anyMatch(met::leavesNothing)
              || edges.anyCallerOf(
                  entity, edge -> edge.kind() != CallEdge.Kind.DIRECT && met.leavesNothing(edge));
      boolean isEntered = met.isCalled || assumed < own;
      return isNone || !isEntered || met.flags.equals(TaskFlags.NONE) || givenAway.mayBe(entity)
          ? TaskFlags.NONE
          : met.flags;
    }

    TaskFlags along(CallEdge edge, Entity callee) {
      if (!edge.kind().isCall()) {
        return TaskFlags.NONE;
      }
      Optional<FunctionScopes.AtCall> at = atCalls(edge, callee);
      if (at.isEmpty()) {
        return TaskFlags.NONE;
      }
      TaskFlags own = at.get().own();
      if (at.get().kept().equals(TaskFlags.NONE) || own.equals(TaskFlags.ALL)) {
        return own;
      }
      TaskFlags any = at.get().enteredWith(entry(edge.caller()));
      return any.equals(TaskFlags.NONE) && edge.kind() == CallEdge.Kind.DIRECT
          ? at.get().enteredWith(entryTo(edge.caller(), model.program().name(callee)))
          : any;
    }

    /** The flags with which a function is entered by those that get to a call in it. */
    private TaskFlags entryTo(Entity entity, String call) {
      if (open.putIfAbsent(entity, open.size()) != null) {
        return TaskFlags.NONE;
      }
      Met met = new Met(entity);
      boolean isNone =
          edges
                  .directCallersOf(entity)
                  .anyMatch(
                      edge ->
                          callsThrough.canBe(edge.caller(), entity, call)
                              && met.leavesNothing(edge))
              || edges.anyCallerOf(
                  entity, edge -> edge.kind() != CallEdge.Kind.DIRECT && met.leavesNothing(edge));
      open.remove(entity);
      return isNone || !met.isCalled || givenAway.mayBe(entity) ? TaskFlags.NONE : met.flags;
    }

    /** What the callers of a function that were looked at so far have in common. */
    private final class Met {
      private final Entity callee;
      private TaskFlags flags = TaskFlags.ALL;

      /** Whether anybody calls it but those who are assumed to be entered in every scope. */
      private boolean isCalled;

      Met(Entity callee) {
        this.callee = callee;
      }

      /** Takes one more; reports whether no flag is left. */
      boolean leavesNothing(CallEdge edge) {
        int assumedBefore = assumed;
        assumed = NOBODY;
        TaskFlags along = along(edge, callee);
        isCalled |= assumed == NOBODY || !along.equals(TaskFlags.ALL);
        assumed = Math.min(assumed, assumedBefore);
        flags = flags.join(along);
        return flags.equals(TaskFlags.NONE);
      }
    }
  }
}
