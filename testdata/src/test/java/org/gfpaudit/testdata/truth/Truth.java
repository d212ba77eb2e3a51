package org.gfpaudit.testdata.truth;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.gfpaudit.testdata.truth.MaskTruth.Source.HandedIn;
import org.gfpaudit.testdata.truth.RowTruth.Arrival;

/** What is true of a program, found by running it along all ways. */
final class Truth {
  /** More ways than this are not walked. */
  private static final int MOST_WAYS = 300;

  private final IdentityHashMap<Statement, RowTruth> rows = new IdentityHashMap<>();
  private final IdentityHashMap<Statement, RowTruth> passed = new IdentityHashMap<>();
  private final RowTruth whole = new RowTruth();

  private Truth() {}

  /**
   * Runs a program.
   *
   * @throws IllFormedException if it has no meaning, or too many ways
   */
  static Truth of(SmallProgram program) {
    NameCheck.check(program);
    Truth truth = new Truth();
    Set<MaskTruth> escaped = new LinkedHashSet<>();
    Interpreter.run(
        program,
        new State.Recorder() {
          @Override
          public void hit(Hit hit) {
            truth.add(hit);
          }

          @Override
          public void escaped(MaskTruth mask) {
            escaped.add(mask);
          }
        },
        MOST_WAYS);
    for (Arrival arrival : Set.copyOf(truth.whole.arrivals())) {
      if (arrival.mask().parts().containsKey(HandedIn.FIELD)) {
        escaped.forEach(
            mask -> truth.whole.add(arrival.with(arrival.mask().with(HandedIn.FIELD, mask))));
      }
    }
    return truth;
  }

  private void add(Hit hit) {
    int last = hit.calls().size() - 1;
    for (int i = 0; i <= last; i++) {
      MaskTruth below = hit.masks().get(Math.min(i + 1, last));
      boolean bindsBelow =
          below.parts().containsKey(HandedIn.PARAMETER)
              || below.parts().containsKey(HandedIn.POINTEE);
      Arrival arrival = Arrival.of(hit, i);
      passed.computeIfAbsent(hit.calls().get(i), statement -> new RowTruth()).add(arrival);
      if (i == last || bindsBelow) {
        rows.computeIfAbsent(hit.calls().get(i), statement -> new RowTruth()).add(arrival);
      }
    }
    whole.add(Arrival.of(hit, 0));
  }

  /** The sink, and each call that binds a mask which reaches it. */
  IdentityHashMap<Statement, RowTruth> rows() {
    return rows;
  }

  /** Every call on the way to the sink, also where it binds no mask. */
  IdentityHashMap<Statement, RowTruth> passed() {
    return passed;
  }

  /** All arrivals as the roots see them. */
  RowTruth whole() {
    return whole;
  }

  /** Whether a mask comes through a field somewhere, whose rows are those of all who set it. */
  boolean isThroughFields() {
    return rows.values().stream().anyMatch(row -> row.has(HandedIn.FIELD));
  }
}
