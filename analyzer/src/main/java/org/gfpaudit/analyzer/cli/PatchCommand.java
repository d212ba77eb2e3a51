package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.patch.Wanted;
import org.gfpaudit.reports.series.SeriesReport;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.PatchSeries;
import org.gfpaudit.rules.fix.StrategyName;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patch}: changes for findings, as mails or in place. */
@CommandLine.Command(
    name = "patch",
    modelTransformer = HiddenRevision.class,
    sortOptions = false,
    description = {
      "Write patches for findings, each proven by an audit.",
      "The result is a series for 'git am', or the changed tree. A finding without a "
          + "patch has its reason on standard error. Nothing is ever sent."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {
      "0:The patches were written; a finding without one has its reason.",
      ExitStatus.NOTHING_MEANS,
      ExitStatus.INCOMPLETE_MEANS
    },
    footerHeading = "%nNotes%n",
    footer = {
      "The strategy mapping constrains the mask where it is bound, which is the",
      "smallest change; scope puts a NOFS or NOIO scope around the call, for a",
      "lock that is held; argument hands the mask down from the callers;",
      "unrestrict only says which restriction would have to go; auto takes the",
      "first of these that can be right.",
      "Examples:",
      "  gfpaudit patch --tree ~/linux --output series",
      "  gfpaudit patch ID --tree ~/linux | git -C ~/linux am",
      "  gfpaudit patch --tree ~/linux --apply",
      "  gfpaudit patch --tree ~/linux --since v6.11"
    })
final class PatchCommand implements Command {
  @Parameters(
      paramLabel = Targets.LABEL,
      arity = "0..*",
      description = {
        "Mend these findings; by default all from --level on.",
        "A TARGET is an id or its beginning, FILE:LINE, FUNCTION, FILE:FUNCTION or FILE."
      })
  List<String> ids = new ArrayList<>();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      completionCandidates = Candidates.Strategies.class,
      order = 1,
      description = {
        "Mend by this strategy (default: mapping).",
        "The strategies are mapping, scope, argument, unrestrict and auto."
      })
  String strategy = "mapping";

  @Option(
      names = "--most-callers",
      paramLabel = "N",
      order = 1,
      description = {
        "Change at most N other functions (default: 10).",
        "This is for the strategy 'argument'."
      })
  String mostCallers = "10";

  @Option(
      names = "--since",
      paramLabel = "REV",
      order = 1,
      description = {
        "Put back what kept reclaim out at REV.",
        "Only what rule protection-dropped finds against that commit is mended."
      })
  String since;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      order = 2,
      description = {
        "Write a file for each patch, for 'git am', into DIR.",
        "The patches of different subsystems do not depend on each other."
      })
  String output;

  @Option(
      names = "--stdout",
      order = 2,
      description = "Print all patches as one mailbox; this is the default.")
  boolean isPrinted;

  @Option(
      names = "--apply",
      order = 2,
      description = {
        "Change the files of the tree instead.",
        "It must be a git work tree, and the files must have no other changes."
      })
  boolean isApplied;

  @Option(
      names = "--from",
      paramLabel = "PERSON",
      order = 2,
      description = {
        "Write 'Name <address>' as the author of the mails.",
        "Without it, the author is the one that 'git config' names."
      })
  String from;

  @Option(
      names = "--by",
      paramLabel = "HOW",
      completionCandidates = Candidates.Mails.class,
      order = 2,
      description = {
        "Mail by subsystem (default), or the whole tree.",
        "By 'subsystem' the patches of each go to its own people, several under a cover letter. "
            + "By 'tree' all are one series with a cover letter to all of them."
      })
  String by = "subsystem";

  @Option(
      names = "--maintainers",
      paramLabel = "HOW",
      completionCandidates = Candidates.Maintainers.class,
      order = 2,
      description = {
        "Find recipients by file (default), script or none.",
        "With 'file' the tree's file MAINTAINERS is read. With 'script' a program of the tree "
            + "is run, 'perl scripts/get_maintainer.pl', with your rights: only for a tree that "
            + "you trust. Where that does not work the file is read."
      })
  String maintainers = "file";

  @Mixin LevelOption level;
  @Mixin TreeOptions tree;
  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    StrategyName name = strategyName();
    Level least = level.least().orElse(Level.WARNING);
    PatchMail.Source source =
        new Choice<>("--maintainers", PatchMail.Source.words()).of(maintainers);
    boolean isOneSeries = new Choice<>("--by", ways()).of(by);
    if (!mostCallers.matches("\\d{1,6}")) {
      throw new UsageException("--most-callers takes a number, not '" + mostCallers + "'");
    }
    int callers = Integer.parseInt(mostCallers);
    if ((isApplied ? 1 : 0) + (isPrinted ? 1 : 0) + (output == null ? 0 : 1) > 1) {
      throw new UsageException("give one of --output, --stdout and --apply");
    }
    if (from != null && !from.matches("[^<>\\p{Cntrl}]+ <[^<>@\\s]+@[^<>@\\s]+>")) {
      throw new UsageException("--from takes 'Name <address>', not '" + from + "'");
    }
    Targets targets = new Targets(ids);
    tree.requireOneVersion();
    common.style(console);
    TreeSelection selection = tree.select(targets.files(), console);
    PatchMail mail = new PatchMail(selection.root(), Optional.ofNullable(from), source);
    Optional<PatchDirectory> directory =
        output == null
            ? Optional.empty()
            : Optional.of(PatchDirectory.at(console.surroundings().workingDirectory(), output));
    Optional<AppliedPatches> target =
        isApplied ? Optional.of(AppliedPatches.at(selection.root())) : Optional.empty();
    Path here = console.surroundings().workingDirectory();
    Predicate<Finding> findings =
        targets.isEmpty()
            ? finding -> finding.level().isAtLeast(least)
            : targets.in(selection, here);
    Wanted wanted = new Wanted(findings, !targets.isEmpty(), name, callers);
    Patching.Result result = patched(wanted, selection, engine, console);
    targets.requireKnown(
        result.audit(), selection, here, /* areRowsEnough= */ false, /* hint= */ "");
    sayRefusals(result.series(), console);
    deliver(result.series(), mails(result.series(), mail, isOneSeries), directory, target, console);
    return Failures.areSevere(result.audit().problems(), tree.isStrict, console)
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  private Patching.Result patched(
      Wanted wanted, TreeSelection selection, Engine engine, Console console)
      throws UsageException, IOException {
    AuditRequest request =
        tree.request(selection, console).withRules(RuleOptions.bySettings(selection.settings()));
    if (since == null) {
      return AuditRun.patched(request, wanted, engine, console);
    }
    try (Since changes = Since.of(since, selection)) {
      Reviewing reviewing = new Reviewing(request, selection.settings());
      return reviewing.putBack(wanted, changes.before(), engine, console);
    }
  }

  /** Whether all patches are one series, by the words for it. */
  static Map<String, Boolean> ways() {
    Map<String, Boolean> ways = new LinkedHashMap<>();
    ways.put("subsystem", false);
    ways.put("tree", true);
    return ways;
  }

  private StrategyName strategyName() throws UsageException {
    Map<String, StrategyName> names = new LinkedHashMap<>();
    for (StrategyName each : StrategyName.values()) {
      names.put(each.word(), each);
    }
    return new Choice<>("--strategy", names).of(strategy);
  }

  private static void sayRefusals(PatchSeries series, Console console) {
    series
        .refusals()
        .forEach(
            refusal ->
                console.say(
                    "no patch for "
                        + refusal.finding().id()
                        + " ("
                        + refusal.finding().place().fileAndLine()
                        + "): "
                        + refusal.reason()));
  }

  private static Supplier<Map<String, byte[]>> mails(
      PatchSeries series, PatchMail mail, boolean isOneSeries) {
    SeriesReport report = new SeriesReport(Version.text(), patch -> mail.of(patch, series));
    return () -> report.mails(series, isOneSeries);
  }

  private static void deliver(
      PatchSeries series,
      Supplier<Map<String, byte[]>> written,
      Optional<PatchDirectory> directory,
      Optional<AppliedPatches> target,
      Console console)
      throws UsageException, IOException {
    int mended = series.patches().stream().mapToInt(p -> findings(p.fixes())).sum();
    String count =
        mended
            + (mended == 1 ? " finding" : " findings")
            + " mended, "
            + series.refusals().size()
            + " left";
    if (directory.isEmpty() && target.isPresent()) {
      target.get().write(series);
      console.say(count + (mended == 0 ? "" : "; 'git diff' shows the changes"));
      return;
    }
    Map<String, byte[]> mails = written.get();
    if (directory.isPresent()) {
      directory.get().write(mails);
      String how = series.hasCarriageReturns() ? "git am --keep-cr" : "git am";
      String files = directory.get().name() + "/*.patch";
      console.say(
          mails.isEmpty()
              ? count
              : count + "; apply with '" + how + " --empty=drop " + files + "'");
      return;
    }
    for (Map.Entry<String, byte[]> entry : mails.entrySet()) {
      // A cover letter changes nothing, and git am stops at what changes nothing.
      if (!SeriesReport.isCover(entry.getKey())) {
        console.print(entry.getValue());
      }
    }
    console.say(count);
  }

  private static int findings(List<Fix> fixes) {
    return fixes.stream().mapToInt(fix -> fix.findings().size()).sum();
  }
}
