package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.locks.Acquisition;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.locks.LockRef;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.index.SourceIndex.FieldInitializer;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.knowledge.Lock;
import org.gfpaudit.rules.knowledge.ReclaimRoot;
import org.gfpaudit.rules.mask.Symbol;

/**
 * The definitions of a territory from which, as far as names tell, a lock can be reached that is
 * asked for, or a sleep that somebody ends. It costs little parsing, errs towards more, and keeps
 * the search from all else.
 */
final class Corridor {
  /** What hands a lock on to something that takes it is short. */
  private static final int MOST_OF_WRAPPER = 600;

  private final Model model;
  private final SourceIndex index;
  private final Territory territory;
  private final Roots roots;
  private final Acquisitions acquisitions;
  private final CallersBySubsystem callers;
  private final Map<Entity, Set<Entity>> queuers = new HashMap<>();
  private final Set<Entity> entities = new HashSet<>();
  private final Deque<Entity> pending = new ArrayDeque<>();
  private final Map<Symbol.Field, List<Entity>> through = new HashMap<>();

  Corridor(CommonGround shared, Territory territory) {
    this.model = shared.model();
    this.acquisitions = shared.acquisitions();
    this.callers = shared.callers();
    this.index = model.index();
    this.territory = territory;
    this.roots = shared.roots();
  }

  /** Opens it for some locks, and for what waits for somebody. */
  void open(Collection<LockClass> locks, Touches touches, Waits waits, Wakers wakers, Sites sites) {
    for (Entity taker : takers(locks)) {
      if (territory.holds(taker) && takes(taker, locks)) {
        add(taker);
      }
    }
    queuers.putAll(touches.queuers(wakers));
    climb();
    Map<Entity, Set<Entity>> sleepers = sleepers(touches, waits, wakers, sites);
    if (locks.contains(Reclaim.IO)) {
      sleepers.forEach(
          (sleeper, enders) -> {
            if (enders.contains(sleeper)) {
              add(sleeper);
            }
          });
      climb();
    }
    // To sleep matters where who ends the sleep gets to such a lock.
    boolean isMore = true;
    while (isMore) {
      isMore = false;
      for (Map.Entry<Entity, Set<Entity>> each : sleepers.entrySet()) {
        if (!entities.contains(each.getKey())
            && each.getValue().stream().anyMatch(entities::contains)) {
          add(each.getKey());
          isMore = true;
        }
      }
      climb();
    }
    // To wait for pages that are written matters where who writes them gets to such a lock.
    if (roots.flushers().stream().anyMatch(flusher -> entities.contains(flusher.function()))) {
      roots.all().stream()
          .filter(root -> root.row().kind() == ReclaimRoot.Kind.FUNCTION)
          .forEach(root -> add(root.function()));
    }
  }

  private void climb() {
    while (!pending.isEmpty()) {
      Entity reached = pending.poll();
      // What is above a root allocates, and below a root that does not reclaim again.
      if (roots.of(reached).isEmpty()) {
        climb(reached);
      }
    }
  }

  /** Whether it is worth looking at a definition. */
  boolean holds(Entity entity) {
    return entities.contains(entity);
  }

  /** Those that call something that takes a lock, and name one that is asked for. */
  private Set<Entity> takers(Collection<LockClass> locks) {
    Set<String> words = words(locks);
    Set<Entity> takers = new TreeSet<>();
    for (LockClass lock : locks) {
      if (lock.kind() == LockClass.Kind.FIELD) {
        takers.addAll(index.fieldReaders(lock.name()));
      }
    }
    Deque<Entity> candidates = new ArrayDeque<>();
    Set<Entity> seen = new HashSet<>();
    for (Lock row : model.knowledge().evidence().locks()) {
      callers.of(row.take(), territory::isOf).forEach(candidates::add);
    }
    while (!candidates.isEmpty()) {
      Entity candidate = candidates.poll();
      if (territory.holds(candidate) && isCode(candidate) && seen.add(candidate)) {
        String text = model.program().textOf(candidate).text(index.extent(candidate));
        if (words.stream().anyMatch(word -> isWordOf(text, word))) {
          takers.add(candidate);
        }
        if (text.length() < MOST_OF_WRAPPER && isWrapper(candidate)) {
          candidates.addAll(index.callers(index.nameOf(candidate)));
        }
      }
    }
    return takers;
  }

  /** What stands in the text of a definition that takes one of the locks by itself. */
  private Set<String> words(Collection<LockClass> locks) {
    Set<String> words = new TreeSet<>();
    for (LockClass lock : locks) {
      words.addAll(acquisitions.wordsOf(lock));
    }
    return words;
  }

  private static boolean isWordOf(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      if ((at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
          && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  /** Whether a function takes a lock that it is handed. */
  private boolean isWrapper(Entity function) {
    return acquisitions.in(function).stream()
        .anyMatch(each -> each.isTaken() && each.lock() instanceof LockRef.Parameter);
  }

  private boolean isCode(Entity entity) {
    return index.kind(entity) == EntityKind.FUNCTION
        || index.kind(entity) == EntityKind.FUNCTION_MACRO;
  }

  /** Whether some call in a definition takes one of the locks. */
  private boolean takes(Entity taker, Collection<LockClass> locks) {
    return acquisitions.in(taker).stream()
        .filter(Acquisition::isTaken)
        .map(Acquisition::lock)
        .filter(LockRef.Of.class::isInstance)
        .anyMatch(lock -> locks.contains(((LockRef.Of) lock).lockClass().in(territory.owner())));
  }

  /**
   * Functions that sleep until a context of its own has done something, with what is run in these
   * contexts; beside it the function itself where it waits for the end of I/O.
   */
  private static Map<Entity, Set<Entity>> sleepers(
      Touches touches, Waits waits, Wakers wakers, Sites sites) {
    Map<Entity, Set<Entity>> found = new TreeMap<>();
    for (Entity candidate : touches.sleepers()) {
      for (Site site : sites.of(candidate)) {
        Optional<Waits.Touch> touch = waits.of(site).filter(Waits.Touch::isWait);
        for (Wakers.Waker waker : touch.map(wakers::of).orElse(List.of())) {
          found
              .computeIfAbsent(candidate, sleeper -> new TreeSet<>())
              .add(waker.isIo() ? candidate : waker.root());
        }
      }
    }
    return found;
  }

  private void add(Entity entity) {
    if (isCode(entity) && territory.holds(entity) && entities.add(entity)) {
      pending.add(entity);
    }
  }

  private void climb(Entity entity) {
    Name name = index.nameOf(entity);
    index.callers(name).forEach(this::add);
    if (index.kind(entity) == EntityKind.FUNCTION) {
      for (FieldInitializer set : index.initializersWithValue(name)) {
        if (territory.holds(set.entity())) {
          for (Symbol.Field field : model.edges().fieldsHolding(set.entity(), entity)) {
            through(field).forEach(this::add);
          }
        }
      }
      index.addressTakers(name).forEach(this::add);
      queuers.getOrDefault(entity, Set.of()).forEach(this::add);
    }
  }

  private List<Entity> through(Symbol.Field field) {
    List<Entity> callers = through.get(field);
    if (callers == null) {
      callers =
          index.find(field.field()).map(index::fieldCallers).orElse(List.of()).stream()
              .filter(territory::holds)
              .filter(caller -> model.edges().callsThrough(caller, field))
              .toList();
      through.put(field, callers);
    }
    return callers;
  }
}
