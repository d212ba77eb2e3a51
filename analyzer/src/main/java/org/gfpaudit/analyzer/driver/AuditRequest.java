package org.gfpaudit.analyzer.driver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.kbuild.Configuration;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.memo.Memory;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.PathPattern;

/**
 * What to audit. Paths, configuration and architecture narrow what is reported, never what is
 * analysed.
 *
 * @param paths files and directories relative to the tree's root; empty for all
 * @param excluded patterns of paths that nothing is reported for
 * @param profile the kernel version whose GFP table and API apply, or {@link #EVERY_VERSION}; empty
 *     to take the tree's own
 * @param jobs the number of threads, at least 1
 * @param build whose code is reported
 * @param rules those that may report, sorted by id
 * @param knowledge what is known of the kernel, of all releases
 * @param extraRows what {@code knowledge} holds beside the shipped rows, as text
 * @param memory what is known from before
 */
public record AuditRequest(
    SourceTree tree,
    List<String> paths,
    List<String> excluded,
    Optional<String> profile,
    int jobs,
    Progress progress,
    Build build,
    List<Rule> rules,
    Knowledge knowledge,
    String extraRows,
    Memory memory) {
  /** The profile of code that is built against many kernels. */
  public static final String EVERY_VERSION = "all";

  private static final String ARCH = "arch/";

  /**
   * What is built.
   *
   * @param configuration the one whose code is reported; empty for all
   * @param architecture the one directory below {@code arch/} that is reported; empty for all
   * @param units the files that a build compiled, headers apart; empty for all
   */
  public record Build(
      Optional<Configuration> configuration,
      Optional<String> architecture,
      Optional<Set<String>> units) {
    /** Everything. */
    public static final Build ALL = new Build(Optional.empty(), Optional.empty(), Optional.empty());

    private boolean has(String file) {
      return (architecture.isEmpty()
              || !file.startsWith(ARCH)
              || covers(ARCH + architecture.get(), file))
          && (units.isEmpty() || !file.endsWith(".c") || units.get().contains(file));
    }
  }

  /** A request for everything in the paths. */
  public AuditRequest(
      SourceTree tree, List<String> paths, Optional<String> profile, int jobs, Progress progress) {
    this(
        tree,
        paths,
        List.of(),
        profile,
        jobs,
        progress,
        Build.ALL,
        RuleCatalog.onByDefault(),
        Knowledge.shipped(),
        "",
        Memory.ofThisRun());
  }

  /** This request for what a build builds. */
  public AuditRequest narrowed(Build wanted) {
    return new AuditRequest(
        tree, paths, excluded, profile, jobs, progress, wanted, rules, knowledge, extraRows,
        memory);
  }

  /** This request for other rules than those that are on by default. */
  public AuditRequest withRules(List<Rule> wanted) {
    return new AuditRequest(
        tree, paths, excluded, profile, jobs, progress, build, wanted, knowledge, extraRows,
        memory);
  }

  /**
   * This request with other tables, and without reports for the paths that match a pattern.
   *
   * @param added what the tables hold beside the shipped rows, as text
   */
  public AuditRequest with(Knowledge tables, String added, List<String> patterns) {
    return new AuditRequest(
        tree, paths, patterns, profile, jobs, progress, build, rules, tables, added, memory);
  }

  /** This request with what is known of files from before. */
  public AuditRequest with(Memory known) {
    return new AuditRequest(
        tree, paths, excluded, profile, jobs, progress, build, rules, knowledge, extraRows, known);
  }

  /** What is reported of a result for everything. */
  public AuditResult narrowed(AuditResult whole) {
    return new AuditResult(
        whole.kernelVersion(),
        whole.rows().stream().filter(row -> isReported(Flagged.of(row))).toList(),
        whole.findings().stream().filter(finding -> isReported(finding.flagged())).toList(),
        whole.problems(),
        whole.costs(),
        whole.constrainers());
  }

  /** This request as another kernel version. */
  public AuditRequest as(String version) {
    return new AuditRequest(
        tree,
        paths,
        excluded,
        Optional.of(version),
        jobs,
        progress,
        build,
        rules,
        knowledge,
        extraRows,
        memory);
  }

  /** Reports whether what is said of {@code flagged} is asked for. */
  public boolean isReported(Flagged flagged) {
    return isReported(flagged.place().file())
        && build.configuration().map(wanted -> wanted.allows(flagged.condition())).orElse(true);
  }

  /** Reports whether rows in {@code file} are asked for. */
  public boolean isReported(String file) {
    return tree.isOwn(file)
        && (paths.isEmpty() || paths.stream().anyMatch(path -> covers(path, file)))
        && excluded.stream().noneMatch(pattern -> PathPattern.matches(pattern, file))
        && build.has(file);
  }

  /** Reports whether nothing of the tree is left out of the reports. */
  public boolean isWhole() {
    return paths.isEmpty() && build.equals(Build.ALL);
  }

  /** This request of another tree. */
  public AuditRequest of(SourceTree other) {
    return new AuditRequest(
        other, paths, excluded, profile, jobs, progress, build, rules, knowledge, extraRows,
        memory);
  }

  /** The request for the whole tree. */
  public AuditRequest withoutPaths() {
    return new AuditRequest(
        tree, List.of(), List.of(), profile, jobs, progress, Build.ALL, rules, knowledge, extraRows,
        memory);
  }

  private static boolean covers(String path, String file) {
    return file.startsWith(path)
        && (file.length() == path.length() || file.charAt(path.length()) == '/');
  }
}
