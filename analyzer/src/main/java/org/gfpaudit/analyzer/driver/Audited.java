package org.gfpaudit.analyzer.driver;

import java.util.List;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.rules.finding.AuditResult;

/**
 * An audit with what it was made from.
 *
 * @param judged every row of the tree
 */
public record Audited(AuditResult result, Model model, Scopes scopes, List<JudgedCall> judged) {

  /** The same with another result. */
  public Audited with(AuditResult reported) {
    return new Audited(reported, model, scopes, judged);
  }
}
