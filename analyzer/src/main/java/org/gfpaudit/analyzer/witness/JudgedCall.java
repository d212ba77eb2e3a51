package org.gfpaudit.analyzer.witness;

import java.util.List;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.knowledge.SiteFacts;
import org.gfpaudit.rules.mask.Judgement;

/**
 * A row with what rules need to decide whether it is a finding.
 *
 * @param judgement on the worst way to a sink
 * @param witness that way, where the mask enters first
 */
public record JudgedCall(
    AuditRow row, Judgement judgement, List<WitnessStep> witness, SiteFacts facts) {}
