package org.gfpaudit.rules.knowledge;

import java.util.Optional;
import org.gfpaudit.rules.finding.ReclaimBit;

/**
 * Where reclaim enters code.
 *
 * @param entry the function, or the field that holds functions
 * @param bit what an allocation's mask must have for it
 * @param unless a function: where the tree defines it, the way there is read from the tree and the
 *     row says nothing
 */
public record ReclaimRoot(
    Entry entry, ReclaimBit bit, Optional<String> unless, VersionRange versions, String origin)
    implements Row {

  /**
   * What reclaim calls.
   *
   * @param name a function, or a field that holds functions
   * @param by the tag of the struct the field is in; empty for a function
   */
  public record Entry(Kind kind, String name, Optional<String> by) {}

  /** {@link Entry#kind}. */
  public Kind kind() {
    return entry.kind();
  }

  /** {@link Entry#name}. */
  public String name() {
    return entry.name();
  }

  /** {@link Entry#by}. */
  public Optional<String> by() {
    return entry.by();
  }

  /** Whether it is whatever a field holds. */
  public boolean isField() {
    return kind() == Kind.FIELD || kind() == Kind.FLUSHER || kind() == Kind.SWAP;
  }

  /** What a root is. */
  public enum Kind {
    /** Whatever a field holds. */
    FIELD,
    /** A function of reclaim itself. */
    FUNCTION,
    /** A function that is such a root by its field, and does nothing that matters. */
    DEAD,
    /** What a field holds writes the pages that reclaim waits for, in a task of its own. */
    FLUSHER,
    /** What a field holds writes a page to swap that lies in a file. */
    SWAP
  }
}
