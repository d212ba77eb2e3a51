package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * Everything one run found. All lists are sorted and do not depend on the number of threads, but
 * for the times in {@code costs}.
 *
 * @param kernelVersion as the tree's Makefile says, {@code "6.1.192"}, or the profile's name
 */
public record AuditResult(
    String kernelVersion,
    List<AuditRow> rows,
    List<Finding> findings,
    List<Problem> problems,
    List<StageCost> costs) {}
