package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gfpaudit.analyzer.cli.Deliveries.Renderer;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.CoverageResult;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonStats;
import org.gfpaudit.reports.stats.Stats;
import org.gfpaudit.reports.stats.StatsReport;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.StageCost;
import org.gfpaudit.rules.review.Review;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stats}: what an audit costs, or how much of a tree the grammar reads. */
@CommandLine.Command(
    name = "stats",
    sortOptions = false,
    description = {
      "Show what a run costs, or what the grammar reads.",
      "For each stage: time, CPU, what was handled and how much of it in a second; "
          + "and the memory of the run."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {"0:The costs were shown.", ExitStatus.USAGE_MEANS, ExitStatus.INCOMPLETE_MEANS},
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: table (default), json.",
      "The stage 'start' begins with the process; 'write index' is the time that",
      "is left to wait for. The report that is measured is the text of 'check',",
      "which is not shown.",
      "",
      "Examples:",
      "  gfpaudit stats --tree ~/linux",
      "  gfpaudit stats --tree ~/linux --parse-all fs mm"
    })
final class StatsCommand implements Command {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Limit the report to these files or directories.")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--parse-all",
      order = 0,
      description = {
        "Parse every function instead of auditing.",
        "It shows how much of the tree the grammar reads, and what stops it. PATHs "
            + "narrow what is parsed."
      })
  boolean isParseAll;

  @Mixin OutputOptions outputs;
  @Mixin RuleOptions rules;
  @Mixin TreeOptions tree;
  @Mixin CommonOptions common;

  @Override
  public List<String> formats() {
    return List.of("table", "json");
  }

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    long startNanos = ProcessCosts.ageNanos();
    long startCpu = ProcessCosts.now().cpuNanos();
    tree.requireOneVersion();
    Style style = common.style(console);
    var reports = outputs.outputs(formats());
    TreeSelection selection = tree.select(paths, console);
    var request = tree.request(selection, console).withRules(rules.rules(selection.settings()));
    Map<String, Deliveries.Format<Stats>> formats = new HashMap<>();
    formats.put("table", isOut -> new StatsReport(isOut ? style : Style.PLAIN)::write);
    formats.put("json", isOut -> new JsonStats(Version.text())::write);
    var plan = Deliveries.plan(reports, formats, console);

    List<StageCost> costs = new ArrayList<>();
    if (startNanos > 0) {
      costs.add(new StageCost("start", startNanos, startCpu, Map.of()));
    }
    Stats stats =
        isParseAll
            ? parseAll(request, costs, engine, console)
            : audit(request, costs, engine, console);
    boolean isWhole = plan.deliver(stats, console);
    return Failures.areSevere(stats.problems(), tree.isStrict, console) || !isWhole
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  /** Audits, and makes the report that {@code check} would make: its time belongs to a run. */
  private static Stats audit(
      AuditRequest request, List<StageCost> costs, Engine engine, Console console)
      throws UsageException, IOException {
    AuditResult result = AuditRun.of(request, engine, console);
    costs.addAll(result.costs());
    var formats = FindingFormats.of(request.target(), Reporting.plain());
    Renderer<Review> report =
        Objects.requireNonNull(formats.get("text")).renderer(/* isStandardOutput= */ false);
    costs.add(cost("render", () -> report.write(Review.of(result), Writer.nullWriter())));
    costs.add(cost("write index", console::closeRecall));
    return new Stats(
        result.kernelVersion(),
        costs,
        Optional.of(ProcessCosts.now()),
        Optional.empty(),
        result.problems());
  }

  /** A stage that the engine does not know of. */
  private interface Stage {
    void run() throws IOException;
  }

  private static StageCost cost(String name, Stage stage) throws IOException {
    long cpu = ProcessCosts.now().cpuNanos();
    long start = System.nanoTime();
    stage.run();
    long elapsed = System.nanoTime() - start;
    return new StageCost(name, elapsed, ProcessCosts.now().cpuNanos() - cpu, Map.of());
  }

  private static Stats parseAll(
      AuditRequest request, List<StageCost> costs, Engine engine, Console console)
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
    String version =
        request.target().profile().or(() -> KernelTree.version(request.tree())).orElse("");
    costs.addAll(result.costs());
    costs.add(cost("write index", console::closeRecall));
    return new Stats(
        version,
        costs,
        Optional.of(ProcessCosts.now()),
        Optional.of(new Stats.Coverage(result.functions(), result.clean(), causes)),
        result.problems());
  }
}
