package org.gfpaudit.analyzer.locks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.lower.Cleanup;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.rules.finding.LockClass;

/**
 * Who holds locks among some functions: those that take them, and upwards those that call a
 * function which returns with one. Only functions that call what takes a lock, and callers of those
 * that do not leave it as it was, are read. For one thread.
 */
public final class LockHolders {
  /** A function is looked at so often before what it leaves behind counts as it is. */
  private static final int MAX_VISITS = 3;

  /** With more functions and numbers what they leave behind without them counts. */
  private static final int MAX_STEERED = 2_000;

  private final Model model;
  private final Program program;
  private final Acquisitions acquisitions;
  private final Set<Entity> candidates;
  private final Map<Entity, NetLocks> nets = new HashMap<>();
  private final Map<Entity, List<HeldCall>> calls = new HashMap<>();
  private final SortedSet<Entity> holders = new TreeSet<>();
  private final Map<String, Boolean> names = new HashMap<>();
  private final IdentityHashMap<Expr.Call, Effect> effects = new IdentityHashMap<>();
  private final IdentityHashMap<Instruction, Looked> looked = new IdentityHashMap<>();
  private final IdentityHashMap<ControlFlowGraph, ControlFlowGraph> ownWays =
      new IdentityHashMap<>();
  private final Steering steering;
  private final Map<Steered, NetLocks> steered = new HashMap<>();

  /** A function with numbers that it is called with, by the index of the parameter. */
  private record Steered(Entity function, SortedMap<Integer, Long> numbers) {}

  /** What a call does by itself, and what it calls that may do something to locks. */
  private record Effect(NetLocks own, List<Entity> callees) {}

  /**
   * @param candidates the functions to look into
   */
  public LockHolders(Model model, Acquisitions acquisitions, Set<Entity> candidates) {
    this.model = model;
    this.program = model.program();
    this.acquisitions = acquisitions;
    this.candidates = withGivers(candidates);
    this.steering = new Steering(model, acquisitions, this::isHolder);
    solve();
  }

  /**
   * What takes a lock may leave it to what it calls to give it back, so that is looked into too.
   */
  private Set<Entity> withGivers(Set<Entity> functions) {
    Set<Entity> all = new HashSet<>(functions);
    Deque<Entity> pending = new ArrayDeque<>(functions);
    while (!pending.isEmpty()) {
      Entity entity = pending.poll();
      if (!acquisitions.callsLocks(entity)) {
        continue;
      }
      for (Name called : model.index().calls(entity)) {
        for (Entity callee :
            model.aliases().resolve(model.index().fileOf(entity), model.index().text(called))) {
          if (!all.contains(callee)
              && directory(callee).equals(directory(entity))
              && acquisitions.callsLocks(callee)) {
            all.add(callee);
            pending.add(callee);
          }
        }
      }
    }
    return all;
  }

