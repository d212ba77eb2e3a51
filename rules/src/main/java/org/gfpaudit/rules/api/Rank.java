package org.gfpaudit.rules.api;

import java.util.List;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Level;

/**
 * How much a finding matters by what the mask can cause on this kernel.
 *
 * @param reason why it is that level, as one sentence part for the reader
 * @param constrainers what sets the masks of these mappings, those that clear the bit first
 * @param consequence what was looked at to say so
 */
public record Rank(
    Level level, String reason, List<ConstrainerSite> constrainers, Consequence consequence) {
  public Rank {
    constrainers = List.copyOf(constrainers);
  }

  /** A rank that rests on the setters of masks alone. */
  public Rank(Level level, String reason, List<ConstrainerSite> constrainers) {
    this(level, reason, constrainers, Consequence.NONE);
  }
}
