package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Ways to sinks, each once: of two that differ in their steps alone the shorter one is kept, so
 * that recursion does not add to a way for ever. More than {@value #MAX_PER_SITE} ways to one site
 * become one that joins them, so that recursion ends.
 */
public final class ReachSet {
  private static final int MAX_PER_SITE = 24;

  private final Map<SinkReach, SinkReach> ways = new LinkedHashMap<>();
  private final Map<Object, Integer> perSite = new LinkedHashMap<>();

  /** Adds a way; reports whether it was new, or a shorter form of a known one. */
  boolean add(SinkReach reach) {
    SinkReach key = withoutSteps(reach);
    SinkReach known = ways.get(key);
    if (known != null) {
      boolean shorter = reach.steps().size() < known.steps().size();
      if (shorter) {
        ways.put(key, reach);
      }
      return shorter;
    }
    if (perSite.getOrDefault(reach.site(), 0) >= MAX_PER_SITE) {
      return addJoined(reach);
    }
    perSite.merge(reach.site(), 1, Integer::sum);
    ways.put(key, reach);
    return true;
  }

  private boolean addJoined(SinkReach reach) {
    SinkReach last = null;
    for (SinkReach way : ways.values()) {
      if (way.site().equals(reach.site())) {
        last = way;
      }
    }
    SinkReach joined =
        new SinkReach(
            last.end(),
            last.mask().join(reach.mask()),
            last.flags().join(reach.flags()),
            new TreeSet<>(),
            last.taskFlags().join(reach.taskFlags()),
            last.steps());
    if (withoutSteps(joined).equals(withoutSteps(last))) {
      return false;
    }
    ways.remove(withoutSteps(last));
    ways.put(withoutSteps(joined), joined);
    return true;
  }

  /** All ways, in the order they were found. */
  public List<SinkReach> all() {
    return List.copyOf(ways.values());
  }

  /**
   * The ways whose mask holds a symbol of that kind, each narrowed to the alternatives that hold
   * one. The others are masks the function brings itself; whoever binds the symbol has no part in
   * them.
   */
  List<SinkReach> where(Class<? extends Symbol> kind) {
    return narrowed(kind::isInstance);
  }

  /** The ways whose mask holds {@code symbol}, narrowed likewise. */
  List<SinkReach> where(Symbol symbol) {
    return narrowed(symbol::equals);
  }

  private List<SinkReach> narrowed(Predicate<Symbol> isMeant) {
    List<SinkReach> result = new ArrayList<>();
    for (SinkReach way : ways.values()) {
      List<Alternative> meant = new ArrayList<>();
      for (Alternative alternative : way.mask().alternatives()) {
        if (alternative.symbols().stream().anyMatch(isMeant)) {
          meant.add(alternative);
        }
      }
      if (!meant.isEmpty()) {
        result.add(way.with(MaskValue.ofAlternatives(meant)));
      }
    }
    return result;
  }

  private static SinkReach withoutSteps(SinkReach reach) {
    return reach.along(List.of());
  }
}
