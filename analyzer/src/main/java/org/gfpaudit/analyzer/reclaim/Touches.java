package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/** The calls of a territory that sleep, and those that end a sleep or tie work to its function. */
final class Touches {
  private static final List<ReclaimWord.Kind> ENDS =
      List.of(ReclaimWord.Kind.WAKE, ReclaimWord.Kind.WAKE_BIT, ReclaimWord.Kind.WORK);

  private static final List<ReclaimWord.Kind> SLEEPS =
      List.of(ReclaimWord.Kind.WAIT, ReclaimWord.Kind.WAIT_BIT, ReclaimWord.Kind.FLUSH);

  private final Model model;
  private final SourceIndex index;
  private final Territory territory;
  private final Sites sites;
  private final Waits waits;
  private final CallersBySubsystem callers;
  private final Map<Waits.Key, List<Ending>> endings = new HashMap<>();

  /** A call that ends a sleep, or ties a work item to its function. */
  private record Ending(Site site, ReclaimWord.Kind kind) {}

  Touches(CommonGround shared, Territory territory) {
    this.model = shared.model();
    this.index = model.index();
    this.territory = territory;
    this.sites = shared.sites();
    this.waits = shared.waits();
    this.callers = shared.callers();
    for (Entity entity : users(ENDS)) {
      for (Site site : sites.of(entity)) {
        Optional<Waits.Touch> touch = waits.of(site).filter(t -> ENDS.contains(t.kind()));
        touch.ifPresent(
            t ->
                endings
                    .computeIfAbsent(t.key(), key -> new ArrayList<>())
                    .add(new Ending(site, t.kind())));
      }
    }
  }

  /** The calls that do such things to one key. */
  List<Site> of(Waits.Key key, ReclaimWord.Kind... kinds) {
    return endings.getOrDefault(key, List.of()).stream()
        .filter(ending -> List.of(kinds).contains(ending.kind()))
        .map(Ending::site)
        .toList();
  }

  /** The functions that sleep, by themselves or by one that is handed what it waits for. */
  Set<Entity> sleepers() {
    return users(SLEEPS);
  }

  /** For each function of a work item the functions that make it run. */
  Map<Entity, Set<Entity>> queuers(Wakers wakers) {
    Map<Entity, Set<Entity>> queuers = new HashMap<>();
    for (Entity entity : users(List.of(ReclaimWord.Kind.QUEUE))) {
      for (Site site : sites.of(entity)) {
        Optional<Waits.Touch> touch =
            waits.of(site).filter(t -> t.kind() == ReclaimWord.Kind.QUEUE);
        if (touch.isPresent()) {
          for (Wakers.Waker worker : wakers.workers(touch.get().key())) {
            queuers.computeIfAbsent(worker.root(), root -> new TreeSet<>()).add(entity);
          }
        }
      }
    }
    return queuers;
  }

  private Set<Entity> users(List<ReclaimWord.Kind> kinds) {
    Deque<Entity> candidates = new ArrayDeque<>();
    for (ReclaimWord.Kind kind : kinds) {
      for (ReclaimWord word : model.knowledge().reclaim().words(kind)) {
        callers.of(word.name(), territory::mayWait).forEach(candidates::add);
      }
    }
    Set<Entity> seen = new HashSet<>();
    while (!candidates.isEmpty()) {
      Entity candidate = candidates.poll();
      if (index.kind(candidate) == EntityKind.FUNCTION
          && territory.holds(candidate)
          && territory.mayWait(candidate)
          && seen.add(candidate)
          && waits.isHanded(candidate)) {
        candidates.addAll(index.callers(index.nameOf(candidate)));
      }
    }
    return new TreeSet<>(seen);
  }
}
