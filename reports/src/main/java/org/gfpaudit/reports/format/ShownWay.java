package org.gfpaudit.reports.format;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.finding.WitnessStep;

/**
 * A way that a finding shows: that of a mask, what is followed step by step, or one of the two
 * halves of a deadlock.
 *
 * @param over what stands over its steps, not made safe
 */
public record ShownWay(String over, List<Step> steps) {
  public ShownWay {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param text not made safe
   * @param kind of a step of a deadlock
   */
  public record Step(Place place, String text, Optional<ChainStep.Kind> kind) {}

  /** The ways of a finding, at least one. */
  public static List<ShownWay> of(Finding finding) {
    Optional<Reentry> reentry = finding.consequence().reentry();
    if (reentry.isPresent()) {
      return List.of(
          new ShownWay(reentry.get().overHeld(), chain(reentry.get().held())),
          new ShownWay(reentry.get().overReclaim(), chain(reentry.get().reclaim())));
    }
    return List.of(
        new ShownWay(
            Passage.overSteps(finding), finding.witness().stream().map(ShownWay::step).toList()));
  }

  private static Step step(WitnessStep step) {
    return new Step(step.place(), step.text(), Optional.empty());
  }

  private static List<Step> chain(List<ChainStep> steps) {
    return steps.stream()
        .map(step -> new Step(step.place(), step.text(), Optional.of(step.kind())))
        .toList();
  }
}
