package org.gfpaudit.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;

/** Every rule has its package, its page, and a verdict of its own. */
class RulePagesTest {
  private static final Path PACKAGES = Path.of("src/main/java/org/gfpaudit/rules");
  private static final Set<Verdict> NO_FINDING =
      Set.of(Verdict.PASSTHROUGH, Verdict.SCOPED, Verdict.DERIVED);

  @Test
  void everyRuleHasAPageThatOpensWithItsTitle() throws IOException {
    for (Rule rule : RuleCatalog.all()) {
      Path page = PACKAGES.resolve(rule.id().replace("-", "")).resolve("package-info.java");
      String text = Files.readString(page);
      String firstLine = text.lines().skip(1).findFirst().orElseThrow();
      assertEquals(" * " + rule.title(), firstLine, page::toString);
      assertTrue(text.contains("{@code " + rule.id() + "}, level"), page::toString);
      for (String example : rule.examples()) {
        assertTrue(text.contains(example), () -> page + " does not name " + example);
      }
    }
  }

  @Test
  void everyBadVerdictHasARule() {
    assertEquals(
        Arrays.stream(Verdict.values())
            .filter(verdict -> !NO_FINDING.contains(verdict))
            .collect(Collectors.toSet()),
        RuleCatalog.all().stream().map(Rule::verdict).collect(Collectors.toSet()));
  }
}
