package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * order they came in; and so do those to each site of a set that holds more than {@value #MAX_WAYS}
 * ways: functions that call each other would hand every way to every sink on to all of them. In
 * such a set a mask of more than {@value #MAX_MASKS} alternatives is unknown, from those that were
 * found first.
 *
 * <p>A set only grows: a site has {@value #MAX_PER_SITE} ways at most, each of which only gets
 * shorter, and then one, whose masks only grow and whose task flags only get fewer. So it changes
 * finitely often.
 */
public final class ReachSet {
  static final int MAX_PER_SITE = 24;
  static final int MAX_WAYS = 240;
  static final int MAX_MASKS = 8;

  private final Map<SinkReach, SinkReach> ways = new LinkedHashMap<>();
  private final Map<CallSite, Integer> perSite = new HashMap<>();
  private final Map<CallSite, SinkReach> joined = new HashMap<>();
  private final Set<CallSite> unknown = new HashSet<>();
  private int mostPerSite = MAX_PER_SITE;

  /** Adds a way; reports whether it says anything new, or is a shorter form of a known one. */
  boolean add(SinkReach reach) {
    SinkReach one = joined.get(reach.site());
    if (one != null) {
      return replace(one, both(one, reach));
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
    if (perSite.merge(reach.site(), 1, Integer::sum) > mostPerSite) {
      joinAll(reach.site());
    }
    if (ways.size() > MAX_WAYS && mostPerSite > 1) {
      mostPerSite = 1;
      joinEach();
    }
    return true;
  }

  private void joinAll(CallSite site) {
    List<SinkReach> all = new ArrayList<>(ways.values());
    all.removeIf(way -> !way.site().equals(site));
    join(all);
  }

  /** Joins the ways to each site that has several. */
  private void joinEach() {
    Map<CallSite, List<SinkReach>> bySite = new LinkedHashMap<>();
    ways.values()
        .forEach(way -> bySite.computeIfAbsent(way.site(), s -> new ArrayList<>()).add(way));
    bySite.values().stream().filter(all -> all.size() > 1).forEach(this::join);
  }

  private void join(List<SinkReach> all) {
    all.forEach(way -> ways.remove(way.key()));
    put(bounded(all.stream().reduce(SinkReach::join).orElseThrow()));
  }

  /** Two ways as one: the first itself where the other adds nothing. */
  private SinkReach both(SinkReach one, SinkReach other) {
    SinkReach both = one.join(other);
    if (!unknown.contains(one.site())) {
      return bounded(both);
    }
    // More masks say no more, but they may come without the task flags of the others.
    SinkReach same = both.with(one.mask());
    return same.equals(one) ? one : same;
  }

  private SinkReach bounded(SinkReach way) {
    if (mostPerSite > 1 || way.mask().alternatives().size() <= MAX_MASKS) {
      return way;
    }
    unknown.add(way.site());
    return way.with(MaskValue.widened(way.mask().origins()));
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
      if (meant.size() == way.mask().alternatives().size() && !meant.isEmpty()) {
        result.add(way);
      } else if (!meant.isEmpty()) {
        result.add(way.with(MaskValue.ofAlternatives(meant)));
      }
    }
    return result;
  }
}
