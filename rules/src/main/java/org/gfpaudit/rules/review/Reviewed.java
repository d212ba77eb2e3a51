package org.gfpaudit.rules.review;

import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.Fix;

/**
 * A finding and what is known of it.
 *
 * @param waiver that made it {@link Standing#WAIVED}; empty else
 * @param before what it was in the baseline, if that has it
 * @param fix a change that mends it, proven; empty where none was asked for or there is none
 */
public record Reviewed(
    Finding finding,
    Standing standing,
    Optional<Waiver> waiver,
    Optional<KnownFinding> before,
    Optional<Fix> fix) {

  /** A finding of which nothing else is known. */
  static Reviewed fresh(Finding finding) {
    return new Reviewed(
        finding, Standing.NEW, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Reviewed known(KnownFinding match) {
    return new Reviewed(finding, Standing.KNOWN, waiver, Optional.of(match), fix);
  }

  Reviewed changed(KnownFinding match) {
    return new Reviewed(finding, Standing.CHANGED, waiver, Optional.of(match), fix);
  }

  Reviewed waived(Waiver by) {
    return new Reviewed(finding, Standing.WAIVED, Optional.of(by), before, fix);
  }

  Reviewed mendedBy(Fix proven) {
    return new Reviewed(finding, standing, waiver, before, Optional.of(proven));
  }

  /** Whether it counts: it is neither known nor waived. */
  public boolean isNew() {
    return standing == Standing.NEW;
  }
}
