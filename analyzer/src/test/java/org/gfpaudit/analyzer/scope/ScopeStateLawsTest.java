package org.gfpaudit.analyzer.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashSet;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.junit.jupiter.api.Test;

/** The laws of the join of scope states: it keeps what holds on both paths. */
class ScopeStateLawsTest {

  @Provide
  Arbitrary<ScopeState> any() {
    return ScopeStates.any();
  }

  @Property
  void joinIsIdempotent(@ForAll("any") ScopeState a) {
    ScopeState copy =
        new ScopeState(
            a.flags(),
            a.possible(),
            a.saved(),
            a.cookies(),
            a.pending(),
            new HashSet<>(a.failed()));
    assertEquals(a, a.join(copy));
  }

  @Property
  void joinIsCommutative(@ForAll("any") ScopeState a, @ForAll("any") ScopeState b) {
    assertEquals(a.join(b), b.join(a));
    assertEquals(a.join(b).hashCode(), b.join(a).hashCode());
  }

  @Property
  void joinIsAssociative(
      @ForAll("any") ScopeState a, @ForAll("any") ScopeState b, @ForAll("any") ScopeState c) {
    assertEquals(a.join(b).join(c), a.join(b.join(c)));
  }

  @Property
  void aJoinThatAddsNoDoubtIsTheStateItself(
      @ForAll("any") ScopeState a, @ForAll("any") ScopeState b) {
    ScopeState joined = a.join(b);
    assertSame(joined, joined.join(a));
    assertSame(joined, joined.join(b));
  }

  @Property
  void certainFlagsAndCookiesHoldOnBothPaths(
      @ForAll("any") ScopeState a, @ForAll("any") ScopeState b) {
    ScopeState joined = a.join(b);
    assertEquals(a.flags().join(b.flags()), joined.flags());
    assertEquals(a.possible().with(b.possible()), joined.possible());
    for (CookieKey key : ScopeStates.KEYS) {
      boolean isKept = a.saved().containsKey(key) && b.saved().containsKey(key);
      assertEquals(isKept, joined.saved().containsKey(key));
      assertEquals(a.kept(key).join(b.kept(key)), joined.kept(key));
    }
  }

  @Test
  void keysOfEqualContentAreOneAndAllOthersDiffer() {
    for (int i = 0; i < ScopeStates.KEYS.size(); i++) {
      for (int j = 0; j < ScopeStates.KEYS.size(); j++) {
        if (i != j) {
          assertNotEquals(ScopeStates.KEYS.get(i), ScopeStates.KEYS.get(j));
        }
      }
    }
    CookieKey.Local local = (CookieKey.Local) ScopeStates.KEYS.get(0);
    Map<CookieKey, TaskFlags> saved = Map.of(new CookieKey.Local(local.variable()), TaskFlags.ALL);
    assertEquals(TaskFlags.ALL, saved.get(local));
  }
}
