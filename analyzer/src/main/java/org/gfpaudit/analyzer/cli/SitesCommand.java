package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gfpaudit.reports.csv.CsvReport;
import org.gfpaudit.reports.csv.SubsystemCsv;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonSites;
import org.gfpaudit.reports.json.JsonSubsystems;
import org.gfpaudit.reports.table.SubsystemTable;
import org.gfpaudit.reports.table.TableReport;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.knowledge.Subsystems;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sites}: the audit table. */
@CommandLine.Command(
    name = "sites",
    sortOptions = false,
    description = "Lists every site and origin with its verdict, not only the bad ones.",
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: table (default), csv, json. Verdicts: hardcoded, re-added,",
      "wrong-mapping, partial, hardcoded-nofs, unknown, hardcoded-weak, passthrough,",
      "scoped, derived.",
      "",
      "PATHs, --config and --arch narrow what is listed, never what is analysed.",
      "",
      "Exit status: 0 listed, 2 usage, 3 the audit is incomplete or failed.",
      "",
      "Examples:",
      "  gfpaudit sites --tree ~/linux --format csv --output sites.csv",
      "  gfpaudit sites ~/linux/fs/cifs",
      "  gfpaudit sites --verdict hardcoded,partial mm",
      "  gfpaudit sites --by subsystem --tree ~/linux"
    })
final class SitesCommand implements Command {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or directories of the tree.")
  List<String> paths = new ArrayList<>();

  @Mixin OutputOptions outputs;
  @Mixin TreeOptions tree;
  @Mixin BuildOptions build;

  @Option(
      names = "--verdict",
      paramLabel = "LIST",
      order = 6,
      description = "Only rows with these verdicts, joined by commas.")
  String verdicts;

  @Option(
      names = "--by",
      paramLabel = "GROUP",
      order = 7,
      description = "subsystem: count verdicts for each.")
  String by;

  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    Set<Verdict> wanted = wanted();
    boolean isGrouped = by != null && new Choice<>("--by", Map.of("subsystem", true)).of(by);
    Style style = common.style(console);
    var reports = outputs.outputs("table", "csv", "json");
    TreeSelection selection = tree.select(paths, console);
    var request = build.narrowed(tree.request(selection, console), selection, console);
    var plan =
        Deliveries.plan(
            reports,
            isGrouped ? grouped(request.target().knowledge().subsystems(), style) : formats(style),
            console);

    AuditResult all = AuditRun.of(request, engine, console);
    AuditResult result =
        new AuditResult(
            all.kernelVersion(),
            all.rows().stream().filter(row -> wanted.contains(row.verdict())).toList(),
            all.findings(),
            all.problems(),
            all.costs(),
            all.constrainers());
    boolean isWhole = plan.deliver(result, console);
    return Failures.areSevere(result.problems(), console) || !isWhole
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  private Set<Verdict> wanted() throws UsageException {
    if (verdicts == null) {
      return EnumSet.allOf(Verdict.class);
    }
    Map<String, Verdict> words = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      words.put(verdict.word(), verdict);
    }
    Choice<Verdict> choice = new Choice<>("--verdict", words);
    Set<Verdict> wanted = EnumSet.noneOf(Verdict.class);
    for (String word : verdicts.split(",", -1)) {
      wanted.add(choice.of(word.strip()));
    }
    return wanted;
  }

  private static Map<String, Deliveries.Format<AuditResult>> formats(Style style) {
    Map<String, Deliveries.Format<AuditResult>> formats = new HashMap<>();
    formats.put("table", isOut -> new TableReport(isOut ? style : Style.PLAIN)::write);
    formats.put("csv", isOut -> new CsvReport()::write);
    formats.put("json", isOut -> new JsonSites(Version.text())::write);
    return formats;
  }

  private static Map<String, Deliveries.Format<AuditResult>> grouped(
      Subsystems subsystems, Style style) {
    UnaryOperator<String> subsystemOf = file -> subsystems.of(file).name();
    Map<String, Deliveries.Format<AuditResult>> formats = new HashMap<>();
    formats.put(
        "table", isOut -> new SubsystemTable(subsystemOf, isOut ? style : Style.PLAIN)::write);
    formats.put("csv", isOut -> new SubsystemCsv(subsystemOf)::write);
    formats.put("json", isOut -> new JsonSubsystems(Version.text(), subsystemOf)::write);
    return formats;
  }
}
