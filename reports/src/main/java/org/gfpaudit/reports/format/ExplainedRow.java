package org.gfpaudit.reports.format;

import java.util.List;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Proof;

/**
 * One row of the audit table with all that is known of it.
 *
 * @param findings those that rules have about it, the worst first
 * @param mending how the worst of them may be mended
 */
public record ExplainedRow(AuditRow row, List<Finding> findings, Proof proof, Mending mending) {
  public ExplainedRow {
    findings = List.copyOf(findings);
  }

  /** What its verdict means, in one sentence. */
  public String meaning() {
    return Meaning.of(row.verdict());
  }

  /** The ways to mend it, the widest change first; empty where nothing is to be mended. */
  public List<String> waysToMend() {
    boolean servesDevice =
        findings.stream().anyMatch(finding -> finding.consequence().below().isPresent());
    return findings.isEmpty() ? List.of() : Meaning.waysToMend(row.verdict(), servesDevice);
  }
}
