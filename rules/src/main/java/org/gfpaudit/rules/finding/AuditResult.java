package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * Everything one run found. All lists are sorted and do not depend on the number of threads, but
 * for the times in {@code costs}.
 *
 * @param kernelVersion as the tree's Makefile says, {@code "6.1.192"}, or the profile's name
 * @param constrainers every call in the tree that sets the mask of a mapping, sorted
 */
public record AuditResult(
    String kernelVersion,
    List<AuditRow> rows,
    List<Finding> findings,
    List<Problem> problems,
    List<StageCost> costs,
    List<ConstrainerSite> constrainers) {

  /** A result without constrainers. */
  public AuditResult(
      String kernelVersion,
      List<AuditRow> rows,
      List<Finding> findings,
      List<Problem> problems,
      List<StageCost> costs) {
    this(kernelVersion, rows, findings, problems, costs, List.of());
  }
}
