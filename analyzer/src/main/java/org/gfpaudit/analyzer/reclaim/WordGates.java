package org.gfpaudit.analyzer.reclaim;

import java.util.Optional;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.knowledge.ReclaimTables;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * What the words of the tables ask for: a flag or field that a condition tests, a function whose
 * answer it is, and a function that is gone through. What they say nothing of asks for nothing.
 */
final class WordGates {
  private final ReclaimTables tables;
  private final OwnWords own;

  /**
   * @param own what the subsystem names whose objects are worked on
   */
  WordGates(ReclaimTables tables, OwnWords own) {
    this.tables = tables;
    this.own = own;
  }

  /** What it takes to get through a call of a function. */
  Gate passing(String name, Frame frame) {
    if (isLast(name, frame)) {
      return Gate.of(Guard.UNCERTAIN);
    }
    if (tables.is(ReclaimWord.Kind.IN_USE, name)) {
      return Gate.of(Guard.IN_USE);
    }
    return tables.is(ReclaimWord.Kind.BUSY, name) ? Gate.of(Guard.UNLINKED) : Gate.OPEN;
  }

  /** Whether the last reference is dropped to something that a device is served by. */
  private boolean isLast(String name, Frame frame) {
    return frame.task() == Frame.Task.SERVES && tables.is(ReclaimWord.Kind.LAST_REFERENCE, name);
  }

  /** What it takes that a function answers so. */
  Gate answer(ReclaimWord word, boolean truth, Frame frame) {
    return switch (word.kind()) {
      case ASKS_FS -> truth ? Gate.of(ReclaimBit.FS) : Gate.CLOSED;
      case ASKS_DIRECT -> Gate.of(truth || !frame.isReclaiming());
      case ASKS_FILE -> Gate.of(truth);
      case ASKS_ANON -> Gate.of(!truth);
      case ASKS_KSWAPD -> truth ? Gate.of(Guard.KSWAPD) : Gate.OPEN;
      case ASKS_SHUTDOWN -> Gate.of(!truth);
      case ASKS_BUSY -> truth ? Gate.OPEN : Gate.of(Guard.LATE_USER);
      case LAST_REFERENCE ->
          truth && isLast(word.name(), frame) ? Gate.of(Guard.UNCERTAIN) : Gate.OPEN;
      case ASKS_DROP -> truth ? Gate.of(Guard.UNLINKED) : Gate.OPEN;
      default -> Gate.OPEN;
    };
  }

  /** What it takes that a field is set, or is not. */
  Gate field(String name, boolean truth) {
    if (tables.is(ReclaimWord.Kind.LINKS, name)) {
      return truth ? Gate.OPEN : Gate.of(Guard.UNLINKED);
    }
    return tables.is(ReclaimWord.Kind.TRANSACTION_FIELD, name)
        ? Gate.of(truth ? Guard.IN_TRANSACTION : Guard.NO_TRANSACTION)
        : Gate.OPEN;
  }

  /** What it takes that a flag is set, or is not; empty for a word that is none. */
  Optional<Gate> flag(ReclaimWord word, boolean truth, Frame frame) {
    return switch (word.kind()) {
      case RECLAIM_FLAG -> Optional.of(Gate.of(truth || !frame.isReclaiming()));
      case NOFS_FLAG -> Optional.of(Gate.of(!truth || !frame.isReclaiming()));
      case UNLINKED_FLAG -> Optional.of(truth ? Gate.of(Guard.UNLINKED) : Gate.OPEN);
      case ACTIVE_FLAG -> Optional.of(Gate.of(truth));
      case LAZY_FLAG -> Optional.of(truth ? lazy() : Gate.OPEN);
      case UNCACHED_FLAG -> Optional.of(truth ? uncached() : Gate.OPEN);
      case DATA_FLAG -> Optional.of(truth && frame.isReclaiming() ? dirty() : Gate.OPEN);
      default -> Optional.empty();
    };
  }

  /** Any file system can be mounted so, but of one that does not know of it that is not known. */
  private Gate lazy() {
    Gate lazy = Gate.of(Guard.LAZY);
    return own.names(ReclaimWord.Kind.LAZY_FLAG) ? lazy : lazy.and(Gate.of(Guard.UNCERTAIN));
  }

  /** Nobody sets the flag but the file system, by itself or by what it calls to change files. */
  private Gate dirty() {
    return own.names(ReclaimWord.Kind.SETS_DATA_FLAG) ? Gate.of(Guard.DIRTY) : Gate.CLOSED;
  }

  /** Nobody but the file system itself sets the flag. */
  private Gate uncached() {
    return own.names(ReclaimWord.Kind.UNCACHED_FLAG) ? Gate.of(Guard.UNCACHED) : Gate.CLOSED;
  }
}
