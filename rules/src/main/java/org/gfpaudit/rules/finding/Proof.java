package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * Why a row has its verdict.
 *
 * @param mask what can reach the call, taken apart
 * @param scopes from the call upwards, which scope holds and who lacks one
 * @param chain from where the mask enters to the sink; the witness path where it is a finding
 * @param evidence what else speaks for it, the strongest first
 */
public record Proof(
    MaskParts mask, List<WitnessStep> scopes, List<WitnessStep> chain, List<Evidence> evidence) {
  public Proof {
    scopes = List.copyOf(scopes);
    chain = List.copyOf(chain);
    evidence = List.copyOf(evidence);
  }
}
