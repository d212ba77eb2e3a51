package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * Everything one run found. All lists are sorted and do not depend on the number of threads, but
 * for the times in {@code costs}.
 *
 * @param kernelVersion as the tree's Makefile says, {@code "6.1.192"}, or the profile's name
 * @param tree what the tree says beside
 */
public record AuditResult(
    String kernelVersion,
    List<AuditRow> rows,
    List<Finding> findings,
    List<Problem> problems,
    List<StageCost> costs,
    TreeFacts tree) {

  /** A result of a tree that says nothing beside. */
  public AuditResult(
      String kernelVersion,
      List<AuditRow> rows,
      List<Finding> findings,
      List<Problem> problems,
      List<StageCost> costs) {
    this(kernelVersion, rows, findings, problems, costs, TreeFacts.none());
  }

  /** Every call in the tree that sets the mask of a mapping, sorted. */
  public List<ConstrainerSite> constrainers() {
    return tree.guards().setters();
  }

  /** {@link TreeFacts#waivers}. */
  public List<SourceWaiver> waivers() {
    return tree.waivers();
  }

  /**
   * What reclaim may do at each call.
   *
   * @throws IllegalStateException if the audit did not go that far
   */
  public Guards guards() {
    require(Depth.GUARDS);
    return tree.guards();
  }

  /**
   * Makes sure that the audit went far enough for what is made of its result.
   *
   * @throws IllegalStateException if it did not
   */
  public void require(Depth wanted) {
    if (!tree.depth().reaches(wanted)) {
      throw new IllegalStateException(
          "internal error: what is asked of this audit takes one as deep as "
              + wanted
              + ", and it went as deep as "
              + tree.depth());
    }
  }

  /** This result with other findings. */
  public AuditResult with(List<Finding> others) {
    return with(rows, others);
  }

  /** This result with other rows and findings. */
  public AuditResult with(List<AuditRow> otherRows, List<Finding> others) {
    return with(otherRows, others, tree);
  }

  /** This result with other rows and findings, of a tree that says something else beside. */
  public AuditResult with(List<AuditRow> otherRows, List<Finding> others, TreeFacts otherTree) {
    return new AuditResult(kernelVersion, otherRows, others, problems, costs, otherTree);
  }
}
