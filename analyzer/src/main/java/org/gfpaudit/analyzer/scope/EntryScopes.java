package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.KeptTable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Traced;
import org.gfpaudit.analyzer.model.Tracing;
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
  private final Tracing tracing;
  private final CallEdges edges;
  private final FunctionScopes functions;
  private final CallsThrough callsThrough;
  private final GivenAway givenAway;
  private final ConcurrentMap<Entity, TaskFlags> known = new ConcurrentHashMap<>();
  private final KeptTable<Entity, AskedScopes.Noted> kept;

  EntryScopes(Model model, FunctionScopes functions) {
    this.model = model;
    this.edges = model.edges();
    this.functions = functions;
    this.callsThrough = new CallsThrough(model.program());
    this.givenAway = new GivenAway(model, edges);
    this.tracing = model.tracing();
    this.kept = tracing.table("scopes at entries");
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

    /** The outermost open function that was met where that decided something, by its number. */
    private int met = NOBODY;

    private int searched;
    private boolean isCutOff;

    /** What was asked for the innermost function that is being searched. */
    private AskedScopes asked = new AskedScopes();

    TaskFlags entry(Entity entity) {
      TaskFlags before = known.get(entity);
      if (before != null) {
        asked.entered(entity, before, 0);
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
      int metOutside = met;
      AskedScopes outside = asked;
      int searchedOutside = searched - 1;
      // Who asks depends on the answer alone, where that depends on nothing that is open outside.
      Traced<TaskFlags> found =
          tracing.apart(() -> kept(entity).orElseGet(() -> searched(entity, own)));
      open.remove(entity);
      if (dependsOnOpen()) {
        tracing.use(found.trace());
        outside.notOpen(entity);
        outside.addAll(asked);
      } else {
        outside.entered(entity, found.answer(), searched - searchedOutside);
      }
      asked = outside;
      assumed = Math.min(assumed, assumedOutside);
      met = Math.min(met, metOutside);
      return found.answer();
    }

    private boolean dependsOnOpen() {
      return assumed != NOBODY || met != NOBODY || isCutOff;
    }

    /**
     * The flags that an earlier audit found, where everything that was asked is answered the same.
     */
    private Optional<Traced<TaskFlags>> kept(Entity entity) {
      Optional<AskedScopes.Noted> before = kept.find(entity, this::isAsBefore);
      assumed = NOBODY;
      met = NOBODY;
      before.ifPresent(
          noted -> {
            searched += noted.searched() - 1;
            known.put(entity, noted.flags());
          });
      return before.map(noted -> Traced.ofNothing(noted.flags()));
    }

    private boolean isAsBefore(AskedScopes.Noted noted) {
      asked = new AskedScopes();
      assumed = NOBODY;
      met = NOBODY;
      for (AskedScopes.Asked question : noted.asked()) {
        if (!isAsBefore(question) || dependsOnOpen()) {
          return false;
        }
      }
      return true;
    }

    private boolean isAsBefore(AskedScopes.Asked question) {
      if (question instanceof AskedScopes.AtCalls calls) {
        return functions.atCallsOf(calls.name(), calls.caller()).equals(calls.answer());
      }
      if (question instanceof AskedScopes.Entered other) {
        return entry(other.entity()).equals(other.flags());
      }
      return question instanceof AskedScopes.NotOpen other && !open.containsKey(other.entity());
    }

    private Traced<TaskFlags> searched(Entity entity, int own) {
      asked = new AskedScopes();
      int searchedOutside = searched - 1;
      Traced<TaskFlags> found = tracing.find(() -> overCallers(entity, own));
      TaskFlags result = found.answer();
      // What was assumed of this function itself adds no caller.
      assumed = assumed < own ? assumed : NOBODY;
      met = met < own ? met : NOBODY;
      // Without a scope under an assumption is without one; a scope may have come of it.
      boolean isSure = assumed == NOBODY || result.equals(TaskFlags.NONE);
      if (isSure && !isCutOff) {
        known.put(entity, result);
      }
      if (!dependsOnOpen()) {
        AskedScopes.Noted noted = asked.noted(result, searched - searchedOutside);
        kept.keep(entity, new Traced<>(noted, found.trace()));
      }
      return found;
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
      Optional<FunctionScopes.AtCall> at =
          edge.through()
              .token(model.program().name(callee))
              .flatMap(name -> atCalls(name, edge.caller()));
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

    private Optional<FunctionScopes.AtCall> atCalls(String name, Entity caller) {
      Optional<FunctionScopes.AtCall> at = tracing.apart(() -> functions.atCallsOf(name, caller));
      asked.atCalls(name, caller, at);
      return at;
    }

    /** The flags with which a function is entered by those that get to a call in it. */
    private TaskFlags entryTo(Entity entity, String call) {
      Integer opened = open.get(entity);
      if (opened != null) {
        met = Math.min(met, opened);
        return TaskFlags.NONE;
      }
      asked.notOpen(entity);
      open.put(entity, open.size());
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
