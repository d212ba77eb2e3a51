package org.gfpaudit.testdata.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.testdata.expect.Marker;
import org.gfpaudit.testdata.expect.Sample;

/**
 * Says what a finding lacks of what a marker promises.
 *
 * @param program every file whose labels may be named
 * @param sample the file the marker is in
 */
record WitnessCheck(List<Sample> program, Sample sample) {

  /** Empty where the finding is as promised; the rule and the line are the caller's business. */
  List<String> objections(Marker.OfFinding of, Finding finding) {
    List<String> objections = new ArrayList<>();
    if (!of.message().matcher(finding.message()).find()) {
      objections.add("the message is \"" + finding.message() + "\"");
    }
    of.level()
        .filter(level -> level != finding.level())
        .ifPresent(level -> objections.add("the level is " + finding.level().word()));
    of.condition()
        .filter(condition -> !Conditions.isEquivalent(condition, finding.flagged().condition()))
        .ifPresent(
            condition ->
                objections.add("the condition is @(" + finding.flagged().condition() + ")"));
    String function = sample.functions().get(of.line());
    if (function != null && !function.equals(finding.place().function())) {
      objections.add("the function is " + finding.place().function());
    }
    missingLabel(of, finding)
        .ifPresent(label -> objections.add("the witness does not pass " + label));
    return objections;
  }

  /** The first label, in order, that is not passed after the ones before it. */
  private Optional<String> missingLabel(Marker.OfFinding of, Finding finding) {
    List<WitnessStep> steps = finding.witness();
    int next = 0;
    for (String label : of.path()) {
      while (next < steps.size() && !isAt(label, steps.get(next).place())) {
        next++;
      }
      if (next == steps.size()) {
        return Optional.of(label);
      }
      // Two labels may stand for two steps on one line, never for one step.
      next++;
    }
    return Optional.empty();
  }

  private boolean isAt(String label, Place place) {
    int colon = label.indexOf(':');
    String path = colon < 0 ? sample.path() : label.substring(0, colon);
    String name = label.substring(colon + 1);
    return program.stream()
        .filter(file -> file.path().equals(path) && place.file().equals(path))
        .anyMatch(file -> file.labels().getOrDefault(name, 0) == place.line());
  }
}
