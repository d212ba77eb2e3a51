package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * What a complaint rests on.
 *
 * @param witness origin first, sink last; at least one step
 * @param constrainers what sets the masks of the mappings that can reach the code and of their
 *     siblings, those that clear the bit first; empty where nothing is known
 * @param evidence what else speaks for the complaint, the strongest first
 */
public record Grounds(
    List<WitnessStep> witness, List<ConstrainerSite> constrainers, List<Evidence> evidence) {
  public Grounds {
    witness = List.copyOf(witness);
    constrainers = List.copyOf(constrainers);
    evidence = List.copyOf(evidence);
  }

  /** These grounds with what else speaks for the complaint, in any order. */
  public Grounds withEvidence(List<Evidence> found) {
    return new Grounds(witness, constrainers, found.stream().sorted().toList());
  }
}
