package org.gfpaudit.reports.catalog;

import java.util.Optional;
import org.gfpaudit.reports.format.ReportedTree;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.Level;

/**
 * What a report may say of the run besides its findings.
 *
 * @param version of the program
 * @param failOn the least level that is a failure; empty for none
 * @param least the least level that is reported; empty where nobody said, so that the format
 *     decides
 * @param suggestsWaivers whether text shows with each finding the waiver that lets it stay
 */
public record ReportedRun(
    String version,
    ReportedTree tree,
    Style style,
    Optional<Level> failOn,
    Optional<Level> least,
    boolean suggestsWaivers) {}
