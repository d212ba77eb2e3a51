package org.gfpaudit.analyzer.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/**
 * A call that brings masks to a sink: a call of the sink itself, or of a relative.
 *
 * @param name the called name's token
 * @param isSite whether a listed sink is called; else a relative is
 * @param callees what the call can run, in order
 * @param ways every way in which a mask gets from here to a sink; at least one
 */
public record CallFact(Span name, boolean isSite, List<Entity> callees, List<Way> ways) {

  /**
   * One way of a mask.
   *
   * @param masks the arguments the mask is made of, in their order; none where the call does not
   *     show them
   * @param mapping the argument that is the mapping, on one line, or empty
   */
  public record Way(SinkReach reach, List<Mask> masks, String mapping) {
    public Way {
      masks = List.copyOf(masks);
    }
  }

  /**
   * An argument that is a mask.
   *
   * @param argument its index, 0-based
   * @param text on one line
   * @param origins where what it can be enters
   */
  public record Mask(int argument, String text, SortedSet<Origin> origins) {}

  /** This call, where nothing is known of what {@code fields} hold. */
  CallFact withoutFollowing(Set<Symbol.Field> fields) {
    List<Way> known = new ArrayList<>(ways);
    known.replaceAll(
        way -> new Way(way.reach().withoutFollowing(fields), way.masks(), way.mapping()));
    return new CallFact(name, isSite, callees, known);
  }

  /** The ways without what of the call they come from. */
  public List<SinkReach> reaches() {
    return ways.stream().map(Way::reach).toList();
  }
}
