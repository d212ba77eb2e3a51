package org.gfpaudit.rules.fix;

import java.util.List;

/**
 * What a run proposes: patches that were proven, and why there is none for the other findings.
 *
 * @param kernelVersion of the tree they are for
 * @param patches by subsystem
 * @param refusals sorted
 * @param remarks what the user should know besides, whole sentences
 */
public record PatchSeries(
    String kernelVersion, List<Patch> patches, List<Refusal> refusals, List<String> remarks) {
  public PatchSeries {
    patches = List.copyOf(patches);
    refusals = List.copyOf(refusals);
    remarks = List.copyOf(remarks);
  }
}
