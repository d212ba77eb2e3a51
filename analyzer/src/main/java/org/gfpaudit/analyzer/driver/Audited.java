package org.gfpaudit.analyzer.driver;

import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;

/**
 * An audit with what it was made from.
 *
 * @param judged every row of the tree
 * @param sites where each finding of the tree is
 */
public record Audited(
    AuditResult result,
    Model model,
    Scopes scopes,
    List<JudgedCall> judged,
    Map<Finding, CallSite> sites) {

  /** The same with another result. */
  public Audited with(AuditResult reported) {
    return new Audited(reported, model, scopes, judged, sites);
  }
}
