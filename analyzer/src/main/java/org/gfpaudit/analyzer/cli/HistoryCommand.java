package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.git.GitRepository;
import org.gfpaudit.analyzer.history.History;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonTimeline;
import org.gfpaudit.reports.plot.TimelinePlot;
import org.gfpaudit.reports.text.TimelineReport;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Timeline;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code history}: when the findings of a repository came and went. */
@CommandLine.Command(
    name = "history",
    modelTransformer = HiddenRevision.class,
    sortOptions = false,
    description = {
      "Say when findings came and went, and by whom.",
      "It audits all revisions between two: when each finding appeared, with which "
          + "commit it went, and who wrote that commit. Merges are one step, for first "
          + "parents are followed."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {
      "0:The history was written.",
      ExitStatus.USAGE_MEANS,
      ExitStatus.INCOMPLETE_MEANS
    },
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: table (default), json, svg (a timeline). A revision costs the",
      "files that it changed; it is audited only where these are part of what the",
      "last audit used.",
      "",
      "Examples:",
      "  gfpaudit history v6.1..v6.12 --tree ~/linux.git",
      "  gfpaudit history v6.1 fs/ext4 --format table --format svg --output h.svg"
    })
final class HistoryCommand implements Command {
  private static final String TO = "..";

  @Parameters(
      index = "0",
      paramLabel = "RANGE",
      description = {
        "The revisions: REV1..REV2, or REV for REV..HEAD.",
        "REV1 itself is where it starts."
      })
  String range;

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "Report only these files or directories of the tree.",
        "Callers elsewhere in the tree still count: a PATH narrows what is reported, "
            + "never what is analysed."
      })
  List<String> paths = new ArrayList<>();

  @Mixin OutputOptions outputs;
  @Mixin LevelOption level;
  @Mixin TreeOptions tree;
  @Mixin BuildOptions build;
  @Mixin RuleOptions rules;
  @Mixin CommonOptions common;

  @Override
  public List<String> formats() {
    return List.of("table", "json", "svg");
  }

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    Style style = common.style(console);
    Optional<Level> least = level.least();
    tree.requireOneVersion();
    tree.requireNoRevision("history takes the revisions as REV1..REV2");
    int dots = range.indexOf(TO);
    String first = dots < 0 ? range : range.substring(0, dots);
    String end = dots < 0 ? "" : range.substring(dots + TO.length());
    String last = end.isEmpty() ? "HEAD" : end;
    if (first.isEmpty() || last.startsWith(".") || last.contains(TO)) {
      throw new UsageException("history takes REV1..REV2 or REV, not '" + range + "'");
    }
    Map<String, Deliveries.Format<Timeline>> formats = new HashMap<>();
    formats.put("table", isOut -> new TimelineReport(isOut ? style : Style.PLAIN)::write);
    formats.put("json", isOut -> new JsonTimeline(Version.text())::write);
    formats.put("svg", isOut -> TimelinePlot::write);
    var plan = Deliveries.plan(outputs.outputs(formats()), formats, console);

    try (TreeSelection selection = tree.selectRevision(last, paths, console)) {
      GitRepository repository =
          GitRepository.of(selection.base())
              .orElseThrow(() -> new UsageException(selection.base() + " is in no repository"));
      String from = TreeFinder.commit(repository, first);
      String to = TreeFinder.commit(repository, last);
      if (!repository.isAncestor(from, to)) {
        throw new UsageException(
            "'"
                + first
                + "' is no ancestor of '"
                + last
                + "', so there is no history from the one to the other");
      }
      AuditRequest request =
          build
              .narrowed(tree.request(selection, console), selection, console)
              .withRules(rules.rules(selection.settings()))
              .to(Depth.GUARDS);
      Reviewing reviewing = new Reviewing(request, selection.settings());
      Timeline timeline;
      try {
        timeline =
            History.run(
                request,
                new History.Wanted(
                    new LossesOverTime(reviewing)::known,
                    result -> !Failures.areAny(result.problems(), tree.isStrict)),
                repository,
                new History.Range(from, to, first + TO + last, repository.countBetween(from, to)));
      } finally {
        console.endProgress();
      }
      boolean isWhole = plan.deliver(least.map(timeline::atLeast).orElse(timeline), console);
      boolean isComplete =
          timeline.revisions().stream()
              .noneMatch(revision -> revision.state() == Timeline.State.INCOMPLETE);
      if (!isComplete) {
        console.say("some audits are incomplete; 'gfpaudit check REV' says what is wrong with one");
      }
      return isWhole && isComplete ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
    }
  }
}
