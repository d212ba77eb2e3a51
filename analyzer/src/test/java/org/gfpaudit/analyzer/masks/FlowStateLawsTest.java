package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.scope.ScopeState;
import org.gfpaudit.analyzer.scope.ScopeStates;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/** The laws of the join of flow states: what can be on either path. */
class FlowStateLawsTest {
  private static final LocalVariable A = variable("a", 10);
  private static final LocalVariable B = variable("b", 20);
  private static final List<Slot> SLOTS =
      List.of(
          Slot.of(A),
          Slot.of(B),
          Slot.pointee(A),
          new Slot.Field(A, "f"),
          new Slot.FieldBehind(B, List.of("f", "g")));

  private static LocalVariable variable(String name, int offset) {
    return new LocalVariable(name, offset, -1, TypeName.of(new Span(0, 1), "gfp_t"), false);
  }

  private static Origin origin(int line) {
    return new Origin(new Place("fs/a.c", line, 1, "f"), "mask");
  }

  private static Arbitrary<MaskValue> mask() {
    return Arbitraries.of(
            MaskValue.constant(Bits.of(0), origin(1)),
            MaskValue.constant(Bits.of(1), origin(2)),
            MaskValue.symbol(new Symbol.Parameter(0), origin(3)),
            MaskValue.symbol(new Symbol.Pointee(0), origin(3)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(values -> values.stream().reduce(MaskValue.bottom(), MaskValue::join));
  }

  private static Arbitrary<SortedSet<AccessPath>> paths() {
    return Arbitraries.of(AccessPath.param(0), AccessPath.param(1), AccessPath.global("g"))
        .set()
        .ofMinSize(1)
        .map(TreeSet::new);
  }

  @Provide
  Arbitrary<FlowState> any() {
    return Combinators.combine(
            Arbitraries.maps(Arbitraries.of(SLOTS), mask()),
            Arbitraries.maps(Arbitraries.of(A, B), paths()),
            ScopeStates.any())
        .as(FlowStateLawsTest::state);
  }

  private static FlowState state(
      Map<Slot, MaskValue> masks,
      Map<LocalVariable, SortedSet<AccessPath>> paths,
      ScopeState scope) {
    FlowState state = FlowState.EMPTY.withScope(scope);
    for (Map.Entry<Slot, MaskValue> mask : masks.entrySet()) {
      state = state.withMask(mask.getKey(), mask.getValue());
    }
    for (Map.Entry<LocalVariable, SortedSet<AccessPath>> path : paths.entrySet()) {
      state = state.withPaths(path.getKey(), path.getValue());
    }
    return state;
  }

  /** The same state, made anew. */
  private static FlowState copy(FlowState state) {
    Map<Slot, MaskValue> masks = new HashMap<>();
    state.forEachMask(masks::put);
    Map<LocalVariable, SortedSet<AccessPath>> paths = new HashMap<>();
    state.paths().forEach(paths::put);
    return state(masks, paths, state.scope());
  }

  @Property
  void joinIsIdempotent(@ForAll("any") FlowState a) {
    assertEquals(a, copy(a));
    assertEquals(a.hashCode(), copy(a).hashCode());
    assertSame(a, a.join(copy(a)));
  }

  @Property
  void joinIsCommutative(@ForAll("any") FlowState a, @ForAll("any") FlowState b) {
    assertEquals(a.join(b), b.join(a));
    assertEquals(a.join(b).hashCode(), b.join(a).hashCode());
  }

  @Property
  void joinIsAssociative(
      @ForAll("any") FlowState a, @ForAll("any") FlowState b, @ForAll("any") FlowState c) {
    assertEquals(a.join(b).join(c), a.join(b.join(c)));
  }

  @Property
  void aJoinThatAddsNothingIsTheStateItself(
      @ForAll("any") FlowState a, @ForAll("any") FlowState b) {
    FlowState joined = a.join(b);
    assertSame(joined, joined.join(a));
    assertSame(joined, joined.join(b));
  }

  @Property
  void wideningIsAboveBoth(@ForAll("any") FlowState a, @ForAll("any") FlowState b) {
    FlowState widened = a.widen(b);
    assertSame(widened, widened.join(a));
    assertSame(widened, widened.join(b));
  }

  @Property
  void nothingElseIsForgotten(@ForAll("any") FlowState a) {
    FlowState without = a.withoutLost(A);
    for (Slot slot : SLOTS) {
      boolean isLost = slot.variable().equals(A) && !(slot instanceof Slot.Whole);
      assertTrue(isLost ? without.mask(slot).isEmpty() : without.mask(slot).equals(a.mask(slot)));
    }
    assertEquals(a.paths(), without.paths());
  }
}
