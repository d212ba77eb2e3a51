package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.diagnose.Diagnosing;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Explanations;
import org.gfpaudit.analyzer.splat.Splat;
import org.gfpaudit.reports.explain.ExplainReport;
import org.gfpaudit.reports.explain.SplatReport;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonExplanations;
import org.gfpaudit.reports.json.JsonSplats;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.splat.Diagnoses;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: one finding, or the rows of one line, in full. */
@CommandLine.Command(
    name = "explain",
    sortOptions = false,
    description = {
      "Show one finding or one line of a file in full.",
      "On one screen: the verdict, the mask taken apart (what memory it allows, in "
          + "which context it may reclaim, modifiers), its origins, the way of the mask, "
          + "the scopes along it and the caller that lacks one, who sets the masks of the "
          + "mappings, evidence, and ways to mend it."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {
      "0:The finding or line was explained.",
      ExitStatus.NOTHING_MEANS,
      ExitStatus.INCOMPLETE_MEANS
    },
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: text (default), json. 'gfpaudit check' prints the ids of findings.",
      "",
      "Examples:",
      "  gfpaudit explain ID --tree ~/linux",
      "  gfpaudit explain ~/linux/fs/mpage.c:402",
      "  gfpaudit explain --splat dmesg.txt --tree ~/linux"
    })
final class ExplainCommand implements Command {
  private static final Pattern ID = Pattern.compile("[Gg]\\p{XDigit}{8}");
  private static final Pattern PLACE = Pattern.compile("(?s)(.+?):(\\d{1,9})(?::(\\d{1,9}))?");
  private static final int MAX_HINTS = 12;

  @Parameters(
      paramLabel = "ID|FILE:LINE",
      arity = "0..1",
      description = {
        "The id of a finding, or a line of a file of the tree.",
        "Of a line, all rows are shown."
      })
  String target;

  @Option(
      names = "--splat",
      paramLabel = "FILE",
      description = {
        "Hold a report of the kernel's lock checker against it.",
        "FILE is a log or a mail, '-' standard input. Of each report with fs_reclaim or RECLAIM_FS "
            + "it shows who holds the lock and allocates, how reclaim comes to take it, what of "
            + "that this tree has, whether it can be the same lock, and what mends it."
      })
  String splat;

