package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.reports.catalog.FindingsFormat;
import org.gfpaudit.reports.format.SourceUrl;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.SeriesReview;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: the findings. */
@CommandLine.Command(
    name = "check",
    modelTransformer = FormatsInHelp.class,
    sortOptions = false,
    description = {
      "Report the calls whose mask ignores the mapping.",
      "Each finding comes with the way of its mask and the evidence for it. With "
          + "--baseline or --since, new findings are told from known ones."
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
      "Examples:",
      "  gfpaudit check fs/ext4 --since origin/master --format sarif -o out.sarif"
    })
final class CheckCommand implements Command {
  private static final int MOST_REMARKS = 20;

  /** The format that suggests waivers. */
  private static final String TEXT = FindingsFormat.TEXT.word();

  /** The format that links the code. */
  private static final String HTML = FindingsFormat.HTML.word();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "Report only these files or directories of the tree.",
        "Callers elsewhere in the tree still count: a PATH narrows what is reported, "
            + "never what is analysed. The first may be a commit, as with --rev."
      })
  List<String> paths = new ArrayList<>();

  @Mixin OutputOptions outputs;
  @Mixin LevelOption level;

  @Option(
      names = {"-v", "--verbose"},
      order = 2,
      description = {
        "Show notes in text too, as other formats do.",
        "It means '--level note'. Text is what people read, so notes are counted there and not "
            + "shown; every other format has all findings unless --level is given."
      })
  boolean isVerbose;

  @Mixin TreeOptions tree;
  @Mixin BuildOptions build;
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
  String failOn;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      order = 6,
      description = {
        "Take the findings in FILE as known: they do not fail.",
        "'baseline write' makes such a file, and a report of 'check --format json' is "
            + "one as well. Findings of the file that are gone are reported as fixed."
      })
  String baseline;

  @Option(
      names = "--since",
      paramLabel = "REV",
      order = 6,
      description = {
        "Report only findings that came since this commit.",
        "These are the findings at lines that changed, and those that are new because "
            + "something changed elsewhere. What git does not know yet counts as changed."
      })
  String since;

  @Option(
      names = "--patch",
      paramLabel = "FILE",
      arity = "1..*",
      order = 6,
      description = {
        "Report what patches bring; apply them in memory only.",
        "A FILE is what 'git format-patch' writes, an mbox, a maildir, a plain diff, or '-' for "
            + "standard input; it may be packed by gzip. Each finding names the patch that brings "
            + "it. A PATH stands before this option. The format 'reply' writes the answers that a "
            + "reviewer would send."
      })
  List<String> patches = new ArrayList<>();

  @Option(
      names = "--suggest-waivers",
      order = 6,
      description = {
        "Show with each finding the waiver that lets it stay.",
        "It is an entry for 'waivers' in .gfpaudit.yml, and waits for your reason. Text shows it."
      })
  boolean suggestsWaivers;

  @Option(
      names = "--fixes",
      order = 6,
      description = {
        "Prove fixes as 'patch' does, and add them.",
        "The formats sarif, rdjsonl and html show them. It costs a second audit."
      })
  boolean withFixes;

  @Option(
      names = "--source-url",
      paramLabel = "URL",
      completionCandidates = Candidates.SourceUrls.class,
      order = 6,
      description = {
        "Link the code of html to elixir, cgit or this address.",
        "An address has {file} in it, and {line} and {rev} where it needs them, as in "
            + "'https://git.example.org/linux/{file}?h={rev}#n{line}'. {rev} is the revision of "
            + "--rev, else the release that the tree says it is."
      })
  String sourceUrl;

  // Main reads this word as well: a command line that cannot be parsed fails a bisection too.
  @Option(
      names = Main.BISECT,
      order = 11,
      description = {
        "Exit as 'git bisect run' needs it.",
        "The exit status is 125 where it would be 2 or 3, and PATHs may be missing."
      })
  boolean isBisected;

  @Mixin CommonOptions common;

  @Override
  public List<String> formats() {
    return List.of(SeriesFormats.names());
  }

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    Optional<Level> given = failOn == null ? Optional.empty() : failing(failOn);
    Optional<Level> shown = level.least();
    if (isVerbose && shown.isPresent()) {
      throw new UsageException("give one of -v and --level; -v means --level note");
    }
    Optional<Level> reported = isVerbose ? Optional.of(Level.NOTE) : shown;
    Style style = common.style(console);
    var wanted = outputs.outputs(formats());
    checkPatches(wanted);
    if (suggestsWaivers && wanted.stream().noneMatch(each -> each.format().equals(TEXT))) {
      throw new UsageException("--suggest-waivers is for --format text");
    }
    SourceUrl urls = urls(wanted);
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
          failOn == null ? failing(settings.failOn().orElse(Level.WARNING.word())) : given;
      var asked =
          build
              .narrowed(tree.request(selection, console), selection, console)
              .withRules(rules.rules(settings))
              .to(depth(wanted, settings));
      AuditRequest request = withFixes ? asked.oneOfSeveral() : asked;
      Optional<Baseline> known = baseline(settings, console);
      Optional<PatchedTrees> patched =
          patches.isEmpty()
              ? Optional.empty()
              : Optional.of(PatchedTrees.of(patches, selection, console));
      if (patched.isPresent() && patched.get().series().isEmpty()) {
        console.say("no patch applies, so nothing is audited");
        return ExitStatus.INCOMPLETE;
      }
      var reporting =
          new Reporting(
              style,
              least,
              reported,
              suggestsWaivers,
              selection.seenFrom(console.surroundings().workingDirectory()),
              selection.revision().map(each -> urls.at(each.name())).orElse(urls));
      AuditRequest after = patched.map(trees -> request.of(trees.last())).orElse(request);
      var plan =
          Deliveries.plan(wanted, SeriesFormats.of(after.target(), selection, reporting), console);
      var comparison =
          new Comparison(
              selection, new Reviewing(request, settings), known, withFixes, engine, console);
      SeriesReview series =
          patched.isPresent()
              ? comparison.withPatches(patched.get())
              : new SeriesReview(
                  since == null ? comparison.withKnown() : comparison.with(since), List.of());
      Review review = series.review();
      boolean isWhole = plan.deliver(series, console);
      review.remarks().stream()
          .limit(MOST_REMARKS)
          .forEach(
              remark -> console.say(remark.file() + ":" + remark.line() + ": " + remark.message()));
      if (review.remarks().size() > MOST_REMARKS) {
        console.say(
            (review.remarks().size() - MOST_REMARKS)
                + " more remarks about waivers; '--format json' has them all");
      }
      boolean areAllApplied = patched.map(PatchedTrees::isWhole).orElse(true);
      if (Failures.areSevere(review.audit().problems(), tree.isStrict, console)
          || !isWhole
          || !areAllApplied) {
        return ExitStatus.INCOMPLETE;
      }
      return least.filter(review::hasNew).isPresent() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }
  }

  /** How far an audit has to go: what nobody compares or writes down is not looked for. */
  private Depth depth(List<OutputOptions.Output> wanted, Settings settings) {
    boolean isCompared =
        since != null || !patches.isEmpty() || baseline != null || settings.baseline().isPresent();
    boolean saysAll = wanted.stream().anyMatch(each -> each.format().equals(HTML));
    return isCompared || saysAll || OutputOptions.haveJson(wanted) ? Depth.GUARDS : Depth.FINDINGS;
  }

  /** Where the code can be read, for the one format that links it. */
  private SourceUrl urls(List<OutputOptions.Output> wanted) throws UsageException {
    if (sourceUrl == null) {
      return SourceUrl.NONE;
    }
    SourceUrl urls;
    try {
      urls = SourceUrl.of(sourceUrl);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--source-url: " + e.getMessage());
    }
    if (wanted.stream().noneMatch(each -> each.format().equals(HTML))) {
      throw new UsageException("--source-url is for --format html");
    }
    return urls;
  }

  private void checkPatches(List<OutputOptions.Output> wanted) throws UsageException {
    boolean isAnswer = wanted.stream().anyMatch(each -> each.format().equals(SeriesFormats.REPLY));
    if (isAnswer && patches.isEmpty()) {
      throw new UsageException("--format reply answers patches: name them with --patch");
    }
    if (!patches.isEmpty() && since != null) {
      throw new UsageException(
          "--patch and --since exclude each other; --rev says what the patches are applied to");
    }
    if (!patches.isEmpty()) {
      tree.requireOneVersion();
    }
  }

  private static Optional<Level> failing(String word) throws UsageException {
    return new Choice<>("--fail-on", LevelOption.failing()).of(word);
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
}
