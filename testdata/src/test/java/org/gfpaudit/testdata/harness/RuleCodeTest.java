package org.gfpaudit.testdata.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.catalog.RuleCode;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.junit.jupiter.api.Test;

/** The code that {@code rules RULE} shows, audited: the bad functions are found, the good not. */
class RuleCodeTest {
  /**
   * What these find takes more of a tree than fits under their code: a block driver, a second owner
   * of a mapping, a tree before the change. Their samples stand in testdata/rules.
   */
  private static final Set<String> NEED_A_TREE =
      Set.of(
          "device-reentry",
          "mapping-loosened",
          "placement-ignored",
          "protection-dropped",
          "reclaim-deadlock",
          "reclaim-deadlock-any");

  private static final String FILE = "fs/sample/code.c";

  @Test
  void everyRuleHasCode() {
    RuleCatalog.all().forEach(rule -> assertTrue(RuleCode.of(rule).isPresent(), rule.id()));
  }

  @Test
  void theBadIsFoundAndTheGoodIsNot() {
    Map<String, Set<String>> expected = new TreeMap<>();
    Map<String, Set<String>> actual = new TreeMap<>();
    RuleCatalog.all().stream()
        .filter(rule -> !NEED_A_TREE.contains(rule.id()))
        .forEach(
            rule -> {
              String file = RuleCode.of(rule).orElseThrow().file();
              expected.put(rule.id(), bad(file));
              actual.put(rule.id(), found(rule.id(), audit(rule, file).findings()));
            });
    assertEquals(expected, actual);
  }

  /** A rule alone, on the code of its page in a small kernel. */
  private static AuditResult audit(Rule rule, String code) {
    Map<String, byte[]> tree = new TreeMap<>();
    Testdata.filesBelow(Testdata.directory().resolve("minikernel"))
        .forEach(
            (path, bytes) -> {
              if (path.startsWith("include/") || path.equals("Makefile")) {
                tree.put(path, bytes);
              }
            });
    tree.put(FILE, code.getBytes(StandardCharsets.UTF_8));
    MemoryTree files = MemoryTree.ofBytes(rule.id(), tree);
    try {
      return new AuditRequest(files, List.of(FILE), Optional.empty(), 1, Progress.NONE)
          .withRules(List.of(rule))
          .result();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> bad(String code) {
    return Pattern.compile("(?m)^[a-z].*?(\\w+_bad)\\(")
        .matcher(code)
        .results()
        .map(function -> function.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The functions in which a rule finds something. */
  private static Set<String> found(String rule, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(finding -> finding.place().function())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
