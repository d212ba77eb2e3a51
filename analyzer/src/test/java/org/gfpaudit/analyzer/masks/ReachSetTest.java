package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.SinkCall;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;
import org.junit.jupiter.api.Test;

/** A set of ways only grows, and not for ever. */
class ReachSetTest {
  private static final CallSite SITE = new CallSite(new Entity(3), 40);
  private static final SinkCall END =
      new SinkCall(Knowledge.shipped().sink("add_to_page_cache_lru").orElseThrow(), SITE);
  private static final int MANY = 100;

  private static SinkReach way(MaskValue mask, int steps) {
    List<Step> along = Collections.nCopies(steps, new Step(SITE, "a step"));
    return new SinkReach(END, mask, MaskValue.zero(), new TreeSet<>(), TaskFlags.NONE, along);
  }

  private static MaskValue mask(int number) {
    return MaskValue.constant(
        Bits.of(1 + number % 5), new Origin(new Place("fs/a.c", number, 1, "f"), "mask"));
  }

  private static MaskValue through(MaskValue mask, int line) {
    Place call = new Place("fs/b.c", line, 1, "h");
    return mask.mapOrigins(origin -> origin.returnedThrough(call));
  }

  @Test
  void ofTwoThatDifferInTheirStepsTheShorterIsKept() {
    ReachSet ways = new ReachSet();
    assertTrue(ways.add(way(mask(1), 3)));
    assertFalse(ways.add(way(mask(1), 3)));
    assertFalse(ways.add(way(mask(1), 4)));
    assertTrue(ways.add(way(mask(1), 2)));
    assertEquals(List.of(way(mask(1), 2)), ways.all());
  }

  @Test
  void whatAMaskWasReturnedThroughMakesNoNewWay() {
    ReachSet ways = new ReachSet();
    assertTrue(ways.add(way(mask(1), 2)));
    assertFalse(ways.add(way(through(mask(1), 5), 2)));
    assertEquals(1, ways.all().size());
  }

  @Test
  void manyWaysBecomeOneThatHoldsAllTheirMasks() {
    ReachSet ways = new ReachSet();
    MaskValue all = MaskValue.bottom();
    for (int i = 0; i < MANY; i++) {
      ways.add(way(mask(i), 2));
      all = all.join(mask(i));
    }
    assertEquals(List.of(all), ways.all().stream().map(SinkReach::mask).toList());
  }

  @Test
  void theOrderTheyCameInDoesNotMatter() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      numbers.add(i);
    }
    ReachSet inOrder = new ReachSet();
    numbers.forEach(number -> inOrder.add(way(mask(number), 2)));
    Collections.shuffle(numbers, new Random(1));
    ReachSet shuffled = new ReachSet();
    numbers.forEach(number -> shuffled.add(way(mask(number), 2)));
    assertEquals(
        inOrder.all().stream().map(SinkReach::mask).toList(),
        shuffled.all().stream().map(SinkReach::mask).toList());
  }

  @Test
  void onceAllIsKnownNothingChangesAnyMore() {
    ReachSet ways = new ReachSet();
    for (int i = 0; i < MANY; i++) {
      ways.add(way(mask(i), 2));
    }
    for (int i = 0; i < MANY; i++) {
      assertFalse(ways.add(way(through(mask(i), i % 7), 2)), "way " + i);
    }
  }

  @Test
  void whatACallerBringsIsToldFromWhatTheFunctionBrings() {
    MaskValue handedIn =
        MaskValue.symbol(new Symbol.Pointee(1), new Origin(new Place("fs/a.c", 9, 1, "f"), "*gfp"));
    ReachSet ways = new ReachSet();
    ways.add(way(mask(1).join(handedIn), 1));
    ways.add(way(mask(2), 1));
    assertEquals(List.of(way(handedIn, 1)), ways.where(Symbol.FromCaller.class));
    assertEquals(List.of(), ways.where(Symbol.Parameter.class));
  }
}
