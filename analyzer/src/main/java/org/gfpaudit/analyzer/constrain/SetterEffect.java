package org.gfpaudit.analyzer.constrain;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.rules.finding.BitEffect;

/**
 * What a function certainly does to one bit of the masks of its parameters' mappings, and of the
 * mapping of what it returns.
 *
 * @param parameters by the steps from a parameter to the mapping, and the parameter's 0-based index
 * @param result by the steps from the returned object to the mapping, where that is no error
 */
record SetterEffect(SortedMap<Target, Change> parameters, SortedMap<Target, Change> result) {
  static final SetterEffect NONE = new SetterEffect(new TreeMap<>(), new TreeMap<>());

  /**
   * One mapping.
   *
   * @param parameter 0-based; -1 for the result
   */
  record Target(int parameter, List<String> steps) implements Comparable<Target> {
    @Override
    public int compareTo(Target other) {
      int byParameter = Integer.compare(parameter, other.parameter);
      return byParameter != 0
          ? byParameter
          : String.join(".", steps).compareTo(String.join(".", other.steps));
    }
  }

  /** What becomes of the bit, and where. */
  record Change(BitEffect effect, CallSite at) {}

  boolean isNone() {
    return parameters.isEmpty() && result.isEmpty();
  }

  /** What holds for both: of two configurations. */
  SetterEffect meet(SetterEffect other) {
    return new SetterEffect(both(parameters, other.parameters), both(result, other.result));
  }

  private static SortedMap<Target, Change> both(
      Map<Target, Change> left, Map<Target, Change> right) {
    SortedMap<Target, Change> both = new TreeMap<>();
    left.forEach(
        (target, change) -> {
          Change theirs = right.get(target);
          if (theirs != null && theirs.effect() == change.effect()) {
            both.put(target, change);
          }
        });
    return both;
  }
}
