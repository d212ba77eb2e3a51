package org.gfpaudit.analyzer.facts;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.rules.knowledge.Sink;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/**
 * One way in which a mask reaches a sink, in terms of the parameters of the function at hand.
 *
 * @param end the call of the sink
 * @param mask the mask the sink is called with
 * @param flags the flags the sink is called with; the mask 0 where it takes none
 * @param mappings the mappings the page may go into; empty where the sink takes none or nobody
 *     knows
 * @param taskFlags the task flags certainly set on the way, as far as this function and those below
 *     it set them
 * @param steps from here to the sink, the call of the sink last
 */
public record SinkReach(
    SinkCall end,
    MaskValue mask,
    MaskValue flags,
    SortedSet<AccessPath> mappings,
    TaskFlags taskFlags,
    List<Step> steps) {
  private static final String NOT_FOLLOWED =
      "a number in a field that is no gfp_t and is not followed further";

  public Sink sink() {
    return end.sink();
  }

  /** Where the sink is called. */
  public CallSite site() {
    return end.at();
  }

  /** This way with another mask, of the same sink and along the same steps. */
  public SinkReach with(MaskValue newMask) {
    return new SinkReach(end, newMask, flags, mappings, taskFlags, steps);
  }

  /** This way, where nothing is known of what {@code fields} hold. */
  SinkReach withoutFollowing(Set<Symbol.Field> fields) {
    if (mask.symbols().stream().noneMatch(fields::contains)) {
      return this;
    }
    Origin at = mask.origins().first();
    return with(
        mask.substitute(
            symbol ->
                fields.contains(symbol)
                    ? MaskValue.unknown(NOT_FOLLOWED, at)
                    : MaskValue.symbol(symbol, at)));
  }

  /** This way along other steps. */
  public SinkReach along(List<Step> newSteps) {
    return new SinkReach(end, mask, flags, mappings, taskFlags, newSteps);
  }

  /** This way where the task flags that are certainly set are {@code newFlags}. */
  public SinkReach within(TaskFlags newFlags) {
    return newFlags.equals(taskFlags)
        ? this
        : new SinkReach(end, mask, flags, mappings, newFlags, steps);
  }

  /**
   * One way that stands for this and for another to the same site, whose mappings are not known any
   * more: this very one where the other adds nothing. Of what enters both the way on which it was
   * returned is that of this one, and so are the steps unless the other has fewer.
   */
  public SinkReach join(SinkReach other) {
    MaskValue bothMasks = ShortestWay.join(mask, other.mask);
    MaskValue bothFlags = ShortestWay.join(flags, other.flags);
    TaskFlags both = taskFlags.join(other.taskFlags);
    boolean isShorter = other.steps.size() < steps.size();
    boolean isThis =
        end.isJoined()
            && mappings.isEmpty()
            && bothMasks.equals(mask)
            && bothFlags.equals(flags)
            && both.equals(taskFlags)
            && !isShorter;
    return isThis
        ? this
        : new SinkReach(
            end.joined(),
            bothMasks,
            bothFlags,
            new TreeSet<>(),
            both,
            isShorter ? other.steps : steps);
  }

  /** What tells this way from others: neither its steps nor what masks were returned through. */
  public SinkReach key() {
    return new SinkReach(
        end, ShortestWay.without(mask), ShortestWay.without(flags), mappings, taskFlags, List.of());
  }

  /** As this, but with {@code newMask}, no mappings, and {@code step} first. */
  public SinkReach behind(Step step, MaskValue newMask) {
    return new SinkReach(end, newMask, flags, new TreeSet<>(), taskFlags, Steps.of(step, steps));
  }
}
