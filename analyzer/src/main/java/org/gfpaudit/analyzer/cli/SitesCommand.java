package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.reports.csv.CsvReport;
import org.gfpaudit.reports.csv.SubsystemCsv;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonSites;
import org.gfpaudit.reports.json.JsonSubsystems;
import org.gfpaudit.reports.table.SubsystemTable;
import org.gfpaudit.reports.table.TableReport;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Level;
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
    description = {
      "List every site and origin with its verdict.",
      "This is the audit table: it holds what is right as well as what is wrong."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {"0:The rows were listed.", ExitStatus.USAGE_MEANS, ExitStatus.INCOMPLETE_MEANS},
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: table (default), csv, json. Verdicts, worst first: hardcoded, re-added,",
      "wrong-mapping, partial, hardcoded-nofs, unknown, hardcoded-weak, passthrough,",
      "scoped, derived.",
      "Examples:",
      "  gfpaudit sites --tree ~/linux --format csv --output sites.csv",
      "  gfpaudit sites ~/linux/fs/cifs",
      "  gfpaudit sites --verdict hardcoded,partial --level warning mm",
      "  gfpaudit sites --by subsystem --tree ~/linux"
    })
final class SitesCommand implements Command {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "List only these files or directories of the tree.",
        "Callers elsewhere in the tree still count: a PATH narrows what is listed, "
            + "never what is analysed. The first may be a commit, as with --rev."
      })
  List<String> paths = new ArrayList<>();

  @Mixin OutputOptions outputs;
  @Mixin LevelOption level;
  @Mixin TreeOptions tree;
  @Mixin BuildOptions build;

  @Option(
      names = "--verdict",
      paramLabel = "LIST",
      completionCandidates = Candidates.Verdicts.class,
      order = 6,
      description = {
        "List only rows with these verdicts.",
        "They are joined by commas, as in 'hardcoded,partial'."
      })
  String verdicts;

  @Option(
      names = "--by",
      paramLabel = "GROUP",
      completionCandidates = Candidates.Groups.class,
      order = 7,
      description = {
        "Count the verdicts of each group: subsystem.",
        "For each file system it says whether it takes its masks from the mapping "
            + "always, selectively or never."
      })
  String by;

  @Mixin CommonOptions common;

  @Override
  public List<String> formats() {
    return List.of("table", "csv", "json");
  }

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    Set<Verdict> wanted = wanted();
    Optional<Level> least = level.least();
    boolean isGrouped = by != null && new Choice<>("--by", Map.of("subsystem", true)).of(by);
    if (isGrouped && verdicts != null) {
      throw new UsageException(
          "--by counts every verdict, for what it says of a subsystem rests on all of them; it goes"
              + " without --verdict");
    }
    Style style = common.style(console);
    var reports = outputs.outputs(formats());
    TreeSelection selection = tree.select(paths, console);
    Settings settings = selection.settings();
    var request =
        build
            .narrowed(tree.request(selection, console), selection, console)
            .withRules(RuleOptions.bySettings(settings))
            .to(depth(reports, least));
    var plan =
        Deliveries.plan(
            reports,
            isGrouped ? grouped(request.target().knowledge().subsystems(), style) : formats(style),
            console);

    AuditResult all =
        new Reviewing(request, settings).levelled(AuditRun.of(request, engine, console));
    Predicate<AuditRow> matters = least.map(atLeast -> matters(all, atLeast)).orElse(row -> true);
    AuditResult result =
        all.with(
            all.rows().stream()
                .filter(row -> wanted.contains(row.verdict()) && matters.test(row))
                .toList(),
            all.findings());
    boolean isWhole = plan.deliver(result, console);
    return Failures.areSevere(result.problems(), tree.isStrict, console) || !isWhole
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  /** How far an audit has to go for what is listed: a table of verdicts needs no findings. */
  private static Depth depth(List<OutputOptions.Output> reports, Optional<Level> least) {
    if (OutputOptions.haveJson(reports)) {
      return Depth.GUARDS;
    }
    return least.isPresent() ? Depth.FINDINGS : Depth.VERDICTS;
  }

  /** Whether a finding of {@code least} or above is about a row. */
  private static Predicate<AuditRow> matters(AuditResult result, Level least) {
    Set<AuditRow> rows = new HashSet<>();
    result.findings().stream()
        .filter(finding -> finding.level().isAtLeast(least))
        .forEach(finding -> finding.row().ifPresent(rows::add));
    return rows::contains;
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
