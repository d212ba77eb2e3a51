package org.gfpaudit.rules.api;

import java.util.List;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Level;

/**
 * How much a finding matters by the mappings that can reach it: an error where one that forbids the
 * bit can, a warning where only a file that backs a block device could, a note where none does.
 *
 * @param reason one sentence part for the reader
 * @param constrainers what sets the masks of these mappings, those that clear the bit first
 */
public record Rank(Level level, String reason, List<ConstrainerSite> constrainers) {
  public Rank {
    constrainers = List.copyOf(constrainers);
  }
}
