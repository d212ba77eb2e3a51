package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

  private static SinkReach way(int site, MaskValue mask) {
    SinkCall end = new SinkCall(END.sink(), new CallSite(new Entity(3), site));
    return new SinkReach(
        end, mask, MaskValue.zero(), new TreeSet<>(), TaskFlags.NONE, List.of(new Step(SITE, "")));
  }

  /** As many ways as a set may hold, to many sites; one more, and each site has one. */
  @Test
  void manyWaysToManySitesBecomeOneToEach() {
    List<SinkReach> all = new ArrayList<>();
    for (int i = 0; i < ReachSet.MAX_WAYS; i++) {
      all.add(way(i / 2, mask(i)));
    }
    ReachSet ways = new ReachSet();
    all.forEach(ways::add);
    assertEquals(all, ways.all());

    SinkReach alone = way(ReachSet.MAX_WAYS, mask(1));
    all.add(alone);
    Collections.shuffle(all, new Random(2));
    ReachSet joined = new ReachSet();
    all.forEach(joined::add);
    ways.add(alone);
    assertEquals(ReachSet.MAX_WAYS / 2 + 1, ways.all().size());
    assertTrue(ways.all().contains(alone), "the only way to its site is what it was");
    assertEquals(masks(ways), masks(joined));
    all.forEach(way -> assertFalse(ways.add(way)));
  }

  /** The masks of one site of a set of too many ways are unknown when they are too many. */
  @Test
  void inASetOfTooManyWaysManyMasksAreUnknown() {
    ReachSet ways = new ReachSet();
    for (int i = 0; i <= ReachSet.MAX_WAYS; i++) {
      ways.add(way(i / 2, mask(i)));
    }
    for (int i = 0; i <= ReachSet.MAX_MASKS; i++) {
      ways.add(way(0, mask(500 + i)));
    }
    SinkReach first =
        ways.all().stream().filter(way -> way.site().offset() == 0).findFirst().orElseThrow();
    assertEquals(MaskValue.widened(first.mask().origins()), first.mask());
    assertFalse(ways.add(way(0, mask(900))));
  }

  private static Map<CallSite, MaskValue> masks(ReachSet ways) {
    return ways.all().stream().collect(Collectors.toMap(SinkReach::site, SinkReach::mask));
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
