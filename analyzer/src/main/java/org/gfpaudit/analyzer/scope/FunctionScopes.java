package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.model.KeptTable;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;

/**
 * The task flags at the calls of single functions, with what their callees open and close. Safe for
 * several threads.
 */
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

  /** The flags everywhere in a function that leaves them alone. */
  private static final AtCall UNTOUCHED = new AtCall(TaskFlags.NONE, TaskFlags.ALL);

  /** The flags where nothing is known of them. */
  private static final AtCall UNKNOWN = new AtCall(TaskFlags.NONE, TaskFlags.NONE);

  private final Program program;
  private final ScopeSummaries summaries;
  private final ConcurrentMap<Entity, SortedMap<Integer, AtCall>> known = new ConcurrentHashMap<>();

  private final KeptTable<Entity, Noted> kept;

  /** The flags at the calls of a function, and what was asked to find them. */
  private record Noted(
      SortedMap<Integer, AtCall> calls, List<AskedEffects.Asked> asked, boolean isCutOff) {}

  FunctionScopes(Program program, ScopeSummaries summaries) {
    this.kept = program.tracing().table("scopes at calls");
    this.program = program;
    this.summaries = summaries;
  }

  /** The flags at a call; empty where no path gets there, and for what stands at file scope. */
  Optional<AtCall> at(CallSite site) {
    return Optional.ofNullable(in(site.entity()).get(site.offset()));
  }

  /** Whether a function certainly does nothing to the flags. */
  boolean leavesAlone(Entity entity) {
    return !summaries.isCutOff() && !summaries.mayTouchFlags(entity);
  }

  /** What holds at all calls of {@code caller} that bear a name. */
  Optional<AtCall> atCallsOf(String token, Entity caller) {
    if (leavesAlone(caller)) {
      return Optional.of(UNTOUCHED);
    }
    return in(caller).entrySet().stream()
        .filter(call -> token.equals(program.textOf(caller).wordAt(call.getKey())))
        .map(Map.Entry::getValue)
        .reduce(AtCall::join);
  }

  /** The first call of {@code caller} that bears a name. */
  Optional<CallSite> firstCallOf(String token, Entity caller) {
    return in(caller).keySet().stream()
        .filter(offset -> token.equals(program.textOf(caller).wordAt(offset)))
        .findFirst()
        .map(offset -> new CallSite(caller, offset));
  }

  /**
   * The call that opens the scope a call runs in: the last before it in the text at which the scope
   * is not open yet. The call itself where there is none.
   */
  CallSite opening(CallSite inside) {
    SortedMap<Integer, AtCall> calls = in(inside.entity());
    AtCall open = calls.get(inside.offset());
    CallSite opening = inside;
    if (open != null) {
      for (Map.Entry<Integer, AtCall> before : calls.headMap(inside.offset()).entrySet()) {
        if (!before.getValue().own().equals(open.own())) {
          opening = new CallSite(inside.entity(), before.getKey());
        }
      }
    }
    return opening;
  }

  /** By the offset of the called name's or field's token; calls no path reaches are missing. */
  private SortedMap<Integer, AtCall> in(Entity entity) {
    SortedMap<Integer, AtCall> calls = known.get(entity);
    if (calls == null) {
      calls =
          kept.find(
                  entity,
                  noted ->
                      noted.isCutOff == summaries.isCutOff()
                          && AskedEffects.areAnswered(noted.asked, summaries))
              .orElseGet(() -> kept.find(entity, () -> compute(entity)))
              .calls;
      known.put(entity, calls);
    }
    return calls;
  }

  private Noted compute(Entity entity) {
    AskedEffects asked = new AskedEffects(summaries, program.tracing());
    SortedMap<Integer, AtCall> calls = compute(entity, summaries.contexts(entity, asked));
    return new Noted(calls, asked.asked(), summaries.isCutOff());
  }

  private SortedMap<Integer, AtCall> compute(Entity entity, List<ScopeContext> contexts) {
    SortedMap<Integer, AtCall> result = new TreeMap<>();
    SortedMap<Integer, Set<Integer>> holders = new TreeMap<>();
    for (int i = 0; i < contexts.size(); i++) {
      ScopeContext context = contexts.get(i);
      int graph = i;
      ScopeProblem.Outcomes outcomes = ScopeProblem.run(context, /* callsMatter= */ true);
      Map<Integer, TaskFlags> kept = new HashMap<>(outcomes.fromAll().atCalls());
      outcomes
          .fromNone()
          .atCalls()
          .forEach(
              (offset, flags) -> {
                holders.computeIfAbsent(offset, o -> new TreeSet<>()).add(graph);
                result.merge(
                    offset,
                    new AtCall(flags, kept.getOrDefault(offset, TaskFlags.NONE)),
                    AtCall::join);
              });
    }
    ReadCombinations combinations = ReadCombinations.of(program, entity, contexts);
    result.replaceAll(
        (offset, at) ->
            at.equals(UNKNOWN)
                    || (!summaries.isCutOff()
                        && combinations.areReadAt(offset, holders.getOrDefault(offset, Set.of())))
                ? at
                : UNKNOWN);
    return result;
  }
}
