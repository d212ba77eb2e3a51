package org.gfpaudit.analyzer.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.locks.Acquisition;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.locks.LockRef;
import org.gfpaudit.analyzer.splat.NamedLock;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.knowledge.EvidenceTables;

/**
 * Looks for the class of a lock that a report names by the text its initialiser was handed. The
 * functions that take it are on the stack: one of them takes a lock whose field or variable stands
 * in that text, or takes one lock alone.
 */
final class LockFinder {
  /** A lock is taken by a wrapper, or by what calls one. */
  private static final int MOST_CALLERS = 3;

  private final Acquisitions acquisitions;
  private final Grounds grounds;
  private final KeyedLocks keys;
  private final EvidenceTables tables;

  LockFinder(Acquisitions acquisitions, Grounds grounds, KeyedLocks keys, EvidenceTables tables) {
    this.acquisitions = acquisitions;
    this.grounds = grounds;
    this.keys = keys;
    this.tables = tables;
  }

  /**
   * A lock that is taken on a stack.
   *
   * @param taken where, and how
   * @param frame the function on the stack that takes it
   */
  record FoundLock(LockClass lock, Acquisition taken, int frame) {}

  /** The lock that the innermost functions of {@code stack} take. */
  Optional<FoundLock> find(NamedLock lock, FoundStack stack) {
    int actor = grounds.taker(stack);
    List<FoundLock> taken = new ArrayList<>();
    for (int i = stack.size() - 1; i >= 0 && i >= actor - MOST_CALLERS; i--) {
      for (Acquisition each : taken(stack.at(i))) {
        if (each.lock() instanceof LockRef.Of of) {
          taken.add(new FoundLock(of.lockClass(), each, i));
        }
      }
    }
    for (String word : lock.words()) {
      for (FoundLock each : taken) {
        if (each.lock().name().equals(word)) {
          return Optional.of(in(each, stack));
        }
      }
    }
    Optional<FoundLock> keyed = keyed(lock, taken, stack, actor);
    if (keyed.isPresent()) {
      return keyed;
    }
    // The name may be that of a key; what takes one lock alone takes this one.
    List<FoundLock> here =
        taken.stream()
            .filter(each -> each.frame() == actor && isTakenSo(each.taken().mode(), stack, actor))
            .toList();
    boolean isOne = here.stream().map(FoundLock::lock).distinct().count() == 1;
    return isOne ? Optional.of(in(here.get(0), stack)) : Optional.empty();
  }

  /** Whether the stack ends in a function that takes locks in that way. */
  private boolean isTakenSo(LockMode mode, FoundStack stack, int actor) {
    for (int i = actor + 1; i < stack.size(); i++) {
      if (tables
          .taken(stack.at(i).frame().function())
          .filter(row -> row.mode() == mode)
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The lock whose class has the key that the report names, if it is taken here. */
  private Optional<FoundLock> keyed(
      NamedLock lock, List<FoundLock> taken, FoundStack stack, int actor) {
    if (actor < 0 || actor >= stack.size() || stack.at(actor).entity().isEmpty()) {
      return Optional.empty();
    }
    Entity taker = stack.at(actor).entity().get();
    return lock.words().stream()
        .limit(1)
        .flatMap(word -> keys.of(word, taker).stream())
        .flatMap(of -> taken.stream().filter(each -> each.lock().equals(of)))
        .findFirst()
        .map(each -> in(each, stack));
  }

  private List<Acquisition> taken(FoundStack.Found found) {
    Optional<Entity> entity = found.entity();
    return entity.isEmpty()
        ? List.of()
        : acquisitions.in(entity.get()).stream().filter(Acquisition::isTaken).toList();
  }

  /** With the file system, where it is a lock that each has a class of. */
  private FoundLock in(FoundLock lock, FoundStack stack) {
    for (int i = Math.min(lock.frame(), stack.size() - 1); i >= 0; i--) {
      if (grounds.isOwn(stack.at(i))) {
        String name = grounds.subsystem(stack.at(i).entity().get()).name();
        return new FoundLock(lock.lock().in(name), lock.taken(), lock.frame());
      }
    }
    return lock;
  }

  /** What the functions around where a lock is taken are called, for people. */
  String takers(FoundStack stack) {
    int actor = grounds.taker(stack);
    return actor < 0 ? "nothing" : stack.at(actor).frame().function() + "()";
  }
}
