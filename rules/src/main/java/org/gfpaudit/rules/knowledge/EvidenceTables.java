package org.gfpaudit.rules.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.rules.finding.MaskParts;
import org.gfpaudit.rules.mask.BitNames;
import org.gfpaudit.rules.mask.Bits;

/** What evidence is made from: what bits are about, locks, and how the page cache reads. */
public final class EvidenceTables {
  private final List<BitClass> bitClasses;
  private final List<Lock> locks;
  private final List<ReadPath> readPaths;
  private final Map<String, Lock> taken = new HashMap<>();
  private final Map<String, Lock> given = new HashMap<>();

  EvidenceTables(List<BitClass> bitClasses, List<Lock> locks, List<ReadPath> readPaths) {
    this.bitClasses = List.copyOf(bitClasses);
    this.locks = List.copyOf(locks);
    this.readPaths = List.copyOf(readPaths);
    for (Lock lock : locks) {
      taken.putIfAbsent(lock.take(), lock);
      given.putIfAbsent(lock.give(), lock);
    }
  }

  EvidenceTables where(Predicate<Row> holds) {
    return new EvidenceTables(
        Row.holding(bitClasses, holds), Row.holding(locks, holds), Row.holding(readPaths, holds));
  }

  /** The lock that a function takes. */
  public Optional<Lock> taken(String function) {
    return Optional.ofNullable(taken.get(function));
  }

  /** The lock that a function gives back. */
  public Optional<Lock> given(String function) {
    return Optional.ofNullable(given.get(function));
  }

  /** Every lock. */
  public List<Lock> locks() {
    return locks;
  }

  /** Whether a function gives some lock back. */
  public boolean isGiver(String function) {
    return given.containsKey(function);
  }

  /** The way that is called through a field, or by a function that is handed a filler. */
  public Optional<ReadPath> readPath(ReadPath.Kind kind, String name) {
    return readPaths.stream()
        .filter(path -> path.kind() == kind && path.name().equals(name))
        .findFirst();
  }

  /** Every way, the plainest first. */
  public List<ReadPath> readPaths() {
    return readPaths;
  }

  /** The names of {@code bits} by what they are about. */
  public MaskParts parts(Bits bits, BitNames names) {
    List<String> memory = new ArrayList<>();
    List<String> context = new ArrayList<>();
    List<String> modifiers = new ArrayList<>();
    for (String name : names.names(bits)) {
      Optional<BitClass.Kind> kind =
          bitClasses.stream().filter(row -> row.bit().equals(name)).map(BitClass::kind).findFirst();
      if (kind.isEmpty()) {
        modifiers.add(name);
      } else if (kind.get() == BitClass.Kind.MEMORY) {
        memory.add(name);
      } else {
        context.add(name);
      }
    }
    return new MaskParts(memory, context, modifiers, List.of());
  }
}
