package org.gfpaudit.analyzer.facts;

import java.util.List;
import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.WitnessStep;

/**
 * What a rule that is not about rows of the audit table may object to.
 *
 * @param at the call it is about
 * @param witness in the order things happen, at least one step
 */
public record Objection(CallSite at, Subject subject, List<WitnessStep> witness) {
  public Objection {
    witness = List.copyOf(witness);
  }
}
