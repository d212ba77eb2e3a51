package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.testdata.truth.MaskTruth.Source;
import org.gfpaudit.testdata.truth.MaskTruth.Source.HandedIn;

/**
 * What is true of one row of the audit table: all masks that arrive there, and the verdict of them.
 */
final class RowTruth {
  /** One arrival, as the function of the row sees it. */
  record Arrival(MaskTruth mask, int mapping, int flags, Map<String, Boolean> configuration) {
    /** An arrival as the function sees it that stands {@code depth} calls below the root. */
    static Arrival of(Hit hit, int depth) {
      return new Arrival(hit.masks().get(depth), hit.mapping(), hit.flags(), hit.configuration());
    }

    /** The same with another mask. */
    Arrival with(MaskTruth other) {
      return new Arrival(other, mapping, flags, configuration);
    }

    boolean isIn(Map<String, Boolean> whole) {
      return configuration.entrySet().stream()
          .allMatch(option -> option.getValue().equals(whole.get(option.getKey())));
    }
  }

  private final Set<Arrival> arrivals = new LinkedHashSet<>();

  void add(Arrival arrival) {
    arrivals.add(arrival);
  }

  Set<Arrival> arrivals() {
    return arrivals;
  }

  boolean has(Source source) {
    return arrivals.stream().anyMatch(arrival -> arrival.mask().parts().containsKey(source));
  }

  /**
   * The verdicts that are right: that of all ways together, and, because a kernel is built in one
   * configuration, the worst that one configuration has by itself. Of a mask that a mapping's mask,
   * or what was handed in, left neither FS nor IO, it is as right to say that these have no part in
   * it.
   */
  Set<Verdict> right() {
    Set<Verdict> right = right(arrivals);
    Set<Arrival> bare = new LinkedHashSet<>();
    arrivals.forEach(arrival -> bare.add(arrival.with(arrival.mask().bare())));
    right.addAll(right(bare));
    Set<Verdict> byConfiguration = EnumSet.noneOf(Verdict.class);
    for (Map<String, Boolean> whole : configurations()) {
      Set<Arrival> here = new LinkedHashSet<>();
      arrivals.stream().filter(arrival -> arrival.isIn(whole)).forEach(here::add);
      if (!here.isEmpty()) {
        byConfiguration.addAll(right(here));
      }
    }
    byConfiguration.stream().min(Verdict::compareTo).ifPresent(right::add);
    return right;
  }

  /** Every combination of the options that some arrival depends on. */
  private List<Map<String, Boolean>> configurations() {
    Set<String> options = new TreeSet<>();
    arrivals.forEach(arrival -> options.addAll(arrival.configuration().keySet()));
    List<Map<String, Boolean>> all = new ArrayList<>(List.of(Map.of()));
    for (String option : options) {
      for (Map<String, Boolean> half : List.copyOf(all)) {
        Map<String, Boolean> with = new HashMap<>(half);
        with.put(option, true);
        Map<String, Boolean> without = new HashMap<>(half);
        without.put(option, false);
        all.remove(half);
        all.add(with);
        all.add(without);
      }
    }
    return all;
  }

  private static Set<Verdict> right(Set<Arrival> arrivals) {
    int always = arrivals.stream().mapToInt(Arrival::flags).reduce(-1, (one, two) -> one & two);
    Set<Verdict> byWay = EnumSet.noneOf(Verdict.class);
    Set<Verdict> byMeet = EnumSet.noneOf(Verdict.class);
    for (Arrival arrival : arrivals) {
      byWay.add(verdict(arrival, arrival.flags()));
      byMeet.add(verdict(arrival, always));
    }
    Set<Verdict> right = EnumSet.noneOf(Verdict.class);
    right.addAll(combined(byWay));
    // By the letter a scope counts where the call always runs in it.
    right.addAll(combined(byMeet));
    return right;
  }

  private static Verdict verdict(Arrival arrival, int flags) {
    MaskTruth mask = arrival.mask();
    List<Verdict> reasons = new ArrayList<>();
    boolean isDerived = mask.parts().keySet().stream().anyMatch(Source.OfMapping.class::isInstance);
    if ((mask.constant() & (Gfp.FS | Gfp.IO)) != 0) {
      reasons.add(
          flags != 0
              ? Verdict.SCOPED
              : isDerived
                  ? Verdict.RE_ADDED
                  : (mask.constant() & Gfp.FS) != 0 ? Verdict.HARDCODED : Verdict.HARDCODED_NOFS);
    }
    boolean isHandedIn = false;
    for (Source source : mask.parts().keySet()) {
      boolean isOpen = (mask.parts().getOrDefault(source, 0) & (Gfp.FS | Gfp.IO)) != 0;
      if (source instanceof Source.OfMapping of) {
        reasons.add(of.mapping() == arrival.mapping() ? Verdict.DERIVED : Verdict.WRONG_MAPPING);
      } else if (source instanceof HandedIn) {
        isHandedIn = true;
        if (isOpen) {
          reasons.add(Verdict.PASSTHROUGH);
        }
      } else if (isOpen) {
        reasons.add(Verdict.UNKNOWN);
      }
    }
    if (reasons.isEmpty()) {
      return isHandedIn ? Verdict.PASSTHROUGH : Verdict.HARDCODED_WEAK;
    }
    return reasons.stream().min(Verdict::compareTo).orElseThrow();
  }

  /** The verdict of several ways: the worst, but for mixtures that have a word of their own. */
  static Set<Verdict> combined(Set<Verdict> ways) {
    Verdict worst = ways.stream().min(Verdict::compareTo).orElse(Verdict.HARDCODED_WEAK);
    boolean isHardcoded = ways.contains(Verdict.HARDCODED) || ways.contains(Verdict.HARDCODED_NOFS);
    Set<Verdict> right = EnumSet.noneOf(Verdict.class);
    if (isHardcoded && ways.contains(Verdict.RE_ADDED)) {
      right.add(Verdict.RE_ADDED);
    } else if (isHardcoded && ways.contains(Verdict.WRONG_MAPPING)) {
      right.addAll(EnumSet.of(worst, Verdict.PARTIAL, Verdict.WRONG_MAPPING));
    } else if (isHardcoded && ways.contains(Verdict.DERIVED)) {
      right.add(Verdict.PARTIAL);
    } else {
      right.add(worst);
    }
    return right;
  }
}
