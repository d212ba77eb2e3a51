package org.gfpaudit.analyzer.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.flow.SinkReach;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.knowledge.SiteFacts;
import org.gfpaudit.rules.mask.Judgement;
import org.gfpaudit.rules.mask.Origin;

/**
 * A row with what rules need to decide whether it is a finding.
 *
 * @param entity the definition the call or the write stands in
 * @param at the called name's token, or the field's
 * @param reach the worst way to a sink, with the scopes around it where they were looked for
 * @param judgement on the worst way to a sink
 */
public record JudgedCall(
    Entity entity, Span at, AuditRow row, Judgement judgement, SinkReach reach, SiteFacts facts) {

  /** The worst way: where the mask enters, how it was returned, then the calls down to the sink. */
  public List<WitnessStep> witness() {
    List<WitnessStep> steps = new ArrayList<>();
    SortedSet<Origin> culprits = new TreeSet<>(judgement.culprits());
    Optional<Origin> first =
        culprits.stream().filter(origin -> !origin.place().file().isEmpty()).findFirst();
    if (first.isPresent()) {
      Origin origin = first.get();
      steps.add(new WitnessStep(origin.place(), origin.text() + " enters here"));
      String returning = origin.place().function();
      for (Place through : origin.through()) {
        steps.add(new WitnessStep(through, "returned by " + returning + "()"));
        returning = through.function();
      }
    }
    steps.addAll(reach.steps());
    return List.copyOf(steps);
  }
}
