package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.function.Predicate;

/**
 * How findings are told and mended: what is exempt, which subsystem it is, how a patch looks, and
 * what is at stake.
 */
record FindingTables(
    List<Exemption> exemptions,
    Subsystems subsystems,
    List<SubjectPrefixRow> subjectPrefixes,
    List<MaskTemplate> maskTemplates,
    ConsequenceTables consequences,
    ReclaimTables reclaim) {

  /**
   * The templates, consequences and facts of reclaim that hold for one release; all else holds for
   * every release.
   */
  FindingTables where(Predicate<Row> holds) {
    return new FindingTables(
        exemptions,
        subsystems,
        Row.holding(subjectPrefixes, holds),
        Row.holding(maskTemplates, holds),
        consequences.where(holds),
        reclaim.where(holds));
  }
}
