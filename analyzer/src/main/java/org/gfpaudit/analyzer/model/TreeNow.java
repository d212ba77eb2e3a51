package org.gfpaudit.analyzer.model;

import java.util.function.Predicate;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.grammar.segment.IndexChange;
import org.gfpaudit.grammar.segment.SegmentIndex;

/**
 * A tree in the state that is audited, to hold answers of the audit before against.
 *
 * @param audit the number of this audit; that of the one before is one less
 * @param isLookedAt all reads; a test leaves some out, to see that each is needed
 * @param change in what its index differs from that of the one before
 */
record TreeNow(
    int audit,
    IndexChange change,
    SegmentIndex index,
    Program program,
    Kbuild kbuild,
    Predicate<Read> isLookedAt) {

  /** Whether something that was read says the same now. */
  boolean isAsBefore(Read read) {
    return !isLookedAt.test(read) || read.isAsBefore(this);
  }
}
