package org.gfpaudit.analyzer.masks;

import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.facts.StoreFact;
import org.gfpaudit.analyzer.model.FieldOwners;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/** What a field reaches, seen from one store into it. */
final class StoredReach {
  private StoredReach() {}

  /**
   * {@code reach} with the stored value in the place of {@code field}. Of everything else only what
   * does not depend on the reading function survives: its parameters mean nothing here.
   */
  static SinkReach of(
      SinkReach reach, Symbol.Field field, StoreFact store, CallSite at, Place place) {
    MaskValue mask =
        reach
            .mask()
            .substitute(
                symbol -> {
                  Origin origin = new Origin(place, store.text());
                  if (symbol.equals(field)) {
                    return store.value();
                  }
                  return symbol instanceof Symbol.FromCaller
                      ? MaskValue.bottom()
                      : MaskValue.symbol(symbol, origin);
                });
    String how = "stored in the field " + FieldOwners.display(field);
    return reach.behind(new Step(at, how), mask);
  }
}