  private String directory(Entity entity) {
    String path = program.path(entity);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** The functions that take such a lock, or call one that returns with it, in order. */
  public SortedSet<Entity> holders() {
    return holders;
  }

  /** Whether a function was looked into. */
  public boolean covers(Entity entity) {
    return candidates.contains(entity);
  }

  private boolean isHolder(Entity entity) {
    return holders.contains(entity);
  }

  /** Whether a function that is entered with a lock may give it back, by itself or by a call. */
  public boolean mayGive(Entity entity, LockClass lock) {
    return nets.getOrDefault(entity, NetLocks.NONE).given().contains(lock);
  }

  /** The calls that a function makes with locks held that it has taken itself. */
  public List<HeldCall> calls(Entity entity) {
    return calls.getOrDefault(entity, List.of());
  }

  /** The calls of a function that is entered with {@code entry}, with what holds before each. */
  public List<HeldCall> calls(Entity entity, LockState entry) {
    List<HeldCall> found = new ArrayList<>();
    for (ControlFlowGraph graph : program.graphs(entity)) {
      flow(entity, graph, entry, found);
    }
    return found;
  }

  private NetLocks flow(
      Entity entity, ControlFlowGraph graph, LockState entry, List<HeldCall> found) {
    return flow(entity, graph, entry, constants(entity, graph, new TreeMap<>()))
        .run(
            (call, state) -> {
              if (!state.held().isEmpty()) {
                found.add(new HeldCall(HeldCall.site(call, entity), call, graph, state));
              }
            });
  }

  private LockFlow flow(
      Entity entity, ControlFlowGraph graph, LockState entry, Constants constants) {
    ControlFlowGraph own = ownWays.get(graph);
    if (own == null) {
      own = graph.withOwnWays();
      ownWays.put(graph, own);
    }
    return new LockFlow(this, own, entity, entry, constants);
  }

  private Constants constants(
      Entity entity, ControlFlowGraph graph, SortedMap<Integer, Long> known) {
    return new Constants(model, model.index().fileOf(entity), graph, known);
  }

  private void solve() {
    CalleesFirst order = new CalleesFirst(model, seeds());
    Map<Entity, Integer> visits = new HashMap<>();
    for (Optional<Entity> next = order.poll(); next.isPresent(); next = order.poll()) {
      Entity entity = next.get();
      int visit = visits.merge(entity, 1, Integer::sum);
      if (visit > MAX_VISITS) {
        continue;
      }
      holders.add(entity);
      NetLocks before = nets.getOrDefault(entity, NetLocks.NONE);
      NetLocks net = net(entity);
      boolean isFirst = visit == 1;
      if (!net.equals(before) || (isFirst && !steering.parameters(entity).isEmpty())) {
        nets.put(entity, net);
        callers(entity).stream().filter(caller -> !caller.equals(entity)).forEach(order::add);
      }
    }
  }

  private NetLocks net(Entity entity) {
    List<HeldLock> taken = new ArrayList<>();
    Set<LockClass> given = new HashSet<>();
    List<HeldCall> found = new ArrayList<>();
    for (ControlFlowGraph graph : program.graphs(entity)) {
      NetLocks here = flow(entity, graph, LockState.NONE, found);
      add(here, taken, given);
    }
    calls.put(entity, found);
    taken.removeIf(lock -> isLeft(entity, lock.lock()));
    return new NetLocks(taken, given);
  }

  private static void add(NetLocks here, List<HeldLock> taken, Set<LockClass> given) {
    here.taken().stream()
        .filter(lock -> taken.stream().noneMatch(other -> other.lock().equals(lock.lock())))
        .forEach(taken::add);
    given.addAll(here.given());
  }

  /**
   * Whether a function names another that gives a lock back later: then the task has it no more.
   */
  private boolean isLeft(Entity entity, LockClass lock) {
    boolean[] isLeft = new boolean[1];
    for (ControlFlowGraph graph : program.graphs(entity)) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          for (Expr argument : call.arguments()) {
            if (argument instanceof Expr.Name name && graph.variable(name).isEmpty()) {
              isLeft[0] |=
                  model.aliases().resolveIn(entity, name.text()).stream()
                      .anyMatch(function -> gives(function, lock));
            }
          }
        }
      }.walk(graph);
    }
    return isLeft[0];
  }

  private boolean gives(Entity function, LockClass lock) {
    return model.index().kind(function) == EntityKind.FUNCTION
        && acquisitions.callsLocks(function)
        && acquisitions.in(function).stream()
            .anyMatch(
                each ->
                    !each.isTaken()
                        && each.lock() instanceof LockRef.Of of
                        && of.lockClass().equals(lock));
  }

  private List<Entity> callers(Entity entity) {
    return model.aliases().callers(entity).stream()
        .filter(caller -> candidates.contains(caller))
        .filter(caller -> model.visibility().sees(model.index().fileOf(caller), entity))
        .toList();
  }

  /** The candidates that take a lock or give one back, by what they call. */
  private Set<Entity> seeds() {
    Set<Entity> seeds = new TreeSet<>();
    Set<Entity> seen = new HashSet<>();
    Deque<Entity> handed = new ArrayDeque<>();
    for (Entity entity : candidates) {
      if (acquisitions.callsLocks(entity)) {
        seen.add(entity);
        seeds.add(entity);
        handed.add(entity);
      }
    }
    // What is done to a lock by a function that is handed it is done by who hands it.
    while (!handed.isEmpty()) {
      Entity entity = handed.poll();
      if (acquisitions.isHandedAndUses(entity)) {
        for (Entity caller : callers(entity)) {
          if (seen.add(caller)) {
            seeds.add(caller);
            handed.add(caller);
          }
        }
      }
    }
    return seeds;
  }

  /** What there is in an instruction, which is looked at for each way a function is entered. */
  Looked looked(Instruction instruction) {
    Looked known = looked.get(instruction);
    if (known == null) {
      known = Looked.at(instruction);
      looked.put(instruction, known);
    }
    return known;
  }

  /** What branches say of the outcomes of calls in a graph. */
  Outcomes outcomes(ControlFlowGraph graph, Entity entity, Constants constants) {
    return new Outcomes(model, this, graph, entity, constants);
  }

  /**
   * What a call does to the locks that are asked for.
   *
   * @param constants what is known of the parameters of the function it stands in
   */
  NetLocks effects(Expr.Call call, ControlFlowGraph graph, Entity entity, Constants constants) {
    Effect effect = effects.get(call);
    if (effect == null) {
      List<Acquisition> own = new ArrayList<>(acquisitions.of(call, graph, entity));
      own.addAll(declared(call, graph, entity));
      boolean isCall =
          own.isEmpty()
              && call.calledName().filter(name -> mayMeanCandidate(name.text())).isPresent();
      effect =
          new Effect(
              net(own),
              isCall
                  ? model.aliases().resolveIn(entity, call.calledName().get().text()).stream()
                      .filter(candidates::contains)
                      .toList()
                  : List.of());
      effects.put(call, effect);
    }
    return effect.callees().isEmpty()
        ? effect.own()
        : ofCallees(call, entity, effect.callees(), constants);
  }

  /** Whether a name is that of a candidate, or another name for something; most are not. */
  private boolean mayMeanCandidate(String name) {
    Boolean known = names.get(name);
    if (known == null) {
      known =
          model.index().definitions(name).stream()
              .anyMatch(
                  entity ->
                      candidates.contains(entity)
                          || model.index().kind(entity) == EntityKind.OBJECT_MACRO
                          || model.index().kind(entity) == EntityKind.FUNCTION_MACRO);
      names.put(name, known);
    }
    return known;
  }

  private static NetLocks net(List<Acquisition> own) {
    List<HeldLock> taken = new ArrayList<>();
    Set<LockClass> given = new HashSet<>();
    for (Acquisition acquisition : own) {
      if (acquisition.lock() instanceof LockRef.Of of) {
        if (acquisition.isTaken()) {
          taken.add(
              new HeldLock(of.lockClass(), acquisition.mode(), List.of(acquisition.at()), true));
        } else {
          // Whether it is that of a directory is often told only where it is taken.
          given.add(of.lockClass());
          given.addAll(Acquisitions.ofDirectory(of.lockClass()).stream().toList());
        }
      }
    }
    return taken.isEmpty() && given.isEmpty() ? NetLocks.NONE : new NetLocks(taken, given);
  }

  private NetLocks ofCallees(
      Expr.Call call, Entity entity, List<Entity> callees, Constants constants) {
    List<HeldLock> taken = new ArrayList<>();
    Set<LockClass> given = new HashSet<>();
    for (Entity callee : callees) {
      NetLocks net = net(callee, call, constants);
      if (!net.isNone()) {
        CallSite at = HeldCall.site(call, entity);
        net.taken().forEach(lock -> taken.add(lock.through(at)));
        given.addAll(net.given());
      }
    }
    return taken.isEmpty() && given.isEmpty() ? NetLocks.NONE : new NetLocks(taken, given);
  }

  /** What a function leaves behind that is called so: by the numbers that steer it, if any do. */
  private NetLocks net(Entity callee, Expr.Call call, Constants constants) {
    SortedMap<Integer, Long> numbers = new TreeMap<>();
    for (int i : holders.contains(callee) ? steering.parameters(callee) : Set.<Integer>of()) {
      OptionalLong number =
          i < call.arguments().size()
              ? constants.numberAt(call, call.arguments().get(i))
              : OptionalLong.empty();
      if (number.isPresent()) {
        numbers.put(i, number.getAsLong());
      }
    }
    if (numbers.isEmpty() || steered.size() > MAX_STEERED) {
      return nets.getOrDefault(callee, NetLocks.NONE);
    }
    Steered key = new Steered(callee, numbers);
    NetLocks known = steered.get(key);
    if (known == null) {
      steered.put(key, NetLocks.NONE); // Recursion ends here.
      List<HeldLock> taken = new ArrayList<>();
      Set<LockClass> given = new HashSet<>();
      for (ControlFlowGraph graph : program.graphs(callee)) {
        NetLocks here =
            flow(callee, graph, LockState.NONE, constants(callee, graph, numbers))
                .run((each, state) -> {});
        add(here, taken, given);
      }
      known = new NetLocks(taken, given);
      steered.put(key, known);
    }
    return known;
  }

  /** What a call takes that declares a guard. */
  private List<Acquisition> declared(Expr.Call call, ControlFlowGraph graph, Entity entity) {
    List<Acquisition> taken = guarded(call, graph, entity);
    boolean isDeclared =
        !taken.isEmpty()
            && graph.blocks().stream()
                .flatMap(block -> block.held().stream())
                .anyMatch(held -> held instanceof Cleanup.OfGuard it && it.call().equals(call));
    return isDeclared ? taken : List.of();
  }

  /** What a guard takes, and gives back where its block ends. */
  List<Acquisition> guarded(Expr.Call call, ControlFlowGraph graph, Entity entity) {
    return acquisitions.ofGuard(call, graph, entity);
  }
}
