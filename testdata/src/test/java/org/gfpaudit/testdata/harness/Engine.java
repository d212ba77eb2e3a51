package org.gfpaudit.testdata.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Verdict;

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
    List<String> paths = program.files().keySet().stream().sorted().toList();
    try {
      return new AuditRequest(
              MemoryTree.ofBytes(program.name(), program.tree()),
              paths,
              Optional.empty(),
              jobs,
              Progress.NONE)
          .withRules(rules(program.name()))
          .result();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
