package org.gfpaudit.analyzer.scope;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.program.Aliases;
import org.gfpaudit.analyzer.program.Program;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * The functions that return with a scope open or closed that was not when they were called, found
 * from their bodies: upwards from the calls of the save and restore functions, as long as the
 * effect is not balanced. All other functions are neutral. Not safe for several threads.
 */
public final class ScopeSummaries implements ScopeEffects {
  private static final int MAX_VISITS = 6;
  private static final int MAX_FUNCTIONS = 4_000;

  private final Program program;
  private final Aliases aliases;
  private final Knowledge knowledge;
  private final Map<Integer, ScopeEffect> effects = new LinkedHashMap<>();
  // Names under which an effectful function is called: a quick no for all others.
  private final Set<String> effectful = new HashSet<>();
  private boolean computed;

  public ScopeSummaries(Program program, Aliases aliases, Knowledge knowledge) {
    this.program = program;
    this.aliases = aliases;
    this.knowledge = knowledge;
  }

  @Override
  public ScopeEffect of(int file, String name) {
    if (!effectful.contains(name)) {
      return ScopeEffect.NEUTRAL;
    }
    Optional<ScopeEffect> joined = Optional.empty();
    for (int callee : aliases.resolve(file, name)) {
      ScopeEffect effect = effects.getOrDefault(callee, ScopeEffect.NEUTRAL);
      joined = Optional.of(joined.map(effect::join).orElse(effect));
    }
    return joined.orElse(ScopeEffect.NEUTRAL);
  }

  /** Computes all effects, once; cheap where a tree has no scopes. */
  public void compute() {
    if (computed) {
      return;
    }
    computed = true;
    SourceIndex index = program.index();
    Deque<Integer> pending = new ArrayDeque<>();
    Set<Integer> waiting = new HashSet<>();
    Map<Integer, Integer> visits = new HashMap<>();
    for (ScopeRow row : knowledge.scopes()) {
      int name = index.nameId(row.name());
      boolean isCall = row.kind() == ScopeRow.Kind.SAVE || row.kind() == ScopeRow.Kind.RESTORE;
      if (isCall && name >= 0) {
        for (int caller : aliases.callersOfName(name)) {
          if (waiting.add(caller)) {
            pending.add(caller);
          }
        }
      }
    }
    while (!pending.isEmpty() && visits.size() < MAX_FUNCTIONS) {
      int entity = pending.poll();
      waiting.remove(entity);
      if (visits.merge(entity, 1, Integer::sum) > MAX_VISITS || isScopeFunction(entity)) {
        continue;
      }
      ScopeEffect before = effects.getOrDefault(entity, ScopeEffect.NEUTRAL);
      ScopeEffect after = effect(entity);
      if (!after.equals(before)) {
        if (after.equals(ScopeEffect.NEUTRAL)) {
          effects.remove(entity);
        } else {
          effects.put(entity, after);
        }
        effectful.add(program.name(entity));
        for (int caller : aliases.callers(entity)) {
          effectfulAliases(caller);
          if (waiting.add(caller)) {
            pending.add(caller);
          }
        }
      }
    }
  }

  /** An object-like macro that is another name for an effectful function is one too. */
  private void effectfulAliases(int caller) {
    String name = program.name(caller);
    if (effectful.contains(aliases.canonicalName(program.index().fileOf(caller), name))) {
      effectful.add(name);
    }
  }

  /** The listed functions themselves are known by their rows, not by their bodies. */
  private boolean isScopeFunction(int entity) {
    return knowledge.scope(program.name(entity)).isPresent();
  }

  private ScopeEffect effect(int entity) {
    Optional<ScopeEffect> joined = Optional.empty();
    for (ControlFlowGraph graph : graphs(entity)) {
      ScopeContext context = context(entity, graph);
      ScopeProblem.Outcomes outcomes = ScopeProblem.run(context, /* callsMatter= */ false);
      ScopeEffect effect = effect(outcomes.fromNone(), outcomes.fromAll());
      joined = Optional.of(joined.map(effect::join).orElse(effect));
    }
    return joined.orElse(ScopeEffect.NEUTRAL);
  }

  private static ScopeEffect effect(ScopeProblem.Outcome fromNone, ScopeProblem.Outcome fromAll) {
    TaskFlags opens =
        fromNone.atReturns().isEmpty()
            ? fromNone.fails() ? TaskFlags.NONE : exitFlags(fromNone, TaskFlags.NONE)
            : fromNone.atReturns().stream().reduce(TaskFlags.ALL, TaskFlags::join);
    TaskFlags mayOpen =
        fromNone.atExit().map(ScopeState::possible).orElse(TaskFlags.NONE).with(opens);
    for (TaskFlags flags : fromNone.pendingAtReturns()) {
      mayOpen = mayOpen.with(flags);
    }
    TaskFlags closes = TaskFlags.ALL.without(exitFlags(fromAll, TaskFlags.ALL));
    boolean onSuccess = fromNone.fails() || fromNone.depends();
    return new ScopeEffect(opens, onSuccess && !opens.equals(TaskFlags.NONE), mayOpen, closes);
  }

  private static TaskFlags exitFlags(ScopeProblem.Outcome outcome, TaskFlags ofNoExit) {
    return outcome.atExit().map(ScopeState::flags).orElse(ofNoExit);
  }

  /** The configurations of a function or macro. */
  List<ControlFlowGraph> graphs(int entity) {
    return program.graphs(entity);
  }

  Knowledge knowledge() {
    return knowledge;
  }

  ScopeContext context(int entity, ControlFlowGraph graph) {
    int file = program.index().fileOf(entity);
    return new ScopeContext(graph, file, program.textOf(entity), knowledge, this);
  }

  /** The functions that are not neutral, by name, for people and tests. */
  public Map<String, ScopeEffect> effectsByName() {
    Map<String, ScopeEffect> byName = new LinkedHashMap<>();
    effects.forEach((entity, effect) -> byName.put(program.name(entity), effect));
    return byName;
  }
}
