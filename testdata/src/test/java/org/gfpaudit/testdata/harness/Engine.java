package org.gfpaudit.testdata.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.api.Reporter;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;
import org.gfpaudit.rules.review.LostGuards;

/** The one call into the analyzer. */
final class Engine {

  private static final Set<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(Verdict::word).collect(Collectors.toSet());

  private Engine() {}

  /**
   * What is on by default, the rules about verdicts, so that every bad row of a sample has its
   * finding, and the rule whose folder the program is in.
   */
  private static List<Rule> rules(String program) {
    String folder = program.substring(0, Math.max(0, program.indexOf('/')));
    return RuleCatalog.all().stream()
        .filter(
            rule ->
                rule.isOnByDefault() || VERDICTS.contains(rule.id()) || rule.id().equals(folder))
        .toList();
  }

  /** Audits a program in memory and reports what concerns its own files. */
  static AuditResult audit(Program program, int jobs) {
    Before before = Before.of(program.files());
    try {
      AuditResult now = audit(program, program.tree(), jobs);
      return before.isOther() ? lacking(program, before, now, jobs) : now;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AuditResult audit(Program program, Map<String, byte[]> tree, int jobs)
      throws IOException {
    List<String> paths = program.files().keySet().stream().sorted().toList();
    return new AuditRequest(
            MemoryTree.ofBytes(program.name(), tree), paths, Optional.empty(), jobs, Progress.NONE)
        .withRules(rules(program.name()))
        .result();
  }

  /** A result with what the program lacks of what kept reclaim out in its older state. */
  private static AuditResult lacking(Program program, Before before, AuditResult now, int jobs)
      throws IOException {
    Map<String, byte[]> tree = new TreeMap<>(program.tree());
    tree.putAll(before.files());
    Guards then = audit(program, tree, jobs).guards();
    Reporter reporter = new Reporter(List.of(ProtectionDroppedRule.RULE), Knowledge.shipped());
    List<Finding> findings = new ArrayList<>(now.findings());
    LostGuards.between(then, now.guards(), before)
        .forEach(lost -> findings.addAll(reporter.report(lost, lost::witness)));
    return now.with(findings.stream().sorted().toList());
  }
}
