package org.gfpaudit.testdata.truth;

import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.testdata.truth.Printed.Line;

/** Rows for oracles that tests make up. */
final class Rows {
  private Rows() {}

  static AuditRow row(Statement statement, Line line, Verdict verdict) {
    return new AuditRow(
        statement instanceof Statement.Sink ? AuditRow.Kind.SITE : AuditRow.Kind.ORIGIN,
        new Flagged(
            new Place(line.file(), line.number(), 1, ""), "", "", "", PresenceCondition.TRUE),
        verdict,
        List.of(),
        "");
  }
}
