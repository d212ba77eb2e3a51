package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Causes;
import org.gfpaudit.analyzer.driver.Losses;
import org.gfpaudit.analyzer.driver.TextLines;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.html.DifferencePage;
import org.gfpaudit.reports.json.JsonDifference;
import org.gfpaudit.reports.text.DifferenceReport;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.Difference;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Lines;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: what is new, fixed and moved between two states of a tree. */
@CommandLine.Command(
    name = "diff",
    modelTransformer = HiddenRevision.class,
    sortOptions = false,
    description = {
      "Compare two trees, revisions or files of results.",
      "It says which findings are new, fixed and moved, and of each new finding what "
          + "changed on the way of its mask: the caller, the macro, the field."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {
      "0:No new finding is at or above the level of --fail-on.",
      "1:There are such findings.",
      ExitStatus.USAGE_MEANS,
      ExitStatus.INCOMPLETE_MEANS
    },
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: text (default), json, html.",
      "",
      "Examples:",
      "  gfpaudit diff v6.1 v6.12 --tree ~/linux.git",
      "  gfpaudit diff ~/linux-6.1 ~/linux-6.12 fs/ext4",
      "  gfpaudit diff yesterday.json today.json --format json"
    })
final class DiffCommand implements Command {
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = {
        "The older tree, commit or file.",
        "A directory is a tree; else it is a commit of the repository of --tree (or of "
            + "here), or a file that 'check --format json' or 'baseline write' wrote."
      })
  String older;

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer tree, commit or file.")
  String newer;

  @Parameters(
      index = "2..*",
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "Report only these files or directories of the tree.",
        "Callers elsewhere in the tree still count: a PATH narrows what is reported, "
            + "never what is analysed."
      })
  List<String> paths = new ArrayList<>();

  @Mixin OutputOptions outputs;
  @Mixin TreeOptions tree;
  @Mixin RuleOptions rules;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      completionCandidates = Candidates.FailOn.class,
      order = 6,
      description = {
        "Fail at error, warning (default), note or never.",
        "New findings of this level or above make the exit status 1."
      })
  String failOn = "warning";

  @Mixin CommonOptions common;

  @Override
  public List<String> formats() {
    return List.of("text", "json", "html");
  }

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    Optional<Level> least = new Choice<>("--fail-on", LevelOption.failing()).of(failOn);
    Style style = common.style(console);
    tree.requireOneVersion();
    tree.requireNoRevision("diff takes the revisions as OLD and NEW");
    Map<String, Deliveries.Format<Difference>> formats = new HashMap<>();
    formats.put("text", isOut -> new DifferenceReport(isOut ? style : Style.PLAIN)::write);
    formats.put("json", isOut -> new JsonDifference(Version.text())::write);
    formats.put("html", isOut -> new DifferencePage(Version.text())::write);
    var plan = Deliveries.plan(outputs.outputs(formats()), formats, console);

    List<TreeSelection> opened = new ArrayList<>();
    try {
      // Both are looked for before the first, long audit.
      Source before = source(older, opened, console);
      Source now = source(newer, opened, console);
      DiffSide old = before.read(engine, console);
      DiffSide current = now.read(engine, console);
      Difference difference = compared(old, current, console);
      boolean isWhole = plan.deliver(difference, console);
      if (Failures.areSevere(problems(old, current), tree.isStrict, console) || !isWhole) {
        return ExitStatus.INCOMPLETE;
      }
      boolean isFailure =
          difference.appeared().stream()
              .anyMatch(each -> least.filter(l -> each.finding().level().isAtLeast(l)).isPresent());
      return isFailure ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    } finally {
      opened.forEach(TreeSelection::close);
    }
  }

  /** Something that will be one side of the comparison. */
  @FunctionalInterface
  private interface Source {
    DiffSide read(Engine engine, Console console) throws UsageException, IOException;
  }

  private Source source(String name, List<TreeSelection> opened, Console console)
      throws UsageException, IOException {
    Path place = TreePaths.path(console.surroundings().workingDirectory(), name);
    if (Files.isRegularFile(place)) {
      Baseline remembered =
          BaselineFile.read("diff", name, console.surroundings().workingDirectory());
      Baseline narrowed =
          new Baseline(
              name,
              remembered.findings().stream().filter(this::isInPaths).toList(),
              remembered.guards());
      return (engine, say) -> DiffSide.of(narrowed);
    }
    TreeSelection selection =
        Files.isDirectory(place)
            ? tree.selectDirectory(name, paths, console)
            : tree.selectRevision(name, paths, console);
    opened.add(selection);
    AuditRequest request =
        tree.request(selection, console)
            .withRules(rules.rules(selection.settings()))
            .to(Depth.GUARDS);
    return (engine, say) -> {
      AuditResult result = AuditRun.of(request, engine, say);
      Reviewing reviewing = new Reviewing(request, selection.settings());
      return DiffSide.of(selection.tree(), reviewing.levelled(result), reviewing.losses());
    };
  }

  private boolean isInPaths(KnownFinding finding) {
    return isInPaths(finding.place().file());
  }

  private boolean isInPaths(String file) {
    return paths.isEmpty()
        || paths.stream().anyMatch(path -> file.equals(path) || file.startsWith(path + "/"));
  }

  /** The difference, with what the newer side lacks of what kept reclaim out in the older. */
  private Difference compared(DiffSide old, DiffSide current, Console console) {
    Losses losses =
        Stream.of(current, old)
            .flatMap(side -> side.audited().stream())
            .findFirst()
            .map(DiffSide.Audited::losses)
            .orElseGet(
                () ->
                    new Losses(
                        true,
                        Knowledge.shipped(),
                        flagged -> isInPaths(flagged.place().file()),
                        UnaryOperator.identity()));
    Optional<Guards> then = old.findings().guards();
    Optional<Guards> now = current.findings().guards();
    if (!losses.isAsked()) {
      return difference(old, current);
    }
    if (then.isEmpty() || now.isEmpty()) {
      console.say(
          "'"
              + (then.isEmpty() ? old : current).findings().name()
              + "' does not say what reclaim might do then, so nothing can be said of what was"
              + " taken away; 'gfpaudit baseline write FILE' writes one that does");
      return difference(old, current);
    }
    Lines lines =
        old.audited().isPresent() && current.audited().isPresent()
            ? new TextLines(old.audited().get().tree(), current.audited().get().tree())
            : Lines.UNKNOWN;
    return difference(
        old.with(losses.regained(then.get(), now.get(), lines)),
        current.lacking(losses.found(then.get(), now.get(), lines)));
  }

  private static Difference difference(DiffSide old, DiffSide current) {
    Map<KnownFinding, Finding> findings = current.inFull();
    Function<KnownFinding, Finding> full = known -> Objects.requireNonNull(findings.get(known));
    Optional<Causes> causes =
        old.audited()
            .flatMap(
                before ->
                    current
                        .audited()
                        .map(now -> new Causes(before.tree(), now.tree(), before.result())));
    Baseline.Comparison<KnownFinding> comparison =
        old.findings()
            .compare(
                current.findings().findings(),
                Function.identity(),
                known -> causes.map(each -> each.lineBefore(full.apply(known))).orElse(0));
    List<Difference.Appeared> appeared =
        comparison.fresh().stream()
            .map(
                known ->
                    new Difference.Appeared(
                        known, causes.map(each -> each.of(full.apply(known))).orElse(List.of())))
            .toList();
    List<Difference.Moved> moved =
        comparison.known().stream()
            .filter(match -> !isSamePlace(match))
            .map(match -> new Difference.Moved(match.now(), match.before()))
            .toList();
    return new Difference(
        old.findings().name(),
        current.findings().name(),
        appeared,
        comparison.gone(),
        new Difference.Kept(
            comparison.changed().stream()
                .map(match -> new Difference.Moved(match.now(), match.before()))
                .toList(),
            moved,
            comparison.known().size() - moved.size()));
  }

  private static boolean isSamePlace(Baseline.Match<KnownFinding> match) {
    return match.now().place().fileAndLine().equals(match.before().place().fileAndLine());
  }

  private static List<Problem> problems(DiffSide old, DiffSide current) {
    List<Problem> problems = new ArrayList<>();
    for (DiffSide side : List.of(old, current)) {
      side.audited().ifPresent(audited -> problems.addAll(audited.result().problems()));
    }
    return problems;
  }
}
