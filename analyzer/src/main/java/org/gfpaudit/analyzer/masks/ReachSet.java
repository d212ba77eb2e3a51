package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Ways to sinks, each once: of two that differ in their steps alone, and in what their masks were
 * returned through, the shorter one is kept, so that recursion does not add to a way for ever. More
 * than {@value #MAX_PER_SITE} ways to one site become one that joins all of them, whatever the
 * order they came in.
 *
 * <p>A set only grows: a site has {@value #MAX_PER_SITE} ways at most, each of which only gets
 * shorter, and then one, whose masks only grow and whose task flags only get fewer. So it changes
 * finitely often.
 */
public final class ReachSet {
  static final int MAX_PER_SITE = 24;

  private final Map<SinkReach, SinkReach> ways = new LinkedHashMap<>();
  private final Map<CallSite, Integer> perSite = new HashMap<>();
  private final Map<CallSite, SinkReach> joined = new HashMap<>();

  /** Adds a way; reports whether it says anything new, or is a shorter form of a known one. */
  boolean add(SinkReach reach) {
    SinkReach one = joined.get(reach.site());
    if (one != null) {
      return replace(one, one.join(reach));
    }
    SinkReach key = reach.key();
    SinkReach known = ways.get(key);
    if (known != null) {
      boolean shorter = reach.steps().size() < known.steps().size();
      if (shorter) {
        ways.put(key, reach);
      }
      return shorter;
    }
    ways.put(key, reach);
    if (perSite.merge(reach.site(), 1, Integer::sum) > MAX_PER_SITE) {
      joinAll(reach.site());
    }
    return true;
  }

  private void joinAll(CallSite site) {
    List<SinkReach> all = new ArrayList<>(ways.values());
    all.removeIf(way -> !way.site().equals(site));
    all.forEach(way -> ways.remove(way.key()));
    put(all.stream().reduce(SinkReach::join).orElseThrow());
  }

  @SuppressWarnings("ReferenceEquality") // A join that adds nothing is this object.
  private boolean replace(SinkReach before, SinkReach after) {
    if (after == before) {
      return false;
    }
    ways.remove(before.key());
    put(after);
    return true;
  }

  private void put(SinkReach one) {
    ways.put(one.key(), one);
    joined.put(one.site(), one);
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
}
