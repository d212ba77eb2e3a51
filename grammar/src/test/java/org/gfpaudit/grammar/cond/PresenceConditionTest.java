package org.gfpaudit.grammar.cond;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceConditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "defined(CONFIG_X) ~ CONFIG_X",
        "defined CONFIG_X ~ CONFIG_X",
        "IS_ENABLED(CONFIG_X) ~ CONFIG_X",
        "IS_REACHABLE(CONFIG_X) ~ CONFIG_X",
        "IS_BUILTIN(CONFIG_X) ~ IS_BUILTIN(CONFIG_X)",
        "!IS_BUILTIN(CONFIG_X) ~ !IS_BUILTIN(CONFIG_X)",
        "config_enabled(CONFIG_X) ~ IS_BUILTIN(CONFIG_X)",
        "defined(CONFIG_X_MODULE) ~ IS_MODULE(CONFIG_X)",
        "defined(CONFIG_X) || defined(CONFIG_X_MODULE) ~ CONFIG_X",
        "defined(CONFIG_S390) && !defined(CONFIG_MMU) ~ !CONFIG_MMU && CONFIG_S390",
        "0 ~ 0",
        "0x00UL ~ 0",
        "1 ~ ``",
        "!0 ~ ``",
        "10 ~ ``",
        "!!CONFIG_X ~ CONFIG_X",
        "CONFIG_A ? CONFIG_B : !CONFIG_B ~ (CONFIG_A && CONFIG_B) || (!CONFIG_A && !CONFIG_B)",
        "CONFIG_A && (CONFIG_B || CONFIG_C) ~ CONFIG_A && (CONFIG_B || CONFIG_C)",
        "CONFIG_A || !CONFIG_A ~ ``",
        "BITS_PER_LONG==64 ~ BITS_PER_LONG == 64",
        "64 != BITS_PER_LONG ~ BITS_PER_LONG != 64",
        "!(BITS_PER_LONG == 64) ~ BITS_PER_LONG != 64",
        "4 < PAGE_SHIFT ~ PAGE_SHIFT > 4",
        "LINUX_VERSION_CODE < KERNEL_VERSION(4,6,0) ~ LINUX_VERSION_CODE < KERNEL_VERSION(4, 6, 0)",
        "(PAGE_SIZE) > (1<<12) ~ PAGE_SIZE > (1 << 12)",
        "A & B == C ~ A & B == C",
        "!(A & B) ~ !(A & B)",
        "defined(__KERNEL__) && !defined(__ASSEMBLY__) ~ ``",
        "defined FOO /* why */ && \\\\n BAR // x ~ BAR && defined(FOO)",
        "__has_attribute(__x__) ~ __has_attribute(__x__)",
      })
  void readsAndPrints(String source, String printed) {
    assertEquals(printed, PresenceCondition.parse(source.replace("\\n", "\n")).toString());
  }

  @Test
  void oppositeComparisonsExcludeEachOther() {
    PresenceCondition low = PresenceCondition.parse("LINUX_VERSION_CODE < KERNEL_VERSION(4,6,0)");
    PresenceCondition high = PresenceCondition.parse("LINUX_VERSION_CODE >= KERNEL_VERSION(4,6,0)");
    assertFalse(low.and(high).isSatisfiable());
    assertTrue(low.or(high).isTrue());
    PresenceCondition four = PresenceCondition.parse("CONFIG_PGTABLE_LEVELS == 4");
    assertEquals(four.not(), PresenceCondition.parse("CONFIG_PGTABLE_LEVELS != 4"));
  }

  @Test
  void moduleImpliesItsSymbol() {
    PresenceCondition module = PresenceCondition.defined("CONFIG_EXT4_FS_MODULE");
    assertTrue(module.implies(PresenceCondition.symbol("CONFIG_EXT4_FS")));
    assertFalse(PresenceCondition.symbol("CONFIG_EXT4_FS").implies(module));
  }

  @Test
  void valueAndDefinitionOfAMacroDiffer() {
    assertNotEquals(PresenceCondition.parse("FOO"), PresenceCondition.defined("FOO"));
    assertEquals(PresenceCondition.parse("defined(FOO)"), PresenceCondition.defined("FOO"));
  }

  @Test
  void impliesAcrossMoreAtomsThanATableHolds() {
    PresenceCondition a = all("A", 10);
    PresenceCondition b = all("B", 10);
    PresenceCondition both = a.and(b);
    assertEquals(20, both.atoms().size());
    assertTrue(both.implies(a));
    assertTrue(both.implies(PresenceCondition.symbol("B3")));
    assertFalse(a.implies(both));
    assertFalse(both.and(PresenceCondition.symbol("B3").not()).isSatisfiable());
    assertEquals(both, b.and(a));
    assertEquals(both, both.not().not());
    assertEquals(both, PresenceCondition.parse(both.toString()));
  }

  @Test
  void dropsAtomsThatDoNotMatter() {
    PresenceCondition c = PresenceCondition.parse("(A && B) || (A && !B)");
    assertEquals(Set.of("A"), c.atoms());
    assertEquals(PresenceCondition.symbol("A"), c);
  }

  @Test
  void hostileTextsTakeBoundedWork() {
    String nested = "(".repeat(500_000) + "X" + ")".repeat(500_000);
    assertTrue(PresenceCondition.parse(nested).isSatisfiable());
    assertTrue(PresenceCondition.parse("(".repeat(500_000)).isSatisfiable());
    assertTrue(PresenceCondition.parse("!".repeat(500_001) + "X").isSatisfiable());
    assertTrue(PresenceCondition.parse("X ? ".repeat(250_000)).isSatisfiable());
    PresenceCondition chain = PresenceCondition.TRUE;
    for (int i = 0; i < 2_000; i++) {
      PresenceCondition pair = PresenceCondition.parse("A" + i + " || B" + i % 7);
      chain = i % 2 == 0 ? chain.and(pair) : chain.or(pair.not());
    }
    assertTrue(chain.isSatisfiable());
    assertTrue(chain.toString().length() < 100_000);
  }

  @Test
  void brokenTextsAreAtoms() {
    for (String broken :
        new String[] {"", "&&", "(", ")", "A B", "!", "defined", "defined(", "? :"}) {
      PresenceCondition c = PresenceCondition.parse(broken);
      assertTrue(c.isSatisfiable(), broken);
    }
  }

  private static PresenceCondition all(String prefix, int count) {
    PresenceCondition result = PresenceCondition.TRUE;
    for (int i = 0; i < count; i++) {
      result = result.and(PresenceCondition.symbol(prefix + i));
    }
    return result;
  }

  @Test
  void decidedAtomsGo() {
    PresenceCondition condition = PresenceCondition.parse("CONFIG_A && (CONFIG_B || X > 1)");
    assertEquals(
        PresenceCondition.parse("CONFIG_B || X > 1"),
        condition.given(atom -> atom.equals("CONFIG_A") ? Optional.of(true) : Optional.empty()));
    assertTrue(
        condition
            .given(atom -> atom.equals("CONFIG_A") ? Optional.of(false) : Optional.empty())
            .isFalse());
    assertEquals(condition, condition.given(atom -> Optional.empty()));
  }
}
