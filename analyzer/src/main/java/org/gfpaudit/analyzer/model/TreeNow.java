package org.gfpaudit.analyzer.model;

import java.util.function.Predicate;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.grammar.segment.IndexChange;
import org.gfpaudit.grammar.segment.SegmentIndex;

/**
 * A tree in the state that is audited, to hold answers of the audits before against.
 *
 * @param isLookedAt all reads; a test leaves some out, to see that each is needed
 * @param change in what its index differs from that of the audit before
 */
record TreeNow(
    IndexChange change,
    SegmentIndex index,
    Program program,
    Kbuild kbuild,
    Predicate<Read> isLookedAt) {

  /** Whether something that was read says the same now. */
  boolean isAsBefore(Read read) {
    return !isLookedAt.test(read) || read.isAsBefore(this);
  }

  /** Notes that the result of this audit depends on something that was read. */
  void note(Read read) {
    if (isLookedAt.test(read)) {
      read.note(this);
    }
  }
}
