package org.gfpaudit.analyzer.cli;

import java.util.Optional;
import org.gfpaudit.reports.format.SourceUrl;
import org.gfpaudit.reports.format.Standpoint;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.Level;

/**
 * How a command line wants findings to be shown.
 *
 * @param style of standard output
 * @param failOn the least level that is a failure; empty for none
 * @param least the least level that is reported; empty where the format decides
 * @param suggestsWaivers whether each finding comes with the waiver that would let it stay
 * @param stand where the tree lies
 * @param urls where its code can be read in a browser
 */
record Reporting(
    Style style,
    Optional<Level> failOn,
    Optional<Level> least,
    boolean suggestsWaivers,
    Standpoint stand,
    SourceUrl urls) {

  /** All there is, without colours, and nothing is a failure. */
  static Reporting plain() {
    return new Reporting(
        Style.PLAIN,
        Optional.empty(),
        Optional.empty(),
        false,
        Standpoint.IN_THE_TREE,
        SourceUrl.NONE);
  }
}
