package org.gfpaudit.analyzer.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/**
 * What a call does with masks, in terms of the callee's parameters.
 *
 * @param returns the returned mask; bottom where the function returns nothing or never
 * @param pointees what is behind a pointer parameter afterwards, by parameter index; the value that
 *     was there before is a {@link Symbol.Pointee}
 * @param assigned what the variable holds afterwards that a macro's parameter stands for, by
 *     parameter index; empty for a function, which has variables of its own
 * @param fields what the fields hold afterwards that are certainly set of the structs behind
 *     pointer parameters
 */
public record Effect(
    MaskValue returns,
    Map<Integer, MaskValue> pointees,
    Map<Integer, MaskValue> assigned,
    Map<FieldBehind, MaskValue> fields) {
  public static final Effect BOTTOM = returning(MaskValue.bottom());

  /**
   * A field of the struct that a parameter points to.
   *
   * @param parameter its index, 0-based
   * @param steps the names that lead to the field, outermost first
   */
  public record FieldBehind(int parameter, List<String> steps) {}

  /** That of a function which stores nothing. */
  public static Effect returning(MaskValue value) {
    return new Effect(value, Map.of(), Map.of(), Map.of());
  }

  /**
   * What holds where either of two bodies of one definition can be the one: what only one of them
   * stores the other leaves as it was.
   */
  public Effect orElse(Effect other) {
    return new Effect(
        returns.join(other.returns),
        orAsBefore(pointees, other.pointees, Symbol.Pointee::new),
        orAsBefore(assigned, other.assigned, Symbol.Parameter::new),
        inBoth(fields, other.fields, MaskValue::join));
  }

  /** What is certain of both. */
  private static Map<FieldBehind, MaskValue> inBoth(
      Map<FieldBehind, MaskValue> left,
      Map<FieldBehind, MaskValue> right,
      BinaryOperator<MaskValue> join) {
    Map<FieldBehind, MaskValue> both = new HashMap<>();
    left.forEach(
        (field, value) -> {
          MaskValue other = right.get(field);
          if (other != null) {
            both.put(field, join.apply(value, other));
          }
        });
    return Map.copyOf(both);
  }

  private static Map<Integer, MaskValue> orAsBefore(
      Map<Integer, MaskValue> stored, Map<Integer, MaskValue> others, IntFunction<Symbol> before) {
    Map<Integer, MaskValue> both = new HashMap<>();
    for (int index : union(stored.keySet(), others.keySet())) {
      MaskValue asBefore = MaskValue.symbol(before.apply(index), Origin.NOWHERE);
      both.put(
          index, stored.getOrDefault(index, asBefore).join(others.getOrDefault(index, asBefore)));
    }
    return Map.copyOf(both);
  }

  private static Set<Integer> union(Set<Integer> left, Set<Integer> right) {
    Set<Integer> both = new TreeSet<>(left);
    both.addAll(right);
    return both;
  }

  /** Whether the other differs at most in the ways on which masks were returned. */
  public boolean isSameButForWays(Effect other) {
    return ShortestWay.without(returns).equals(ShortestWay.without(other.returns))
        && withoutWays(pointees).equals(withoutWays(other.pointees))
        && withoutWays(assigned).equals(withoutWays(other.assigned))
        && withoutWays(fields).equals(withoutWays(other.fields));
  }

  private static <K> Map<K, MaskValue> withoutWays(Map<K, MaskValue> stored) {
    Map<K, MaskValue> bare = new HashMap<>(stored);
    bare.replaceAll((index, value) -> ShortestWay.without(value));
    return bare;
  }

  /** This effect, with the ways of one that is the same but for ways where they are shorter. */
  public Effect withShorterWays(Effect other) {
    return new Effect(
        ShortestWay.shorter(returns, other.returns),
        shorter(pointees, other.pointees),
        shorter(assigned, other.assigned),
        shorter(fields, other.fields));
  }

  private static <K> Map<K, MaskValue> shorter(Map<K, MaskValue> stored, Map<K, MaskValue> others) {
    Map<K, MaskValue> shorter = new HashMap<>(stored);
    shorter.replaceAll(
        (index, value) ->
            ShortestWay.shorter(value, others.getOrDefault(index, MaskValue.bottom())));
    return Map.copyOf(shorter);
  }

  /**
   * An effect above both. Of what enters both the way on which it was returned is that of this one:
   * two effects that differ in nothing else join to the first.
   */
  public Effect join(Effect other) {
    Effect joined =
        new Effect(
            ShortestWay.join(returns, other.returns),
            join(pointees, other.pointees),
            join(assigned, other.assigned),
            inBoth(fields, other.fields, ShortestWay::join));
    return joined.equals(this) ? this : joined;
  }

  /** The effect of which nothing is known but what it is about. */
  public Effect widened() {
    return new Effect(widened(returns), widened(pointees), widened(assigned), widened(fields));
  }

  private static <K> Map<K, MaskValue> widened(Map<K, MaskValue> stored) {
    Map<K, MaskValue> unknown = new HashMap<>(stored);
    unknown.replaceAll((index, value) -> widened(value));
    return Map.copyOf(unknown);
  }

  private static MaskValue widened(MaskValue value) {
    return value.isBottom() ? value : MaskValue.widened(value.origins());
  }

  private static Map<Integer, MaskValue> join(
      Map<Integer, MaskValue> stored, Map<Integer, MaskValue> others) {
    Map<Integer, MaskValue> all = new HashMap<>(stored);
    others.forEach((index, value) -> all.merge(index, value, ShortestWay::join));
    return Map.copyOf(all);
  }
}
