package org.gfpaudit.rules.mask;

import static org.gfpaudit.rules.mask.Samples.FS;
import static org.gfpaudit.rules.mask.Samples.constants;
import static org.gfpaudit.rules.mask.Samples.origin;
import static org.gfpaudit.rules.mask.Samples.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gfpaudit.rules.finding.Place;
import org.junit.jupiter.api.Test;

/** How much the domain holds: a value at a cap is whole, one past it says that it is not. */
class CapsTest {
  private static final Symbol FIRST = new Symbol.Parameter(0);
  private static final Symbol SECOND = new Symbol.Parameter(1);

  private static boolean isWidened(MaskValue value) {
    return value.toString().equals("U(" + MaskValue.TOO_MANY_PATHS + ")");
  }

  @Test
  void pairsOfPathsAreKeptUpToTheCap() {
    MaskValue product = constants(8, 1).or(constants(8, 101));
    assertEquals(MaskValue.MAX_ALTERNATIVES, product.alternatives().size());
    assertTrue(isWidened(constants(5, 1).or(constants(13, 101))));
  }

  @Test
  void pairsPastTheCapKeepTheOriginsOfBothSides() {
    MaskValue widened = constants(9, 101).or(constants(8, 1));
    assertTrue(isWidened(widened));
    assertTrue(widened.origins().contains(origin(1)));
    assertTrue(widened.origins().contains(origin(101)));
  }

  @Test
  void aLoopKeepsAsManyPathsAsItMay() {
    int cap = MaskValue.MAX_ALTERNATIVES_IN_LOOP;
    MaskValue half = constants(cap / 2, 1);
    MaskValue full = half.widen(constants(cap / 2, 101));
    assertEquals(cap, full.alternatives().size());
    assertTrue(isWidened(full.widen(constants(1, 201))));
    assertEquals(origin(1), full.widen(constants(1, 201)).origins().first());
  }

  @Test
  void aLoopThatBringsNothingNewKeepsMorePaths() {
    MaskValue many = constants(MaskValue.MAX_ALTERNATIVES, 1);
    assertSame(many, many.widen(constants(3, 2)));
  }

  @Test
  void aTermKeepsAsManySymbolsAsItMay() {
    List<Symbol> symbols = new ArrayList<>();
    for (int i = 0; i < Term.MAX_SYMBOLS; i++) {
      symbols.add(new Symbol.Parameter(i));
    }
    assertEquals(symbols, new Term(FS, symbols, origin(1)).symbols());
    symbols.add(new Symbol.Parameter(Term.MAX_SYMBOLS));
    List<Symbol> kept = new Term(FS, symbols, origin(1)).symbols();
    assertEquals(symbols.subList(0, Term.MAX_SYMBOLS - 1), kept.subList(0, kept.size() - 1));
    assertTrue(kept.get(kept.size() - 1) instanceof Symbol.Unknown);
  }

  @Test
  void theSymbolForTheRestHasItsPlaceInTheOrder() {
    List<Symbol> lost =
        IntStream.range(0, Term.MAX_SYMBOLS + 1)
            .<Symbol>mapToObj(i -> new Symbol.Unknown("z" + i, place(1)))
            .toList();
    List<Symbol> kept = new Term(FS, lost, origin(1)).symbols();
    assertEquals(kept.stream().sorted().toList(), kept);
    assertEquals(Term.MAX_SYMBOLS, kept.size());
    assertFalse(lost.contains(kept.get(0)));
  }

  @Test
  void theSymbolForTheRestStandsOnce() {
    List<Symbol> many =
        IntStream.range(0, Term.MAX_SYMBOLS + 1)
            .<Symbol>mapToObj(i -> new Symbol.Unknown("a" + i, place(1)))
            .toList();
    List<Symbol> once = new Term(FS, many, origin(1)).symbols();
    List<Symbol> again = new ArrayList<>(once);
    again.add(new Symbol.Unknown("z1", place(1)));
    assertEquals(once, new Term(FS, again, origin(1)).symbols());
  }

  /** Two parameters of which the first has the lower lines, so its origins are the products'. */
  private static MaskValue choices(int ofFirst, int ofSecond) {
    MaskValue callee =
        MaskValue.symbol(FIRST, origin(900)).and(MaskValue.symbol(SECOND, origin(901)));
    Map<Symbol, MaskValue> arguments =
        Map.of(FIRST, constants(ofFirst, 1), SECOND, constants(ofSecond, 201));
    return callee.substitute(arguments::get);
  }

  @Test
  void choicesOfArgumentsAreMadeUpToTheCap() {
    assertEquals(32, choices(32, 32).alternatives().size());
    assertTrue(isWidened(choices(41, 25)));
    assertTrue(isWidened(choices(25, 41)));
    assertEquals(origin(1), choices(41, 25).origins().first());
  }

  @Test
  void everyPairOfArgumentsIsAPath() {
    MaskValue callee =
        MaskValue.symbol(FIRST, origin(900)).or(MaskValue.symbol(SECOND, origin(901)));
    Map<Symbol, MaskValue> arguments = Map.of(FIRST, constants(2, 1), SECOND, constants(4, 201));
    MaskValue result = callee.substitute(arguments::get);
    assertEquals(8, result.alternatives().size());
    assertEquals(6, result.origins().size());
  }

  @Test
  void anArgumentOfTwoTermsKeepsItsOrigins() {
    MaskValue argument = MaskValue.symbol(SECOND, origin(1)).or(MaskValue.symbol(FIRST, origin(2)));
    MaskValue result = MaskValue.symbol(FIRST, origin(900)).substitute(symbol -> argument);
    assertEquals(argument, result);
  }

  @Test
  void aWayOfCallsIsCutAtItsOuterEnd() {
    List<Place> way =
        IntStream.rangeClosed(1, Origin.MAX_THROUGH + 1).mapToObj(Samples::place).toList();
    assertEquals(way.subList(0, Origin.MAX_THROUGH), new Origin(place(1), "A", way).through());
    assertEquals(
        way.subList(0, Origin.MAX_THROUGH),
        new Origin(place(1), "A", way.subList(0, Origin.MAX_THROUGH)).through());
  }
}
