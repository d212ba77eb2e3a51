package org.gfpaudit.analyzer.scope;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * The functions that return with a scope open or closed that was not when they were called, found
 * from their bodies: upwards from the calls of the save and restore functions, as long as the
 * effect is not balanced. All other functions are neutral.
 *
 * <p>A function near the end of all chains of callers is put off until somebody asks for its
 * effect: of most nobody ever does. Not safe for several threads.
 */
public final class ScopeSummaries implements ScopeEffects {
  private static final int MAX_VISITS = 6;
  private static final int MAX_FUNCTIONS = 4_000;

  private final Program program;
  private final Aliases aliases;
  private final Knowledge knowledge;
  private final Map<Entity, ScopeEffect> effects = new LinkedHashMap<>();
  private final CallerChains chains;
  // Functions that call what may be effectful and were not looked at yet.
  private final Set<Entity> putOff = new LinkedHashSet<>();
  // Names under which a function that may be effectful is called: a quick no for all others.
  private final Set<String> effectful = new HashSet<>();
  private boolean computed;

  public ScopeSummaries(Program program, Aliases aliases, Knowledge knowledge) {
    this.program = program;
    this.aliases = aliases;
    this.knowledge = knowledge;
    this.chains = new CallerChains(aliases);
  }

  @Override
  public ScopeEffect of(SourceFile file, String name) {
    if (!effectful.contains(name)) {
      return ScopeEffect.NEUTRAL;
    }
    Optional<ScopeEffect> joined = Optional.empty();
    for (Entity callee : aliases.resolve(file, name)) {
      ScopeEffect effect = known(callee);
      joined = Optional.of(joined.map(effect::join).orElse(effect));
    }
    return joined.orElse(ScopeEffect.NEUTRAL);
  }

  @Override
  public boolean isUndefined(SourceFile file, String name) {
    return aliases.resolve(file, name).isEmpty();
  }

  /**
   * Whether a function or macro may do anything to the task flags, by a look at its text: it names
   * the running task, or calls what opens or closes scopes.
   */
  boolean mayTouchFlags(Entity entity) {
    for (Name called : program.index().calls(entity)) {
      String name = program.index().text(called);
      if (effectful.contains(name) || knowledge.scope(name).isPresent()) {
        return true;
      }
    }
    String text = program.textOf(entity).text(program.index().extent(entity));
    return knowledge.idioms(Idiom.Kind.TASK).stream().anyMatch(text::contains);
  }

  private ScopeEffect known(Entity entity) {
    // Its callees were looked at or are put off themselves, and none of its callers is one of them.
    if (putOff.remove(entity)) {
      put(entity, effect(entity));
    }
    return effects.getOrDefault(entity, ScopeEffect.NEUTRAL);
  }

  private void put(Entity entity, ScopeEffect effect) {
    if (effect.equals(ScopeEffect.NEUTRAL)) {
      effects.remove(entity);
    } else {
      effects.put(entity, effect);
    }
  }

  /** Computes all effects that are not put off, once; cheap where a tree has no scopes. */
  public void compute() {
    if (computed) {
      return;
    }
    computed = true;
    Pending pending = new Pending();
    for (ScopeRow row : knowledge.scopes()) {
      boolean isCall = row.kind() == ScopeRow.Kind.SAVE || row.kind() == ScopeRow.Kind.RESTORE;
      if (isCall) {
        pending.addAll(aliases.callersOfName(row.name()));
      }
    }
    Map<Entity, Integer> visits = new HashMap<>();
    while (!pending.isEmpty() && visits.size() < MAX_FUNCTIONS) {
      Entity entity = pending.poll();
      if (isScopeFunction(entity)) {
        continue;
      }
      if (chains.areShort(entity)) {
        if (putOff.add(entity)) {
          effectful.add(program.name(entity));
          tellCallers(entity, pending);
        }
      } else if (visits.merge(entity, 1, Integer::sum) <= MAX_VISITS) {
        ScopeEffect before = effects.getOrDefault(entity, ScopeEffect.NEUTRAL);
        ScopeEffect after = effect(entity);
        if (!after.equals(before)) {
          put(entity, after);
          effectful.add(program.name(entity));
          tellCallers(entity, pending);
        }
      }
    }
  }

  private void tellCallers(Entity entity, Pending pending) {
    SortedSet<Entity> callers = aliases.callers(entity);
    callers.forEach(this::effectfulAliases);
    pending.addAll(callers);
  }

  /** Functions to look at, each once at a time, in the order in which they came. */
  private static final class Pending {
    private final Deque<Entity> queue = new ArrayDeque<>();
    private final Set<Entity> waiting = new HashSet<>();

    void addAll(Collection<Entity> entities) {
      for (Entity entity : entities) {
        if (waiting.add(entity)) {
          queue.add(entity);
        }
      }
    }

    boolean isEmpty() {
      return queue.isEmpty();
    }

    Entity poll() {
      Entity entity = queue.remove();
      waiting.remove(entity);
      return entity;
    }
  }

  /** An object-like macro that is another name for an effectful function is one too. */
  private void effectfulAliases(Entity caller) {
    String name = program.name(caller);
    if (effectful.contains(aliases.canonicalName(program.index().fileOf(caller), name))) {
      effectful.add(name);
    }
  }

  /** The listed functions themselves are known by their rows, not by their bodies. */
  private boolean isScopeFunction(Entity entity) {
    return knowledge.scope(program.name(entity)).isPresent();
  }

  private ScopeEffect effect(Entity entity) {
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
  List<ControlFlowGraph> graphs(Entity entity) {
    return program.graphs(entity);
  }

  Knowledge knowledge() {
    return knowledge;
  }

  ScopeContext context(Entity entity, ControlFlowGraph graph) {
    SourceFile file = program.index().fileOf(entity);
    return new ScopeContext(graph, file, program.textOf(entity), knowledge, this);
  }

  /** The functions that are not neutral, by name, for people and tests. */
  public Map<String, ScopeEffect> effectsByName() {
    List.copyOf(putOff).forEach(this::known);
    Map<String, ScopeEffect> byName = new LinkedHashMap<>();
    effects.forEach((entity, effect) -> byName.put(program.name(entity), effect));
    return byName;
  }
}
