package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * What a complaint rests on.
 *
 * @param witness origin first, sink last; at least one step
 * @param constrainers what sets the masks of the mappings that can reach the code and of their
 *     siblings, those that clear the bit first; empty where nothing is known
 * @param evidence what else speaks for the complaint, the strongest first
 * @param consequence what the mask can cause, and what was looked at to say so
 */
public record Grounds(
    List<WitnessStep> witness,
    List<ConstrainerSite> constrainers,
    List<Evidence> evidence,
    Consequence consequence) {
  public Grounds {
    witness = List.copyOf(witness);
    constrainers = List.copyOf(constrainers);
    evidence = List.copyOf(evidence);
  }

  /** Grounds of a complaint whose consequence was not looked at. */
  public Grounds(
      List<WitnessStep> witness, List<ConstrainerSite> constrainers, List<Evidence> evidence) {
    this(witness, constrainers, evidence, Consequence.NONE);
  }

  /** These grounds with what else speaks for the complaint, in any order. */
  public Grounds withEvidence(List<Evidence> found) {
    return new Grounds(witness, constrainers, found.stream().sorted().toList(), consequence);
  }
}
