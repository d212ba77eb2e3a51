package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.CoverageResult;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonStats;
import org.gfpaudit.reports.stats.Stats;
import org.gfpaudit.reports.stats.StatsReport;
import org.gfpaudit.rules.finding.AuditResult;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stats}: what an audit costs, or how much of a tree the grammar reads. */
@CommandLine.Command(
    name = "stats",
    sortOptions = false,
    description = "Shows what an audit costs, stage by stage.",
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: table (default), json. With --parse-all, PATHs narrow what is parsed.",
      "",
      "Exit status: 0 shown, 2 usage, 3 the run is incomplete or failed.",
      "",
      "Examples:",
      "  gfpaudit stats --tree ~/linux",
      "  gfpaudit stats --tree ~/linux --parse-all fs mm"
    })
final class StatsCommand implements Command {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or directories of the tree.")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--parse-all",
      order = 0,
      description = "Parse every function instead and say what the grammar cannot read.")
  boolean isParseAll;

  @Mixin OutputOptions outputs;
  @Mixin TreeOptions tree;
  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    tree.requireOneVersion();
    Style style = common.style(console);
    var reports = outputs.outputs("table", "json");
    var request = tree.request(tree.select(paths, console), console);
    Map<String, Deliveries.Format<Stats>> formats = new HashMap<>();
    formats.put("table", isOut -> new StatsReport(isOut ? style : Style.PLAIN)::write);
    formats.put("json", isOut -> new JsonStats(Version.text())::write);
    var plan = Deliveries.plan(reports, formats, console);

    Stats stats = isParseAll ? parseAll(request, engine, console) : audit(request, engine, console);
    boolean isWhole = plan.deliver(stats, console);
    return Failures.areSevere(stats.problems(), console) || !isWhole
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  private static Stats audit(AuditRequest request, Engine engine, Console console)
      throws UsageException, IOException {
    AuditResult result = AuditRun.of(request, engine, console);
    return new Stats(result.kernelVersion(), result.costs(), Optional.empty(), result.problems());
  }

  private static Stats parseAll(AuditRequest request, Engine engine, Console console)
      throws UsageException, IOException {
    CoverageResult result;
    try {
      result = engine.coverage(request);
    } finally {
      console.endProgress();
    }
    AuditRun.requireCode(request);
    List<Stats.Cause> causes =
        result.causes().stream()
            .map(cause -> new Stats.Cause(cause.cause(), cause.count(), cause.example()))
            .toList();
    String version = request.profile().or(() -> KernelTree.version(request.tree())).orElse("");
    return new Stats(
        version,
        result.costs(),
        Optional.of(new Stats.Coverage(result.functions(), result.clean(), causes)),
        request.tree().problems());
  }
}
