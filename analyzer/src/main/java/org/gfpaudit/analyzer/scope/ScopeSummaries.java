package org.gfpaudit.analyzer.scope;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.KeptTable;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.ScopeRow;
import org.gfpaudit.rules.mask.Scope;

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

  /** Macros that stand for macros are looked through so far. */
  private static final int MAX_MACROS = 4;

  /** {@code a##b}, and not {@code , ##__VA_ARGS__}. */
  private static final Pattern NAME_PART = Pattern.compile("\\w\\s*##");

  /** Of a function of which not enough is known: nothing is certain behind a call. */
  private static final ScopeEffect UNSETTLED =
      new ScopeEffect(TaskFlags.NONE, false, TaskFlags.ALL, TaskFlags.ALL, CookieEffect.NONE);

  private final Program program;
  private final Aliases aliases;
  private final Knowledge knowledge;
  private final Map<Entity, ScopeEffect> effects = new LinkedHashMap<>();
  private final CallerChains chains;
  private final KeptTable<Entity, NotedEffect> kept;

  /** Whether definitions name the running task. */
  private final Memo<Entity, Boolean> tasks;

  /** Whether definitions are macros that put names together. */
  private final Memo<Entity, Boolean> makesNames;

  private final int maxFunctions;
  // Functions that call what may be effectful and were not looked at yet.
  private final Set<Entity> putOff = new LinkedHashSet<>();
  // Names under which a function that may be effectful is called: a quick no for all others.
  private final Set<String> effectful = new HashSet<>();
  // All whose bodies were looked at, or will be when somebody asks.
  private final Set<Entity> lookedAt = new HashSet<>();
  // Known once all effects are: a function that declares guards is balanced as to them.
  private Optional<GuardClasses> guards = Optional.empty();
  private boolean computed;

  /** An effect, and what was asked to find it. */
  private record NotedEffect(ScopeEffect effect, List<AskedEffects.Asked> asked) {}

  private boolean isCutOff;

  public ScopeSummaries(Program program, Aliases aliases, Knowledge knowledge) {
    this(program, aliases, knowledge, MAX_FUNCTIONS);
  }

  /**
   * @param maxFunctions more functions than these are not looked at: then no scope is claimed
   */
  ScopeSummaries(Program program, Aliases aliases, Knowledge knowledge, int maxFunctions) {
    this.maxFunctions = maxFunctions;
    this.program = program;
    this.aliases = aliases;
    this.knowledge = knowledge;
    this.chains = new CallerChains(aliases);
    this.kept = program.tracing().table("effects on scopes");
    this.tasks = new Memo<>(program.tracing(), "names the task");
    this.makesNames = new Memo<>(program.tracing(), "makes names");
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
  public ScopeEffect ofStatement(SourceFile file, String name) {
    return ofStatement(file, name, MAX_MACROS);
  }

  private ScopeEffect ofStatement(SourceFile file, String name, int macrosLeft) {
    Optional<ScopeEffect> joined = Optional.empty();
    for (Entity macro : macrosLeft == 0 ? List.<Entity>of() : aliases.objectMacros(file, name)) {
      ScopeEffect effect = lookedAt.contains(macro) ? known(macro) : unseen(macro);
      for (Parsed.Variant<MacroDefinition> variant : program.macro(macro).variants()) {
        if (variant.tree().body() instanceof MacroDefinition.Body.Expression body
            && body.expression() instanceof Expr.Name other) {
          effect = effect.join(ofStatement(file, other.text(), macrosLeft - 1));
        }
      }
      joined = Optional.of(joined.map(effect::join).orElse(effect));
    }
    return joined.orElse(ScopeEffect.NEUTRAL);
  }

  private ScopeEffect unseen(Entity macro) {
    return namesTask(macro) ? UNSETTLED : ScopeEffect.NEUTRAL;
  }

  @Override
  public boolean isUnseen(SourceFile file, String name) {
    List<Entity> resolved = aliases.resolve(file, name);
    return resolved.isEmpty()
        || resolved.stream()
            .anyMatch(
                entity ->
                    !lookedAt.contains(entity)
                        && (namesTask(entity) || makesNames.get(entity, this::makesNames)));
  }

  @Override
  public GuardClass guard(String name) {
    return guards.map(classes -> classes.of(name)).orElse(GuardClass.NEUTRAL);
  }

  @Override
  public List<Expr> macroBodies(SourceFile file, String name) {
    List<Expr> bodies = new ArrayList<>();
    for (Entity macro : aliases.objectMacros(file, name)) {
      if (program.macro(macro).variants().get(0).tree().body()
          instanceof MacroDefinition.Body.Expression body) {
        bodies.add(body.expression());
      }
    }
    return bodies;
  }

  /**
   * Whether a function or macro may do anything to the task flags, by a look at its text: it names
   * the running task, or calls what opens or closes scopes.
   */
  boolean mayTouchFlags(Entity entity) {
    if (callsScopes(entity)) {
      return true;
    }
    return namesTask(entity)
        || guards.filter(each -> each.mayGuard(entity, () -> textOf(entity))).isPresent();
  }

  /** Whether an entity calls what opens or closes scopes. */
  boolean callsScopes(Entity entity) {
    for (Name called : program.index().calls(entity)) {
      String name = program.index().text(called);
      if (effectful.contains(name) || knowledge.scope(name).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private String textOf(Entity entity) {
    return program.textOf(entity).text(program.index().extent(entity));
  }

  /** Whether it is a macro that puts names together, which may be those of functions. */
  private boolean makesNames(Entity entity) {
    return program.index().kind(entity) == EntityKind.FUNCTION_MACRO
        && NAME_PART.matcher(textOf(entity)).find();
  }

  private boolean namesTask(Entity entity) {
    return tasks.get(
        entity,
        each -> knowledge.idioms(Idiom.Kind.TASK).stream().anyMatch(textOf(each)::contains));
  }

  private ScopeEffect known(Entity entity) {
    // Its callees were looked at or are put off themselves, and none of its callers is one of them.
    if (putOff.remove(entity)) {
      put(entity, effect(entity));
    }
    return effects.getOrDefault(entity, ScopeEffect.NEUTRAL);
  }

  /** Whether more functions have to do with scopes than were looked at, so that none is known. */
  boolean isCutOff() {
    return isCutOff;
  }

  /** What kept the effects from being known. */
  List<Problem> problems() {
    return isCutOff
        ? List.of(
            new Problem(
                "",
                0,
                "more than "
                    + maxFunctions
                    + " functions have to do with task scopes, so no call is taken to run in one",
                /* severe= */ false))
        : List.of();
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
      boolean isCall =
          switch (row.kind()) {
            case SAVE, RESTORE, PUT_BACK -> true;
            case FLAG, HELD -> false;
          };
      if (isCall) {
        pending.addAll(aliases.callersOfName(row.name()));
      }
    }
    for (ScopeRow row : knowledge.scopes()) {
      if (row.kind() == ScopeRow.Kind.FLAG && !row.scope().equals(Optional.of(Scope.NONE))) {
        pending.addAll(settersByHand(row.name()));
      }
    }
    Map<Entity, Integer> visits = new HashMap<>();
    while (!pending.isEmpty() && visits.size() < maxFunctions) {
      Entity entity = pending.poll();
      if (isScopeFunction(entity)) {
        continue;
      }
      lookedAt.add(entity);
      if (chains.areShort(entity)) {
        if (putOff.add(entity)) {
          noteEffectful(entity);
          tellCallers(entity, pending);
        }
      } else {
        boolean isSettling = visits.merge(entity, 1, Integer::sum) <= MAX_VISITS;
        ScopeEffect before = effects.getOrDefault(entity, ScopeEffect.NEUTRAL);
        ScopeEffect after = isSettling ? effect(entity) : UNSETTLED;
        if (!after.equals(before)) {
          put(entity, after);
          noteEffectful(entity);
          tellCallers(entity, pending);
        }
      }
    }
    isCutOff = !pending.isEmpty();
    guards = Optional.of(new GuardClasses(program, knowledge, this));
  }

  /** The functions that put a task flag into a field of the name of the flags, or take it away. */
  private Set<Entity> settersByHand(String flag) {
    SourceIndex index = program.index();
    Set<Entity> setters = new TreeSet<>();
    for (SourceIndex.FieldInitializer store :
        index.find(flag).map(index::initializersWithValue).orElse(List.of())) {
      if (index.text(store.field()).equals("flags")) {
        setters.add(store.entity());
      }
    }
    return setters;
  }

  private void noteEffectful(Entity entity) {
    String name = program.name(entity);
    effectful.add(name);
    effectful.add(aliases.canonicalName(program.index().fileOf(entity), name));
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
    return kept.find(entity, noted -> AskedEffects.areAnswered(noted.asked, this))
        .orElseGet(() -> kept.find(entity, () -> findEffect(entity)))
        .effect;
  }

  private NotedEffect findEffect(Entity entity) {
    AskedEffects asked = new AskedEffects(this, program.tracing());
    return new NotedEffect(effect(entity, contexts(entity, asked)), asked.asked());
  }

  private ScopeEffect effect(Entity entity, List<ScopeContext> contexts) {
    Optional<ScopeEffect> joined = Optional.empty();
    for (ScopeContext context : contexts) {
      ScopeProblem.Outcomes outcomes = ScopeProblem.run(context, /* callsMatter= */ false);
      ScopeEffect effect = ScopeEffect.of(outcomes);
      joined = Optional.of(joined.map(effect::join).orElse(effect));
    }
    return ReadCombinations.of(program, entity, contexts).areAllRead()
        ? joined.orElse(ScopeEffect.NEUTRAL)
        : UNSETTLED;
  }

  /**
   * The configurations of a function or macro, each with what its scopes are looked up in.
   *
   * @param asked of the effects of functions
   */
  List<ScopeContext> contexts(Entity entity, ScopeEffects asked) {
    return graphs(entity).stream().map(graph -> context(entity, graph, asked)).toList();
  }

  /** The configurations of a function or macro. */
  List<ControlFlowGraph> graphs(Entity entity) {
    return program.graphs(entity);
  }

  Knowledge knowledge() {
    return knowledge;
  }

  ScopeContext context(Entity entity, ControlFlowGraph graph) {
    return context(entity, graph, this);
  }

  private ScopeContext context(Entity entity, ControlFlowGraph graph, ScopeEffects asked) {
    SourceFile file = program.index().fileOf(entity);
    return new ScopeContext(graph, file, program.textOf(entity), knowledge, asked);
  }

  /** The functions that are not neutral, by name, for people and tests. */
  public Map<String, ScopeEffect> effectsByName() {
    List.copyOf(putOff).forEach(this::known);
    Map<String, ScopeEffect> byName = new LinkedHashMap<>();
    effects.forEach((entity, effect) -> byName.put(program.name(entity), effect));
    return byName;
  }
}
