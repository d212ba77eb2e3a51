package org.gfpaudit.rules.splat;

import java.util.List;

/**
 * A report that says something of reclaim, held against a tree.
 *
 * @param held how the lock comes to be held over an allocation
 * @param between how other locks lead from the one that reclaim takes to the one that is held
 * @param reclaim how reclaim comes to wait
 */
public record Diagnosis(
    SplatHead head,
    SplatHalf held,
    List<SplatHalf> between,
    SplatHalf reclaim,
    SplatVerdict verdict) {
  public Diagnosis {
    between = List.copyOf(between);
  }
}
