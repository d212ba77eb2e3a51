package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleOptionsTest {
  @TempDir Path directory;

  private List<Rule> rules(String... words) {
    Invocation invocation = new Invocation(directory);
    String[] line = new String[words.length + 3];
    line[0] = "check";
    line[1] = "--tree";
    line[2] = invocation.tree.toString();
    System.arraycopy(words, 0, line, 3, words.length);
    invocation.run(line);
    return invocation.request().selection().rules();
  }

  private static List<Rule> without(String id) {
    return RuleCatalog.onByDefault().stream().filter(rule -> !rule.id().equals(id)).toList();
  }

  @Test
  void withoutWordsTheRulesThatAreOnByDefaultReport() {
    assertEquals(RuleCatalog.onByDefault(), rules());
  }

  @Test
  void theLastWordCounts() {
    assertEquals(without("unknown"), rules("-Wno-unknown"));
    assertEquals(RuleCatalog.onByDefault(), rules("-Wno-unknown", "-Wunknown"));
    assertEquals(RuleCatalog.all(), rules("-Wall"));
    assertEquals(
        List.of(RuleCatalog.byId("partial").orElseThrow()), rules("-Wno-all", "-Wpartial"));
  }

  @Test
  void aRuleThatDoesNotExistIsAnErrorThatNamesTheNearest() {
    Invocation invocation = new Invocation(directory);
    assertEquals(2, invocation.run("check", "-Whardcode", invocation.tree.toString()));
    assertTrue(
        invocation.err.contains("no rule 'hardcode'; did you mean hardcoded?"), invocation.err);
  }
}