  @Mixin OutputOptions outputs;
  @Mixin LevelOption level;
  @Mixin TreeOptions tree;
  @Mixin BuildOptions build;
  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    tree.requireOneVersion();
    var style = common.style(console);
    if (splat != null) {
      return splat(style, console, engine);
    }
    if (target == null) {
      throw new UsageException(
          "nothing to explain: give ID, FILE:LINE, or --splat FILE; 'check' shows the first two");
    }
    Optional<Level> given = level.least();
    Matcher place = PLACE.matcher(target);
    boolean isId = ID.matcher(target).matches();
    if (!isId && !place.matches()) {
      throw new UsageException(
          "'" + target + "' is neither an id such as G1a2b3c4d nor FILE:LINE; 'check' shows both");
    }
    TreeSelection selection = tree.select(isId ? List.of() : List.of(place.group(1)), console);
    var request =
        build
            .narrowed(tree.request(selection, console), selection, console)
            .withRules(RuleCatalog.quick())
            .to(Depth.GUARDS);
    Target wanted = isId ? ofId() : ofPlace(selection, place, console);
    var sources = new TreeSources(selection.tree());
    Map<String, Deliveries.Format<Explained>> formats = new HashMap<>();
    formats.put("text", isOut -> text(new ExplainReport(sources, isOut ? style : Style.PLAIN)));
    formats.put("json", isOut -> ExplainCommand::json);
    var plan = Deliveries.plan(outputs.outputs("text", "json"), formats, console);
    Explanations explanations = explain(request, wanted, engine, console);
    if (isId && explanations.audit().findings().stream().noneMatch(wanted.findings())) {
      // It may be one of a rule that costs more than all others do.
      explanations = explain(request.withRules(RuleCatalog.all()), wanted, engine, console);
    }
    AuditResult levelled =
        new Reviewing(request, selection.settings()).levelled(explanations.audit());
    Explained whole = explained(new Explanations(levelled, explanations.proofs()), wanted);
    Explained shown = isId || given.isEmpty() ? whole : whole.atLeast(given.get());
    boolean isWhole = plan.deliver(shown, console);
    return Failures.areSevere(explanations.audit().problems(), tree.isStrict, console) || !isWhole
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  /** Holds reports of the lock checker against the tree. */
  private int splat(Style style, Console console, Engine engine)
      throws UsageException, IOException {
    if (target != null) {
      throw new UsageException("--splat goes without ID and FILE:LINE: '" + target + "'");
    }
    List<Splat> splats = SplatInput.read(splat, console.surroundings().workingDirectory());
    TreeSelection selection = tree.select(List.of(), console);
    var request =
        build
            .narrowed(tree.request(selection, console), selection, console)
            .withRules(RuleCatalog.quick());
    Map<String, Deliveries.Format<Diagnoses>> formats = new HashMap<>();
    formats.put("text", isOut -> new SplatReport(isOut ? style : Style.PLAIN)::write);
    formats.put("json", isOut -> new JsonSplats(Version.text())::write);
    var plan = Deliveries.plan(outputs.outputs("text", "json"), formats, console);
    Diagnosing.Result result;
    try {
      result = engine.diagnose(request, splats);
    } finally {
      console.endProgress();
    }
    AuditRun.requireCode(request);
    SplatInput.requireSome(result.diagnoses());
    boolean isWhole = plan.deliver(result.diagnoses(), console);
    return Failures.areSevere(result.audit().problems(), tree.isStrict, console) || !isWhole
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  /**
   * What is asked for.
   *
   * @param otherwise says that there is no such thing, given all there is
   */
  private record Target(
      Predicate<AuditRow> rows,
      Predicate<Finding> findings,
      Function<AuditResult, UsageException> otherwise) {}

  /** What is shown: rows in full, and findings that are about no row. */
  private record Explained(List<ExplainedRow> rows, List<Finding> others) {

    /** What findings of {@code least} or above are about. */
    Explained atLeast(Level least) throws UsageException {
      Predicate<Finding> matters = finding -> finding.level().isAtLeast(least);
      Explained some =
          new Explained(
              rows.stream().filter(row -> row.findings().stream().anyMatch(matters)).toList(),
              others.stream().filter(matters).toList());
      if (some.rows.isEmpty() && some.others.isEmpty()) {
        throw new UsageException(
            "nothing there is "
                + (least == Level.ERROR ? "an error" : "a " + least.word() + " or worse")
                + "; without --level all of the line is shown");
      }
      return some;
    }
  }

  private static Explanations explain(
      AuditRequest request, Target wanted, Engine engine, Console console)
      throws UsageException, IOException {
    Explanations explanations;
    try {
      explanations = engine.explain(request, wanted.rows(), wanted.findings());
    } finally {
      console.endProgress();
    }
    AuditRun.requireCode(request);
    return explanations;
  }

  private static Explained explained(Explanations explanations, Target wanted)
      throws UsageException {
    AuditResult result = explanations.audit();
    List<ExplainedRow> rows =
        result.rows().stream()
            .filter(explanations.proofs()::containsKey)
            .sorted()
            .map(
                row ->
                    new ExplainedRow(
                        row,
                        about(result, row),
                        Objects.requireNonNull(explanations.proofs().get(row))))
            .toList();
    List<Finding> others =
        result.findings().stream()
            .filter(finding -> finding.row().isEmpty() && wanted.findings().test(finding))
            .toList();
    if (rows.isEmpty() && others.isEmpty()) {
      throw wanted.otherwise().apply(result);
    }
    return new Explained(rows, others);
  }

  private static List<Finding> about(AuditResult result, AuditRow row) {
    return result.findings().stream().filter(finding -> finding.isAbout(row)).toList();
  }

  private static Deliveries.Renderer<Explained> text(ExplainReport report) {
    return (explained, out) -> {
      String gap = "";
      for (ExplainedRow row : explained.rows()) {
        out.write(gap);
        report.write(row, out);
        gap = "\n";
      }
      for (Finding finding : explained.others()) {
        out.write(gap);
        report.write(finding, out);
        gap = "\n";
      }
    };
  }

  private static void json(Explained explained, Writer out) throws IOException {
    new JsonExplanations(Version.text()).write(explained.rows(), explained.others(), out);
  }

  private Target ofId() {
    String id = "G" + target.substring(1).toLowerCase(Locale.ROOT);
    return new Target(
        row -> false,
        finding -> finding.id().equals(id),
        result ->
            new UsageException(
                "no finding "
                    + id
                    + " in this tree; ids hold for one tree, 'check' lists them"
                    + build.hint()));
  }

  private Target ofPlace(TreeSelection selection, Matcher place, Console console)
      throws UsageException {
    Path here = console.surroundings().workingDirectory();
    String file = selection.relative(here, place.group(1));
    int line = Integer.parseInt(place.group(2));
    int column = place.group(3) == null ? 0 : Integer.parseInt(place.group(3));
    Predicate<Place> isMeant =
        at -> at.file().equals(file) && at.line() == line && (column == 0 || at.column() == column);
    return new Target(
        row -> isMeant.test(row.place()),
        finding -> isMeant.test(finding.place()),
        result -> nothingAt(file, line, result));
  }

  private UsageException nothingAt(String file, int line, AuditResult result) {
    String lines =
        Stream.concat(
                result.rows().stream().map(AuditRow::place),
                result.findings().stream().map(Finding::place))
            .filter(place -> place.file().equals(file))
            .map(Place::line)
            .distinct()
            .sorted()
            .limit(MAX_HINTS)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return new UsageException(
        "no site or origin at "
            + file
            + ":"
            + line
            + (lines.isEmpty() ? ", nor in the whole file" : "; there are some in line " + lines)
            + build.hint());
  }
}
