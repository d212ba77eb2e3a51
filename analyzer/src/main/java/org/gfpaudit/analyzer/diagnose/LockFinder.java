package org.gfpaudit.analyzer.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.CallSite;
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
    // What the stack ends in says whether it is taken for reading.
    taken.sort(
        Comparator.comparing(
            (FoundLock each) -> !isTakenSo(each.taken().mode(), stack, each.frame())));
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
            .filter(each -> isOnTheWay(each.taken(), stack.at(actor)))
            .toList();
    boolean isOne = here.stream().map(FoundLock::lock).distinct().count() == 1;
    return isOne ? Optional.of(in(here.get(0), stack)) : Optional.empty();
  }

  /** Whether the call by which a function goes on in the stack is the one that takes a lock. */
  private static boolean isOnTheWay(Acquisition taken, FoundStack.Found found) {
    Optional<CallSite> next = found.next().flatMap(FoundStack.Way::at);
    boolean isInside = found.entity().filter(taken.at().entity()::equals).isEmpty();
    return isInside || next.isEmpty() || next.get().equals(taken.at());
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
        .flatMap(of -> taken.stream().filter(each -> isOne(each.lock(), of)))
        .findFirst()
        .map(each -> in(each, stack));
  }

  /** What a function takes, and what those take that were taken into it by the compiler. */
  private List<Acquisition> taken(FoundStack.Found found) {
    Set<Entity> bodies = new LinkedHashSet<>();
    found.entity().ifPresent(bodies::add);
    found.next().ifPresent(way -> way.edges().forEach(edge -> bodies.add(edge.caller())));
    return bodies.stream()
        .flatMap(body -> acquisitions.in(body).stream())
        .filter(Acquisition::isTaken)
        .distinct()
        .toList();
  }

  /** A lock by its name that any function of a stack takes, the innermost first. */
  Optional<FoundLock> named(NamedLock lock, FoundStack stack) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      for (Acquisition each : taken(stack.at(i))) {
        boolean isIt =
            each.lock() instanceof LockRef.Of of && lock.words().contains(of.lockClass().name());
        if (isIt) {
          return Optional.of(
              in(new FoundLock(((LockRef.Of) each.lock()).lockClass(), each, i), stack));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether both are one, as far as shared code can say of a lock of every inode. */
  private static boolean isOne(LockClass taken, LockClass keyed) {
    boolean isOfEach =
        taken.kind() == LockClass.Kind.FILE_SYSTEM && taken.name().equals(keyed.name());
    return isOfEach || taken.equals(keyed);
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
