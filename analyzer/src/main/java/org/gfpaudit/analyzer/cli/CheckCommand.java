package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.gcc.GccReport;
import org.gfpaudit.reports.json.JsonFindings;
import org.gfpaudit.reports.text.TextReport;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Level;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: the findings. */
@CommandLine.Command(
    name = "check",
    sortOptions = false,
    description = "Reports page-cache allocations whose GFP mask ignores the mapping.",
    footer = {
      "",
      "Formats: text (default), gcc, json. PATHs narrow what is reported, never what",
      "is analysed: callers elsewhere in the tree still count.",
      "",
      "--config and --arch narrow it likewise: what only another configuration holds",
      "is left out, what depends on no configuration symbol stays.",
      "",
      "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 usage,",
      "3 the audit is incomplete or failed.",
      "",
      "Examples:",
      "  gfpaudit check --tree ~/linux",
      "  gfpaudit check ~/linux/fs/ext4 --format gcc -Wno-hardcoded-weak",
      "  gfpaudit check --format text --format json --output findings.json fs mm"
    })
final class CheckCommand implements Command {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or directories of the tree.")
  List<String> paths = new ArrayList<>();

  @Mixin OutputOptions outputs;
  @Mixin TreeOptions tree;
  @Mixin BuildOptions build;
  @Mixin RuleOptions rules;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      order = 6,
      description = "error, warning, note or never: least level for status 1 (warning).")
  String failOn = "warning";

  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    Map<String, Optional<Level>> levels = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      levels.put(level.word(), Optional.of(level));
    }
    levels.put("never", Optional.empty());
    Optional<Level> least = new Choice<>("--fail-on", levels).of(failOn);
    Style style = common.style(console);
    var wanted = outputs.outputs("text", "gcc", "json");
    TreeSelection selection = tree.select(paths, console);
    var request =
        build
            .narrowed(tree.request(selection, console), selection, console)
            .withRules(rules.rules());
    var sources = new TreeSources(selection.tree());
    var plan = Deliveries.plan(wanted, formats(sources, style), console);

    AuditResult result = AuditRun.of(request, engine, console);
    boolean isWhole = plan.deliver(result, console);
    if (Failures.areSevere(result.problems(), console) || !isWhole) {
      return ExitStatus.INCOMPLETE;
    }
    boolean isFailure =
        least.isPresent()
            && result.findings().stream()
                .anyMatch(finding -> finding.level().isAtLeast(least.get()));
    return isFailure ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
  }

  private static Map<String, Deliveries.Format<AuditResult>> formats(
      SourceLookup sources, Style style) {
    Map<String, Deliveries.Format<AuditResult>> formats = new HashMap<>();
    formats.put("text", isOut -> new TextReport(sources, isOut ? style : Style.PLAIN)::write);
    formats.put("gcc", isOut -> new GccReport()::write);
    formats.put("json", isOut -> new JsonFindings(Version.text())::write);
    return formats;
  }
}
