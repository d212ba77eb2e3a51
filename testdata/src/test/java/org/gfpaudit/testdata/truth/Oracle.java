package org.gfpaudit.testdata.truth;

import java.util.Collection;
import java.util.List;
import org.gfpaudit.rules.finding.AuditRow;

/** Says of the calls of programs what they do with masks; it may be wrong. */
interface Oracle {
  /** The rows of all programs, which are audited as one tree. */
  List<AuditRow> rows(Collection<Printed> programs);
}
