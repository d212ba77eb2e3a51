package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.patch.Patching;
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
    description = "Writes patches for findings; each is proven by a second audit.",
    footerHeading = "%nNotes%n",
    footer = {
      "Strategies: mapping constrains the mask where it is bound, the smallest change;",
      "scope puts a NOFS or NOIO scope around the call, for a lock that is held;",
      "argument hands the mask down from the callers; unrestrict only says which",
      "restriction would have to go; auto takes the first of these that can be right.",
      "",
      "Why there is no patch for a finding is said on standard error. Nothing is sent.",
      "",
      "Exit status: 0 done, 2 usage, or no such finding, 3 the audit failed.",
      "",
      "Examples:",
      "  gfpaudit patch --tree ~/linux --output series",
      "  gfpaudit patch G1a2b3c4d --tree ~/linux | git -C ~/linux am",
      "  gfpaudit patch --tree ~/linux --apply"
    })
final class PatchCommand implements Command {
  private static final Pattern ID = Pattern.compile("[Gg]\\p{XDigit}{8}");

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Findings to mend; else all from --level on.")
  List<String> ids = new ArrayList<>();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      order = 1,
      description = "How; see below (mapping).")
  String strategy = "mapping";

  @Option(
      names = "--most-callers",
      paramLabel = "N",
      order = 1,
      description = "argument: how many other functions may change (10).")
  String mostCallers = "10";

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      order = 1,
      description = "error or warning: the least level that is mended (warning).")
  String level = "warning";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      order = 2,
      description = "One file for each patch in this directory, for git am.")
  String output;

  @Option(
      names = "--stdout",
      order = 2,
      description = "One mailbox on standard output; the default.")
  boolean isPrinted;

  @Option(
      names = "--apply",
      order = 2,
      description = "Change the tree itself: a git work tree without other changes.")
  boolean isApplied;

  @Option(
      names = "--from",
      paramLabel = "PERSON",
      order = 2,
      description = "'Name <address>' the mails are from; else as git would have it.")
  String from;

  @Option(
      names = "--maintainers",
      paramLabel = "HOW",
      order = 2,
      description = "Who they are for: by the tree's script, its file, or none (script).")
  String maintainers = "script";

  @Mixin TreeOptions tree;
  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    StrategyName name = strategyName();
    Level least = new Choice<>("--level", levels()).of(level);
    PatchMail.Source source =
        new Choice<>("--maintainers", PatchMail.Source.words()).of(maintainers);
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
    Set<String> wanted = wantedIds();
    tree.requireOneVersion();
    common.style(console);
    TreeSelection selection = tree.select(List.of(), console);
    Optional<PatchDirectory> directory =
        output == null
            ? Optional.empty()
            : Optional.of(PatchDirectory.at(console.surroundings().workingDirectory(), output));
    AppliedPatches target = new AppliedPatches(selection.root());
    if (isApplied) {
      target.requireGit();
    }
    Predicate<Finding> isWanted =
        finding ->
            wanted.isEmpty() ? finding.level().isAtLeast(least) : wanted.contains(finding.id());
    Patching.Result result =
        AuditRun.patched(
            tree.request(selection, console), isWanted, name, callers, engine, console);
    requireKnown(wanted, result);
    sayRefusals(result.series(), console);
    PatchMail mail = new PatchMail(selection.root(), Optional.ofNullable(from), source);
    deliver(result.series(), mail, directory, target, console);
    return Failures.areSevere(result.audit().problems(), console)
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  private StrategyName strategyName() throws UsageException {
    Map<String, StrategyName> names = new LinkedHashMap<>();
    for (StrategyName each : StrategyName.values()) {
      names.put(each.word(), each);
    }
    return new Choice<>("--strategy", names).of(strategy);
  }

  private static Map<String, Level> levels() {
    Map<String, Level> levels = new LinkedHashMap<>();
    levels.put(Level.ERROR.word(), Level.ERROR);
    levels.put(Level.WARNING.word(), Level.WARNING);
    return levels;
  }

  private Set<String> wantedIds() throws UsageException {
    Set<String> wanted = new TreeSet<>();
    for (String id : ids) {
      if (!ID.matcher(id).matches()) {
        throw new UsageException("'" + id + "' is no id such as G1a2b3c4d; 'check' shows them");
      }
      wanted.add("G" + id.substring(1).toLowerCase(Locale.ROOT));
    }
    return wanted;
  }

  private static void requireKnown(Set<String> wanted, Patching.Result result)
      throws UsageException {
    Set<String> unknown = new TreeSet<>(wanted);
    result.audit().findings().forEach(finding -> unknown.remove(finding.id()));
    if (!unknown.isEmpty()) {
      throw new UsageException(
          "no finding "
              + String.join(", ", unknown)
              + " in this tree; ids hold for one tree, 'check' lists them");
    }
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

  private static void deliver(
      PatchSeries series,
      PatchMail mail,
      Optional<PatchDirectory> directory,
      AppliedPatches target,
      Console console)
      throws UsageException, IOException {
    int mended = series.patches().stream().mapToInt(p -> findings(p.fixes())).sum();
    String count =
        mended
            + (mended == 1 ? " finding" : " findings")
            + " mended, "
            + series.refusals().size()
            + " left";
    if (directory.isEmpty() && target.isWanted()) {
      target.write(series);
      console.say(count + "; 'git diff' shows the changes");
      return;
    }
    SeriesReport report = new SeriesReport(Version.text(), patch -> mail.of(patch, series));
    Map<String, byte[]> mails = report.mails(series);
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
      if (!entry.getKey().startsWith("0000-")) {
        console.print(entry.getValue());
      }
    }
    console.say(count);
  }

  private static int findings(List<Fix> fixes) {
    return fixes.stream().mapToInt(fix -> fix.findings().size()).sum();
  }
}
