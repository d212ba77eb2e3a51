package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.model.Coexistence;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Term;

/**
 * Leaves out what definitions that exclude each other would hand to one another: a mask that is
 * made under one configuration does not go through the stub of another. Safe for several threads.
 */
final class Exclusions {
  private final SourceIndex index;
  private final Coexistence coexistence;
  private final Memo<Place, Optional<Entity>> definitions;

  Exclusions(Model model) {
    this.index = model.index();
    this.coexistence = model.coexistence();
    this.definitions = new Memo<>(model.tracing(), "definitions around");
  }

  /** The alternatives of a value that can be handed to {@code callee}; bottom if none can. */
  MaskValue keep(MaskValue value, Entity callee) {
    if (index.condition(callee).isTrue()) {
      return value;
    }
    List<Alternative> kept =
        value.alternatives().stream().filter(each -> canMeet(each, callee)).toList();
    return kept.size() == value.alternatives().size() ? value : MaskValue.ofAlternatives(kept);
  }

  private boolean canMeet(Alternative alternative, Entity callee) {
    for (Term term : alternative.terms()) {
      Optional<Entity> from = definitions.get(term.origin().place(), this::definitionAround);
      if (from.isPresent() && !coexistence.isPossible(from.get(), callee)) {
        return false;
      }
    }
    return true;
  }

  /** The one definition of the function that a place is in; empty where several could be it. */
  private Optional<Entity> definitionAround(Place place) {
    List<Entity> inFile =
        index.definitions(place.function()).stream()
            .filter(entity -> index.path(index.fileOf(entity)).equals(place.file()))
            .toList();
    return inFile.size() == 1 ? Optional.of(inFile.get(0)) : Optional.empty();
  }
}
