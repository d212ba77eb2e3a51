package org.gfpaudit.rules.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.Level;
import org.junit.jupiter.api.Test;

class RulesTest {

  private static Rule rule(String id, String title, String help, List<String> examples) {
    return new Rule(
        id,
        new RuleText(title, help, examples),
        Level.NOTE,
        /* isOnByDefault= */ true,
        subject -> Optional.empty());
  }

  private static void assertInvalid(String message, Rule rule) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Rules.validate(List.of(rule)));
    assertTrue(e.getMessage().startsWith("rule " + rule.id() + ": "), e::getMessage);
    assertTrue(e.getMessage().contains(message), e::getMessage);
  }

  @Test
  void theCatalogIsValid() {
    assertDoesNotThrow(() -> Rules.validate(RuleCatalog.all()));
  }

  @Test
  void everyMistakeIsNamed() {
    List<String> examples = List.of("a.c");
    assertDoesNotThrow(() -> Rules.validate(List.of(rule("unknown", "t", "Help.", examples))));
    assertInvalid("the id must match", rule("Unknown", "t", "Help.", examples));
    assertInvalid("the title must have", rule("unknown", "", "Help.", examples));
    assertInvalid("the title must have", rule("unknown", "t".repeat(61), "Help.", examples));
    assertInvalid("end in a period", rule("unknown", "t.", "Help.", examples));
    assertInvalid("whole sentences", rule("unknown", "t", "", examples));
    assertInvalid("an example", rule("unknown", "t", "Help.", List.of()));
  }

  @Test
  void rulesMustBeSortedAndUnique() {
    List<Rule> reversed = new ArrayList<>(RuleCatalog.all());
    Collections.reverse(reversed);
    assertThrows(IllegalArgumentException.class, () -> Rules.validate(reversed));
    Rule one = RuleCatalog.all().get(0);
    assertThrows(IllegalArgumentException.class, () -> Rules.validate(List.of(one, one)));
  }

  @Test
  void rulesAreFoundById() {
    for (Rule rule : RuleCatalog.all()) {
      assertEquals(Optional.of(rule), RuleCatalog.byId(rule.id()));
    }
    assertEquals(Optional.empty(), RuleCatalog.byId("nonsense"));
  }
}
