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
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
      "  gfpaudit history v6.1 fs/ext4 --format table --format svg --output h.svg",
      "  gfpaudit history v5.10..v6.12 --shard 2/8 --output 2.shard",
      "  gfpaudit history merge *.shard --format json"
    })
final class HistoryCommand implements Command {
  @Parameters(
      index = "0",
      paramLabel = "RANGE",
      description = {
        "The revisions: REV1..REV2, or REV for REV..HEAD.",
        "REV1 itself is where it starts. 'merge' makes one history of shards that PATHs " + "name."
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

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      description = {
        "Audit only the K-th of N parts of the revisions.",
        "Several machines share a long history so. What is written can only be read by "
            + "'history merge', which writes the bytes that one run over all would write."
      })
  Optional<String> shard = Optional.empty();

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
    tree.requireOneVersion();
    tree.requireNoRevision("history takes the revisions as REV1..REV2");
    HistoryParts parts = HistoryParts.of(range, paths, shard, console);
    Optional<Level> least = level.least();
    Map<String, Deliveries.Format<HistorySteps>> formats = new HashMap<>();
    formats.put(
        "table",
        isOut ->
            (steps, out) ->
                new TimelineReport(isOut ? style : Style.PLAIN).write(steps.timeline(), out));
    formats.put(
        "json",
        isOut -> (steps, out) -> new JsonTimeline(Version.text()).write(steps.timeline(), out));
    formats.put("svg", isOut -> (steps, out) -> TimelinePlot.write(steps.timeline(), out));
    formats.put("shard", isOut -> HistorySteps::writeShard);
    var written = outputs.outputs(shard.isPresent() ? List.of("shard") : formats());
    var plan = Deliveries.plan(written, formats, console);

    try (TreeSelection selection = tree.selectRevision(parts.last(), parts.paths(), console)) {
      GitRepository repository =
          GitRepository.of(selection.base())
              .orElseThrow(
                  () ->
                      new UsageException(
                          "history needs a git repository"
                              + GitRepository.whyNone(selection.base())));
      AuditRequest request =
          build
              .narrowed(tree.request(selection, console), selection, console)
              .withRules(rules.rules(selection.settings()))
              .to(Depth.GUARDS);
      Reviewing reviewing = new Reviewing(request, selection.settings());
      HistorySteps steps =
          new HistorySteps(parts.share(request), shard.isPresent(), reviewing, least);
      if (parts.isMerge()) {
        parts.tell(request, steps);
      } else {
        audit(parts, new Audits(request, repository), steps, console);
      }
      boolean isWhole = plan.deliver(steps, console);
      if (!steps.areComplete()) {
        console.say("some audits are incomplete; 'gfpaudit check REV' says what is wrong with one");
      }
      return isWhole && steps.areComplete() ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
    }
  }

  /** What the audits of a history take. */
  private record Audits(AuditRequest request, GitRepository repository) {}

  private void audit(HistoryParts parts, Audits audits, HistorySteps steps, Console console)
      throws UsageException, IOException {
    GitRepository repository = audits.repository();
    String from = TreeFinder.commit(repository, parts.first());
    String to = TreeFinder.commit(repository, parts.last());
    if (!repository.isAncestor(from, to)) {
      throw new UsageException(
          "'"
              + parts.first()
              + "' is no ancestor of '"
              + parts.last()
              + "', so there is no history from the one to the other");
    }
    History.Wanted wanted =
        new History.Wanted(
            steps::seen, result -> !Failures.areAny(result.problems(), tree.isStrict), steps::add);
    try {
      History.run(audits.request(), wanted, repository, parts.revisions(repository, from, to));
    } finally {
      console.endProgress();
    }
  }
}
