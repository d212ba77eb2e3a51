package org.gfpaudit.analyzer.masks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.PlaceWriters;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Functions that read a mask out of a field and nothing else, for a mapping that they are handed.
 */
final class FieldReads {
  private final SourceIndex index;
  private final Aliases aliases;
  private final PlaceWriters placeWriters;
  private final Map<Entity, ReachSet> known = new HashMap<>();

  FieldReads(Model model) {
    this.index = model.index();
    this.aliases = model.aliases();
    this.placeWriters = model.placeWriters();
  }

  /** The ways to sinks on which a function does so. */
  List<SinkReach> of(Entity reader) {
    ReachSet reads = known.get(reader);
    return reads == null ? List.of() : reads.all();
  }

  /**
   * Takes a way of a function in, if it is such.
   *
   * @return the callers that set the field, where the way is new: they may have meant another
   *     mapping
   */
  List<Entity> add(Entity reader, SinkReach reach) {
    if (!isRead(reach) || !known.computeIfAbsent(reader, e -> new ReachSet()).add(reach)) {
      return List.of();
    }
    Symbol.Field field = (Symbol.Field) reach.mask().symbols().first();
    Set<Entity> writers =
        new HashSet<>(index.find(field.field()).map(index::fieldWriters).orElse(List.of()));
    field.owner().struct().map(placeWriters::of).ifPresent(writers::addAll);
    return aliases.callers(reader).stream().filter(writers::contains).toList();
  }

  private static boolean isRead(SinkReach reach) {
    if (reach.steps().size() != 1) {
      return false;
    }
    SortedSet<Symbol> symbols = reach.mask().symbols();
    return symbols.size() == 1
        && symbols.first() instanceof Symbol.Field
        && !reach.mappings().isEmpty()
        && reach.mappings().stream().allMatch(path -> path.root() instanceof AccessPath.Param);
  }
}
