package org.gfpaudit.analyzer.driver;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.kbuild.Configuration;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.Flagged;

/**
 * What to audit. Paths, configuration and architecture narrow what is reported, never what is
 * analysed.
 *
 * @param paths files and directories relative to the tree's root; empty for all
 * @param profile the kernel version whose GFP table and API apply; empty to take the tree's own
 * @param jobs the number of threads, at least 1
 * @param configuration the one whose code is reported; empty for all
 * @param architecture the one directory below {@code arch/} that is reported; empty for all
 * @param rules those that may report, sorted by id
 */
public record AuditRequest(
    SourceTree tree,
    List<String> paths,
    Optional<String> profile,
    int jobs,
    Progress progress,
    Optional<Configuration> configuration,
    Optional<String> architecture,
    List<Rule> rules) {
  private static final String ARCH = "arch/";

  /** A request for every configuration and architecture. */
  public AuditRequest(
      SourceTree tree, List<String> paths, Optional<String> profile, int jobs, Progress progress) {
    this(
        tree,
        paths,
        profile,
        jobs,
        progress,
        Optional.empty(),
        Optional.empty(),
        RuleCatalog.onByDefault());
  }

  /** This request for one configuration, one architecture or both. */
  public AuditRequest narrowed(Optional<Configuration> wanted, Optional<String> arch) {
    return new AuditRequest(tree, paths, profile, jobs, progress, wanted, arch, rules);
  }

  /** This request for other rules than those that are on by default. */
  public AuditRequest withRules(List<Rule> wanted) {
    return new AuditRequest(
        tree, paths, profile, jobs, progress, configuration, architecture, wanted);
  }

  /** Reports whether what is said of {@code flagged} is asked for. */
  public boolean isReported(Flagged flagged) {
    return isReported(flagged.place().file())
        && configuration.map(wanted -> wanted.allows(flagged.condition())).orElse(true);
  }

  /** Reports whether rows in {@code file} are asked for. */
  public boolean isReported(String file) {
    return (paths.isEmpty() || paths.stream().anyMatch(path -> covers(path, file)))
        && (architecture.isEmpty()
            || !file.startsWith(ARCH)
            || covers(ARCH + architecture.get(), file));
  }

  /** This request for another tree. */
  AuditRequest of(SourceTree other) {
    return new AuditRequest(
        other, paths, profile, jobs, progress, configuration, architecture, rules);
  }

  /** The request for the whole tree. */
  public AuditRequest withoutPaths() {
    return new AuditRequest(
        tree, List.of(), profile, jobs, progress, Optional.empty(), Optional.empty(), rules);
  }

  private static boolean covers(String path, String file) {
    return file.startsWith(path)
        && (file.length() == path.length() || file.charAt(path.length()) == '/');
  }
}
