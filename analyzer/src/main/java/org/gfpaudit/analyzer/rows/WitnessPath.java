package org.gfpaudit.analyzer.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.mask.Origin;

/** The way of a mask, told to people. */
public final class WitnessPath {
  private WitnessPath() {}

  /** The worst way: where the mask enters, how it was returned, then the calls down to the sink. */
  public static List<WitnessStep> of(JudgedCall call, Model model) {
    List<WitnessStep> steps = new ArrayList<>();
    SortedSet<Origin> culprits = new TreeSet<>(call.judgement().culprits());
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
    steps.addAll(told(call.reach().steps(), model));
    return List.copyOf(steps);
  }

  /** Steps at their places. */
  public static List<WitnessStep> told(List<Step> steps, Model model) {
    List<WitnessStep> told = new ArrayList<>();
    for (Step step : steps) {
      told.add(new WitnessStep(model.place(step.at()), step.text()));
    }
    return told;
  }
}
