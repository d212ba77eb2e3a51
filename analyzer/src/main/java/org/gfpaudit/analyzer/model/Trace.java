package org.gfpaudit.analyzer.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an answer was made from: a read of the tree, or other answers with theirs. It holds while
 * all of these say the same, and is looked through once for each audit.
 */
public final class Trace {
  /** That of an answer that is made from nothing. */
  static final Trace NOTHING = new Trace(Optional.empty(), List.of(), Integer.MAX_VALUE);

  private final Optional<Leaf> leaf;
  private final List<Trace> parts;

  /** The number of the last audit that it was held against; below zero where it did not hold. */
  private volatile int checked;

  /** A read, and what it is known by. */
  private record Leaf(Object key, Read read) {}

  private Trace(Optional<Leaf> leaf, Collection<Trace> parts, int audit) {
    this.leaf = leaf;
    this.parts = List.copyOf(parts);
    this.checked = audit;
  }

  static Trace of(Object key, Read read, int audit) {
    return new Trace(Optional.of(new Leaf(key, read)), List.of(), audit);
  }

  static Trace of(Collection<Trace> parts, int audit) {
    return parts.isEmpty()
        ? NOTHING
        : parts.size() == 1 ? parts.iterator().next() : new Trace(Optional.empty(), parts, audit);
  }

  /**
   * Whether everything says what it said. What holds counts as read by this audit. One that was not
   * asked for in the audit before does not hold: nobody knows what changed since.
   */
  boolean holds(TreeNow now) {
    if (this == NOTHING) {
      return true;
    }
    int known = checked;
    if (known == now.audit() || known == -now.audit()) {
      return known > 0;
    }
    boolean holds =
        known == now.audit() - 1
            && leaf.filter(each -> !now.isAsBefore(each.read)).isEmpty()
            && parts.stream().allMatch(part -> part.holds(now));
    if (holds && leaf.isPresent()) {
      now.program().tracing().again(leaf.get().key, this);
    }
    checked = holds ? now.audit() : -now.audit();
    return holds;
  }
}
