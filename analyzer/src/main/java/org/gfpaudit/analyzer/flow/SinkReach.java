package org.gfpaudit.analyzer.flow;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.scope.TaskFlags;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.knowledge.Sink;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * One way in which a mask reaches a sink, in terms of the parameters of the function at hand.
 *
 * @param site the called name's token at the sink
 * @param mask the mask the sink is called with
 * @param flags the flags the sink is called with; the mask 0 where it takes none
 * @param mappings the mappings the page may go into; empty where the sink takes none or nobody
 *     knows
 * @param taskFlags the task flags certainly set on the way, as far as this function and those below
 *     it set them
 * @param steps from here to the sink, the call of the sink last
 */
public record SinkReach(
    Sink sink,
    Place site,
    MaskValue mask,
    MaskValue flags,
    SortedSet<AccessPath> mappings,
    TaskFlags taskFlags,
    List<WitnessStep> steps) {

  /** This way inside scopes that set {@code flags} besides. */
  public SinkReach within(TaskFlags flags) {
    return new SinkReach(sink, site, mask, this.flags, mappings, taskFlags.with(flags), steps);
  }

  /** As this, but with {@code newMask}, no mappings, and {@code step} first. */
  public SinkReach behind(WitnessStep step, MaskValue newMask) {
    return new SinkReach(
        sink, site, newMask, flags, new TreeSet<>(), taskFlags, Steps.of(step, steps));
  }
}
