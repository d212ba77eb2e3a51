package org.gfpaudit.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;

/** Every rule has its package, and its page. */
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
    for (Verdict verdict : Verdict.values()) {
      assertEquals(
          !NO_FINDING.contains(verdict),
          RuleCatalog.byId(verdict.word()).isPresent(),
          verdict::word);
    }
  }
}
