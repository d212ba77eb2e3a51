package org.gfpaudit.reports.catalog;

import java.util.Optional;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.Level;

/**
 * What a report may say of the run besides its findings.
 *
 * @param version of the program
 * @param tree what people call the tree
 * @param failOn the least level that is a failure; empty for none
 */
public record ReportedRun(
    String version, String tree, SourceLookup sources, Style style, Optional<Level> failOn) {}
