package org.gfpaudit.analyzer.facts;

import java.util.HashMap;
import java.util.Map;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * What a call does with masks, in terms of the callee's parameters.
 *
 * @param returns the returned mask; bottom where the function returns nothing or never
 * @param pointees what is behind a pointer parameter afterwards, by parameter index; the value that
 *     was there before is a {@link Symbol.Pointee}
 */
public record Effect(MaskValue returns, Map<Integer, MaskValue> pointees) {
  public static final Effect BOTTOM = new Effect(MaskValue.bottom(), Map.of());

  /** Whether the other differs at most in the ways on which masks were returned. */
  public boolean isSameButForWays(Effect other) {
    return ShortestWay.without(returns).equals(ShortestWay.without(other.returns))
        && withoutWays().equals(other.withoutWays());
  }

  private Map<Integer, MaskValue> withoutWays() {
    Map<Integer, MaskValue> bare = new HashMap<>(pointees);
    bare.replaceAll((index, value) -> ShortestWay.without(value));
    return bare;
  }

  /** This effect, with the ways of one that is the same but for ways where they are shorter. */
  public Effect withShorterWays(Effect other) {
    Map<Integer, MaskValue> shorter = new HashMap<>(pointees);
    shorter.replaceAll(
        (index, value) ->
            ShortestWay.shorter(value, other.pointees.getOrDefault(index, MaskValue.bottom())));
    return new Effect(ShortestWay.shorter(returns, other.returns), Map.copyOf(shorter));
  }

  /**
   * An effect above both. Of what enters both the way on which it was returned is that of this one:
   * two effects that differ in nothing else join to the first.
   */
  public Effect join(Effect other) {
    Map<Integer, MaskValue> all = new HashMap<>(pointees);
    other.pointees.forEach((index, value) -> all.merge(index, value, ShortestWay::join));
    Effect joined = new Effect(ShortestWay.join(returns, other.returns), Map.copyOf(all));
    return joined.equals(this) ? this : joined;
  }
}
