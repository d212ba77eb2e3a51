package org.gfpaudit.analyzer.driver;

import java.util.List;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.knowledge.PathPattern;

/**
 * What is asked. Paths and builds narrow what is reported, never what is analysed; the depth is how
 * far the analysis itself goes.
 *
 * @param paths files and directories relative to the tree's root; empty for all
 * @param excluded patterns of paths that nothing is reported for
 * @param build whose code is reported
 * @param rules those that may report, sorted by id
 * @param depth how far the audit has to go at least
 * @param near files; deadlocks are looked for in their subsystems alone, empty for all
 */
public record Selection(
    List<String> paths,
    List<String> excluded,
    BuildSelection build,
    List<Rule> rules,
    Depth depth,
    List<String> near) {

  /** Whether what is said of {@code flagged} is asked for. */
  boolean isReported(Flagged flagged) {
    return isReported(flagged.place().file())
        && build.configuration().map(wanted -> wanted.allows(flagged.condition())).orElse(true);
  }

  /** Whether rows in {@code file} are asked for. */
  boolean isReported(String file) {
    return (paths.isEmpty() || paths.stream().anyMatch(path -> covers(path, file)))
        && excluded.stream().noneMatch(pattern -> PathPattern.matches(pattern, file))
        && build.has(file);
  }

  /** Whether nothing is left out of the reports. */
  boolean isWhole() {
    return paths.isEmpty() && build.equals(BuildSelection.ALL);
  }

  /** The same rules for everything. */
  Selection whole() {
    return new Selection(List.of(), List.of(), BuildSelection.ALL, rules, depth, near);
  }

  /** The same for what one build builds. */
  Selection narrowed(BuildSelection wanted) {
    return new Selection(paths, excluded, wanted, rules, depth, near);
  }

  /** The same by other rules. */
  Selection by(List<Rule> wanted) {
    return new Selection(paths, excluded, build, wanted, depth, near);
  }

  /** The same without reports for the paths that match a pattern. */
  Selection without(List<String> patterns) {
    return new Selection(paths, patterns, build, rules, depth, near);
  }

  /** The same by an audit that goes as far as {@code wanted}. */
  Selection to(Depth wanted) {
    return new Selection(paths, excluded, build, rules, wanted, near);
  }

  /** The same, where deadlocks matter in the subsystems of some files alone. */
  Selection near(List<String> files) {
    return new Selection(paths, excluded, build, rules, depth, files);
  }

  /** Whether {@code path}, a file or a directory, is or holds {@code file}. */
  static boolean covers(String path, String file) {
    return file.startsWith(path)
        && (file.length() == path.length() || file.charAt(path.length()) == '/');
  }
}
