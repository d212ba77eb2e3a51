package org.gfpaudit.grammar.cond;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of a boolean algebra, on conditions of up to twelve atoms. */
class PresenceConditionLawsTest {
  @Property(tries = 400)
  void printedTextReadsBack(@ForAll("conditions") PresenceCondition a) {
    assertEquals(a, PresenceCondition.parse(a.toString()), a.toString());
  }

  @Property(tries = 400)
  void booleanAlgebra(
      @ForAll("conditions") PresenceCondition a,
      @ForAll("conditions") PresenceCondition b,
      @ForAll("conditions") PresenceCondition c) {
    assertEquals(a.and(b), b.and(a));
    assertEquals(a.or(b), b.or(a));
    assertEquals(a.and(b.and(c)), a.and(b).and(c));
    assertEquals(a.and(b.or(c)), a.and(b).or(a.and(c)));
    assertEquals(a.and(b).not(), a.not().or(b.not()));
    assertEquals(a, a.not().not());
    assertEquals(a, a.or(a.and(b)));
    assertTrue(a.and(a.not()).isFalse());
    assertTrue(a.or(a.not()).isTrue());
  }

  @Property(tries = 400)
  void implicationIsTheOrder(
      @ForAll("conditions") PresenceCondition a, @ForAll("conditions") PresenceCondition b) {
    assertTrue(a.and(b).implies(a));
    assertTrue(a.implies(a.or(b)));
    assertEquals(a.implies(b), a.and(b.not()).isFalse());
    assertEquals(a.implies(b) && b.implies(a), a.equals(b));
  }

  /** Above twelve atoms the answers may be vague, but only towards the safe side. */
  @Property(tries = 200)
  void wideFormulasStayOnTheSafeSide(
      @ForAll("wide") PresenceCondition a, @ForAll("wide") PresenceCondition b) {
    assertEquals(a.and(b), b.and(a));
    assertEquals(a.or(b), b.or(a));
    assertTrue(a.and(b).implies(a) || a.and(b).isSatisfiable());
    assertTrue(a.implies(a));
    assertTrue(a.atoms().containsAll(a.not().atoms()));
  }

  @Provide
  Arbitrary<PresenceCondition> conditions() {
    return formulas(
        Arbitraries.of(
            "CONFIG_A",
            "CONFIG_B",
            "CONFIG_C",
            "IS_MODULE(CONFIG_A)",
            "IS_BUILTIN(CONFIG_A)",
            "defined(FOO)",
            "FOO",
            "X == 1",
            "X >= KERNEL_VERSION(4, 6, 0)",
            "A & B"),
        6);
  }

  @Provide
  Arbitrary<PresenceCondition> wide() {
    return formulas(Arbitraries.integers().between(0, 30).map(i -> "CONFIG_" + i), 30);
  }

  private static Arbitrary<PresenceCondition> formulas(Arbitrary<String> atoms, int size) {
    Arbitrary<PresenceCondition> leaf = atoms.map(PresenceCondition::parse);
    return leaf.list()
        .ofMinSize(1)
        .ofMaxSize(size)
        .flatMap(
            leaves ->
                Arbitraries.integers()
                    .between(0, 5)
                    .list()
                    .ofSize(leaves.size())
                    .map(
                        ways -> {
                          PresenceCondition result = leaves.get(0);
                          for (int i = 1; i < leaves.size(); i++) {
                            PresenceCondition next =
                                ways.get(i) >= 3 ? leaves.get(i).not() : leaves.get(i);
                            result =
                                switch (ways.get(i) % 3) {
                                  case 0 -> result.and(next);
                                  case 1 -> result.or(next);
                                  default -> result.not().or(next);
                                };
                          }
                          return result;
                        }));
  }
}
