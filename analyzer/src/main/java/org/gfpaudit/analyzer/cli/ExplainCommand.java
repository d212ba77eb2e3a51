package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.diagnose.Diagnosing;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.patch.WaysToMend;
import org.gfpaudit.analyzer.splat.Splat;
import org.gfpaudit.reports.explain.ExplainReport;
import org.gfpaudit.reports.explain.SplatReport;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonExplanations;
import org.gfpaudit.reports.json.JsonSplats;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
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
      "Show a finding, a line or a function in full.",
      "On one screen: what is wrong and why it matters, the mask taken apart (what "
          + "memory it allows, in which context it may reclaim, modifiers), its origins, the "
          + "way of the mask, the scopes along it and the caller that lacks one, who sets the "
          + "masks of the mappings, evidence, and of each way to mend it whether it is one "
          + "here, with the command that makes the patch. Where a file or function has "
          + "many calls, they are listed."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {
      "0:The finding or line was explained.",
      ExitStatus.NOTHING_MEANS,
      ExitStatus.INCOMPLETE_MEANS
    },
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: text (default), json. TARGET is an id that 'gfpaudit check' prints,",
      "or its beginning (G1a2b), FILE:LINE, FUNCTION, FILE:FUNCTION or FILE.",
      "",
      "Examples:",
      "  gfpaudit explain ID --tree ~/linux",
      "  gfpaudit explain ~/linux/fs/mpage.c:402",
      "  gfpaudit explain --splat dmesg.txt --tree ~/linux"
    })
final class ExplainCommand implements Command {
  @Parameters(
      paramLabel = Targets.LABEL,
      arity = "0..1",
      description = {
        "An id or its beginning, FILE:LINE, FUNCTION or FILE.",
        "Of a line, all rows are shown; of a function or file with many calls, a list of them. "
            + "FILE:FUNCTION is a function of one file."
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

  @Option(
      names = {"-v", "--verbose"},
      order = 2,
      description = {
        "Show every step, setter and driver.",
        "Without it the first ones are shown, so that all fits on a screen."
      })
  boolean isVerbose;

  @Mixin TreeOptions tree;
  @Mixin BuildOptions build;
  @Mixin CommonOptions common;

  @Override
  public List<String> formats() {
    return List.of("text", "json");
  }

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    tree.requireOneVersion();
    var style = common.style(console);
    if (splat != null) {
      return splat(style, console, engine);
    }
    if (target == null) {
      throw new UsageException(
          "nothing to explain: give an id, FILE:LINE, FUNCTION, FILE, or --splat FILE");
    }
    Optional<Level> given = level.least();
    var named = new Targets(List.of(target));
    Path here = console.surroundings().workingDirectory();
    TreeSelection selection = tree.select(named.files(), console);
    var request =
        build
            .narrowed(tree.request(selection, console), selection, console)
            .withRules(named.files().isEmpty() ? RuleCatalog.quick() : RuleCatalog.pages())
            .near(named.files().isEmpty() ? List.of() : selection.paths())
            .to(Depth.GUARDS);
    Predicate<AuditRow> rows = named.rowsIn(selection, here);
    Predicate<Finding> findings = named.in(selection, here);
    var sources = new TreeSources(selection.tree());
    Map<String, Deliveries.Format<Explained>> formats = new HashMap<>();
    formats.put(
        "text",
        isOut ->
            (explained, out) ->
                explained.write(
                    new ExplainReport(sources, isOut ? style : Style.PLAIN, isVerbose), out));
    formats.put("json", isOut -> ExplainCommand::json);
    var plan = Deliveries.plan(outputs.outputs(formats()), formats, console);
    WaysToMend.Explained answer = explain(request, rows, findings, engine, console);
    if (named.hasId() && answer.explanations().audit().findings().stream().noneMatch(findings)) {
      // It may be one of a rule that costs more than all others do.
      answer = explain(request.withRules(RuleCatalog.pages()), rows, findings, engine, console);
    }
    if (named.hasId() && answer.explanations().audit().findings().stream().noneMatch(findings)) {
      answer = explain(request.withRules(RuleCatalog.all()), rows, findings, engine, console);
    }
    AuditResult levelled =
        new Reviewing(request, selection.settings()).levelled(answer.explanations().audit());
    named.requireKnown(levelled, selection, here, /* areRowsEnough= */ true, build.hint());
    Explained whole =
        Explained.of(
            levelled,
            answer,
            findings,
            selection.revision().isPresent() ? Optional.empty() : Optional.of(tree.asGiven()));
    Explained shown = named.hasId() || given.isEmpty() ? whole : whole.atLeast(given.get());
    boolean isWhole = plan.deliver(shown, console);
    return Failures.areSevere(levelled.problems(), tree.isStrict, console) || !isWhole
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  /** Holds reports of the lock checker against the tree. */
  private int splat(Style style, Console console, Engine engine)
      throws UsageException, IOException {
    if (target != null) {
      throw new UsageException("--splat goes without TARGET: '" + target + "'");
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
    var plan = Deliveries.plan(outputs.outputs(formats()), formats, console);
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

  private static WaysToMend.Explained explain(
      AuditRequest request,
      Predicate<AuditRow> rows,
      Predicate<Finding> findings,
      Engine engine,
      Console console)
      throws UsageException, IOException {
    WaysToMend.Explained explained;
    try {
      explained = engine.explain(request, rows, findings);
    } finally {
      console.endProgress();
    }
    AuditRun.requireCode(request);
    return explained;
  }

  private static void json(Explained explained, Writer out) throws IOException {
    new JsonExplanations(Version.text())
        .write(
            explained.rows(),
            explained.others().stream().map(Explained.Other::finding).toList(),
            out);
  }
}
