package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.driver.Losses;
import org.gfpaudit.analyzer.driver.TextLines;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Guards;

/**
 * A state that a tree was in before: what kept reclaim out then and does not now can be put back.
 *
 * @param guards what reclaim might do then
 * @param losses how the two are held against each other
 */
public record Earlier(SourceTree tree, Guards guards, Losses losses) {

  /** What a newer tree lacks. */
  List<Losses.Loss> lostIn(AuditResult now, SourceTree newer) {
    return losses.losses(guards, now.guards(), new TextLines(tree, newer));
  }

  /** A result with the findings about what its tree lacks. */
  static AuditResult with(AuditResult now, List<Losses.Loss> lost) {
    List<Finding> found = lost.stream().map(Losses.Loss::found).toList();
    return found.isEmpty()
        ? now
        : now.with(Stream.concat(now.findings().stream(), found.stream()).sorted().toList());
  }
}
