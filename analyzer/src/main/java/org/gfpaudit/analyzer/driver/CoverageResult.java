package org.gfpaudit.analyzer.driver;

import java.util.List;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.StageCost;

/**
 * How much of a tree the grammar reads.
 *
 * @param functions function definitions seen
 * @param clean those parsed without a diagnostic
 * @param causes what stopped the others, most frequent first
 * @param problems what was not read at all
 */
public record CoverageResult(
    long functions,
    long clean,
    List<Cause> causes,
    List<Problem> problems,
    List<StageCost> costs) {}
