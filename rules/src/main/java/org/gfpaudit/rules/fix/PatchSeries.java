package org.gfpaudit.rules.fix;

import java.util.List;

/**
 * What a run proposes: patches that were proven, and why there is none for the other findings.
 *
 * @param kernelVersion of the tree they are for
 * @param patches by subsystem
 * @param refusals sorted
 */
public record PatchSeries(String kernelVersion, List<Patch> patches, List<Refusal> refusals) {
  public PatchSeries {
    patches = List.copyOf(patches);
    refusals = List.copyOf(refusals);
  }

  /** Whether a changed file has lines that end as on DOS: git has to be told. */
  public boolean hasCarriageReturns() {
    return patches.stream()
        .flatMap(patch -> patch.changes().stream())
        .anyMatch(change -> change.before().indexOf('\r') >= 0);
  }
}
