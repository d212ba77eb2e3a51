package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Callback;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Who ends a sleep: the work items and threads that get to where it is ended. Whoever else does so
 * is a task that came by itself, and of which nothing is known.
 */
final class Wakers {
  private static final int MAX_CLIMBED = 300;
  private static final int MAX_CALLERS = 40;

  /** What runs where I/O has ended. */
  private static final String IO = "function that runs once I/O has ended";

  /** What a task runs itself on its way back to its program. */
  private static final String TASK_WORK = "task work";

  /** A chain that is longer by more than the shortest is one that happens to get there. */
  private static final int MOST_LONGER = 3;

  private final Model model;
  private final SourceIndex index;
  private final Sites sites;
  private final Touches touches;
  private final Territory territory;
  private final Map<Waits.Touch, List<Waker>> known = new HashMap<>();
  private final Map<Entity, Optional<String>> contexts = new HashMap<>();

  /**
   * A context of its own in which a sleep is ended.
   *
   * @param root the function that is run there
   * @param runsAs {@code "work item"}
   * @param wake where the sleep is ended; where the work item is tied to the function
   * @param chain from the root to the function that ends the sleep, as far as names tell; empty
   *     where the sleep ends once the root has run
   */
  record Waker(Entity root, String runsAs, Site wake, List<Entity> chain) {
    /** Whether the end of I/O ends the sleep. */
    boolean isIo() {
      return runsAs.equals(IO);
    }

    Waker {
      chain = List.copyOf(chain);
    }
  }

  Wakers(Model model, Sites sites, Touches touches, Territory territory) {
    this.model = model;
    this.index = model.index();
    this.sites = sites;
    this.touches = touches;
    this.territory = territory;
  }

  /** Those that end a sleep, sorted by their functions; none where only other tasks do. */
  List<Waker> of(Waits.Touch wait) {
    List<Waker> wakers = known.get(wait);
    if (wakers == null) {
      wakers = wait.event() == Waits.Event.WORK ? workers(wait.key()) : climb(wait.key());
      known.put(wait, wakers);
    }
    return wakers;
  }

  /** The functions that a work item can run. */
  List<Waker> workers(Waits.Key key) {
    List<Waker> found = new ArrayList<>();
    Waits.Key plain = new Waits.Key(key.owner(), key.field(), "");
    for (Site site : touches.of(plain, ReclaimWord.Kind.WORK)) {
      for (int i = 0; i < site.arguments().size(); i++) {
        Optional<Callback> row = model.knowledge().callback(site.name().orElse(""), i);
        if (row.isPresent()) {
          for (Entity function : named(site, i)) {
            found.add(new Waker(function, row.get().runsAs(), site, List.of()));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private List<Entity> named(Site site, int argument) {
    Expr value = site.arguments().get(argument);
    if (value instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
      value = unary.operand();
    }
    return value instanceof Expr.Name name
        ? model.aliases().resolveIn(site.entity(), name.text()).stream()
            .filter(entity -> index.kind(entity) == EntityKind.FUNCTION)
            .toList()
        : List.of();
  }

  /** From where a sleep is ended up to the contexts that get there. */
  private List<Waker> climb(Waits.Key key) {
    Map<Entity, Waker> found = new HashMap<>();
    for (Site wake : touches.of(key, ReclaimWord.Kind.WAKE, ReclaimWord.Kind.WAKE_BIT)) {
      Set<Entity> seen = new LinkedHashSet<>(Set.of(wake.entity()));
      Map<Entity, Entity> below = new HashMap<>();
      Deque<Entity> pending = new ArrayDeque<>(seen);
      while (!pending.isEmpty() && seen.size() < MAX_CLIMBED) {
        Entity at = pending.poll();
        Optional<String> context = context(at);
        if (context.isPresent()) {
          Waker waker = new Waker(at, context.get(), wake, chain(at, below));
          found.merge(at, waker, (a, b) -> b.chain().size() < a.chain().size() ? b : a);
          continue;
        }
        for (Entity caller : callers(at)) {
          if (seen.add(caller)) {
            below.put(caller, at);
            pending.add(caller);
          }
        }
      }
    }
    int shortest = found.values().stream().mapToInt(waker -> waker.chain().size()).min().orElse(0);
    return new TreeSet<>(found.keySet())
        .stream()
            .map(found::get)
            .filter(waker -> waker.isIo() || waker.chain().size() <= shortest + MOST_LONGER)
            .toList();
  }

  private static List<Entity> chain(Entity root, Map<Entity, Entity> below) {
    List<Entity> chain = new ArrayList<>();
    for (Entity at = root; at != null; at = below.get(at)) {
      chain.add(at);
    }
    return chain;
  }

  private Set<Entity> callers(Entity function) {
    Set<Entity> callers = new TreeSet<>();
    for (Entity caller : index.callers(index.nameOf(function))) {
      if (territory.holds(caller) && index.kind(caller) == EntityKind.FUNCTION) {
        callers.add(caller);
      }
    }
    for (var set : index.initializersWithValue(index.nameOf(function))) {
      if (territory.holds(set.entity())) {
        List<Entity> through = index.fieldCallers(set.field());
        if (through.size() <= MAX_CALLERS) {
          through.stream().filter(territory::holds).forEach(callers::add);
        }
      }
    }
    return callers;
  }

  /** What runs a function in a context of its own; empty where nothing does. */
  private Optional<String> context(Entity function) {
    Optional<String> context = contexts.get(function);
    if (context == null) {
      context = findContext(function);
      contexts.put(function, context);
    }
    return context;
  }

  private Optional<String> findContext(Entity function) {
    if (index.initializersWithValue(index.nameOf(function)).stream()
        .filter(set -> territory.holds(set.entity()))
        .map(set -> index.text(set.field()))
        .anyMatch(
            field -> model.knowledge().reclaim().is(ReclaimWord.Kind.COMPLETION_FIELD, field))) {
      return Optional.of(IO);
    }
    Set<Entity> takers = new HashSet<>(index.addressTakers(index.nameOf(function)));
    for (Entity taker : takers) {
      if (!territory.holds(taker)) {
        continue;
      }
      for (Site site : sites.of(taker)) {
        for (int i = 0; i < site.arguments().size(); i++) {
          Optional<Callback> row = model.knowledge().callback(site.name().orElse(""), i);
          if (row.isPresent()
              && !row.get().runsAs().equals(TASK_WORK)
              && named(site, i).contains(function)) {
            return Optional.of(row.get().runsAs());
          }
        }
      }
    }
    return Optional.empty();
  }
}
