package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.junit.jupiter.api.Test;

/** However the effects of a circle of functions replace each other, they settle. */
class AscentTest {
  private static final Entity FUNCTION = new Entity(7);
  private static final Origin ONE = new Origin(new Place("fs/a.c", 1, 1, "f"), "ONE");
  private static final Origin TWO = new Origin(new Place("fs/a.c", 2, 1, "g"), "TWO");
  private static final int MANY = 200;

  private static Effect returning(Origin... origins) {
    MaskValue value = MaskValue.bottom();
    for (Origin origin : origins) {
      value = value.join(MaskValue.constant(Bits.of(origin.place().line() % Long.SIZE), origin));
    }
    return new Effect(value, Map.of(1, value), Map.of(), Map.of());
  }

  private static Origin through(Origin origin, int... lines) {
    Origin result = origin;
    for (int line : lines) {
      result = result.returnedThrough(new Place("fs/b.c", line, 1, "h"));
    }
    return result;
  }

  private static int changesOf(List<Effect> turns) {
    Ascent ascent = new Ascent();
    Effect known = Effect.BOTTOM;
    int changes = 0;
    for (int i = 0; i < MANY; i++) {
      Effect next = ascent.next(FUNCTION, known, turns.get(i % turns.size()));
      changes += next.equals(known) ? 0 : 1;
      known = next;
    }
    return changes;
  }

  @Test
  void twoEffectsThatReplaceEachOtherEndInTheirJoin() {
    assertTrue(
        changesOf(List.of(returning(ONE), returning(TWO))) <= Ascent.FREE_CHANGES + 1,
        "the effects go on replacing each other");
  }

  @Test
  void anEffectThatGrowsInSmallStepsIsGivenUp() {
    List<Effect> growing = new ArrayList<>();
    for (int line = 1; line <= MANY; line++) {
      growing.add(returning(new Origin(new Place("fs/a.c", line, 1, "f"), "SOME")));
    }
    assertTrue(changesOf(growing) <= 2 * Ascent.MOST_CHANGES, "the effect goes on growing");
  }

  @Test
  void waysThatReplaceEachOtherEndInTheShortest() {
    List<Effect> turns =
        List.of(
            returning(through(ONE, 1, 2)),
            returning(through(ONE, 2, 1)),
            returning(through(ONE, 3)),
            returning(through(ONE, 4)));
    assertEquals(2, changesOf(turns), "first seen, and once shorter");
  }

  @Test
  void theFirstChangesAreTakenAsTheyCome() {
    Ascent ascent = new Ascent();
    Effect first = ascent.next(FUNCTION, Effect.BOTTOM, returning(ONE));
    assertEquals(returning(TWO), ascent.next(FUNCTION, first, returning(TWO)));
  }

  @Test
  void theChangesOfOneFunctionAreNotThoseOfAnother() {
    Ascent ascent = new Ascent();
    Effect known = Effect.BOTTOM;
    for (int i = 0; i < MANY; i++) {
      known = ascent.next(FUNCTION, known, returning(i % 2 == 0 ? ONE : TWO));
    }
    Entity other = new Entity(8);
    assertEquals(returning(TWO), ascent.next(other, returning(ONE), returning(TWO)));
    assertEquals(returning(ONE).join(returning(TWO)).returns(), known.returns());
  }
}
