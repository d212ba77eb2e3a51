package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.fix.StrategyName;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.Review;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: the findings. */
@CommandLine.Command(
    name = "check",
    modelTransformer = FormatsInHelp.class,
    sortOptions = false,
    description = "Reports page-cache allocations whose GFP mask ignores the mapping.",
    footerHeading = "%nNotes%n",
    footer = {
      "PATHs narrow what is reported, never what is analysed.",
      "Exit status: 0 nothing new at or above --fail-on, 1 findings, 2 usage, 3 the",
      "audit is incomplete or failed (with --bisect 125 for 2 and 3).",
      "Examples:",
      "  gfpaudit check ~/linux/fs/ext4 --format gcc -Wno-hardcoded-weak",
      "  gfpaudit check --since origin/master --format sarif --output out.sarif",
      "  gfpaudit check v6.12 fs mm --baseline known.json",
      "  make C=1 CHECK=gfpaudit-check     # a script: the findings of a build"
    })
final class CheckCommand implements Command {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or directories of the tree, first a revision.")
  List<String> paths = new ArrayList<>();

  @Mixin OutputOptions outputs;
  @Mixin TreeOptions tree;
  @Mixin BuildOptions build;
  @Mixin RuleOptions rules;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      order = 6,
      description = "error, warning (default), note or never.")
  String failOn;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      order = 6,
      description = "Known findings ('baseline write'): they do not fail.")
  String baseline;

  @Option(
      names = "--since",
      paramLabel = "REV",
      order = 6,
      description = "Only what lines changed since REV hold or cause.")
  String since;

  @Option(
      names = "--fixes",
      order = 6,
      description = "Prove fixes as 'patch' does, for sarif, rdjsonl, html.")
  boolean withFixes;

  // Main reads this word as well: a command line that cannot be parsed fails a bisection too.
  @Option(
      names = Main.BISECT,
      order = 11,
      description = "For 'git bisect run': status 125 for 2 and 3.")
  boolean isBisected;

  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    Optional<Level> given = failOn == null ? Optional.empty() : level(failOn);
    Style style = common.style(console);
    var wanted = outputs.outputs(FindingFormats.names());
    List<String> names = isBisected ? tree.existing(paths, console) : paths;
    if (names.isEmpty() && !paths.isEmpty()) {
      console.say("none of the paths is there, so nothing is found in them");
      return ExitStatus.CLEAN;
    }
    if (withFixes) {
      tree.requireOneVersion();
    }
    try (TreeSelection selection = tree.select(names, console)) {
      Settings settings = selection.settings();
      Optional<Level> least =
          failOn == null ? level(settings.failOn().orElse(Level.WARNING.word())) : given;
      var request =
          build
              .narrowed(tree.request(selection, console), selection, console)
              .withRules(rules.rules(settings));
      Optional<Baseline> known = baseline(settings, console);
      var plan =
          Deliveries.plan(
              wanted,
              FindingFormats.of(
                  selection.tree().name(), new TreeSources(selection.tree()), style, least),
              console);
      Review review = review(request, selection, known, engine, console);
      boolean isWhole = plan.deliver(review, console);
      review
          .remarks()
          .forEach(
              remark -> console.say(remark.file() + ":" + remark.line() + ": " + remark.message()));
      if (Failures.areSevere(review.audit().problems(), console) || !isWhole) {
        return ExitStatus.INCOMPLETE;
      }
      return least.filter(review::hasNew).isPresent() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }
  }

  private static Optional<Level> level(String word) throws UsageException {
    Map<String, Optional<Level>> levels = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      levels.put(level.word(), Optional.of(level));
    }
    levels.put("never", Optional.empty());
    return new Choice<>("--fail-on", levels).of(word);
  }

  /** The baseline of the command line, or that of the settings, which lies beside them. */
  private Optional<Baseline> baseline(Settings settings, Console console) throws UsageException {
    Path here = console.surroundings().workingDirectory();
    if (baseline != null) {
      return Optional.of(BaselineFile.read("--baseline", baseline, here));
    }
    if (settings.baseline().isEmpty()) {
      return Optional.empty();
    }
    Path file = here.resolve(settings.name()).resolveSibling(settings.baseline().get());
    String name = file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    return Optional.of(BaselineFile.read(settings.name(), name, here));
  }

  private Review review(
      AuditRequest request,
      TreeSelection selection,
      Optional<Baseline> known,
      Engine engine,
      Console console)
      throws UsageException, IOException {
    Reviewing reviewing = new Reviewing(request, selection.settings());
    if (since == null) {
      return finished(audited(request, reviewing, engine, console), reviewing, known);
    }
    try (Since changes = Since.of(since, selection)) {
      Review review = audited(request, reviewing, engine, console);
      Baseline before = Reviewing.baseline(since, review.audit());
      if (changes.hasRelevantChanges()) {
        AuditRequest older = request.of(changes.before());
        before = Reviewing.baseline(since, AuditRun.of(older, engine, console));
      }
      Since.Touched touched = changes.touched();
      return finished(
          review.against(before, touched::isTouched, touched::lineBefore), reviewing, known);
    }
  }

  private Review audited(AuditRequest request, Reviewing reviewing, Engine engine, Console console)
      throws UsageException, IOException {
    if (!withFixes) {
      return Review.of(reviewing.levelled(AuditRun.of(request, engine, console)));
    }
    Patching.Result result =
        AuditRun.patched(request, finding -> true, StrategyName.MAPPING, 0, engine, console);
    return Review.of(reviewing.levelled(result.reported())).mendedBy(result.series());
  }

  private static Review finished(Review review, Reviewing reviewing, Optional<Baseline> known) {
    Review compared = known.map(reviewing::comparable).map(review::against).orElse(review);
    return compared.waivedBy(
        reviewing.settings().waivers(), LocalDate.now(), reviewing.request().isWhole());
  }
}
