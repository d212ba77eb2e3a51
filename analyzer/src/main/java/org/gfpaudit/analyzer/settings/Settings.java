package org.gfpaudit.analyzer.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Waiver;

/**
 * What a settings file says. What it does not say is empty.
 *
 * @param name of the file, as people call it; empty where there is no file
 * @param defaults what holds where the command line does not say
 * @param paths what is reported
 * @param rules by id
 * @param rows lines for the tables of kernel knowledge, by the table's file name
 */
public record Settings(
    String name,
    Defaults defaults,
    Paths paths,
    Map<String, RuleSetting> rules,
    Map<String, List<String>> rows,
    List<Waiver> waivers) {

  /** No settings at all. */
  public static final Settings NONE =
      new Settings(
          "",
          new Defaults(Optional.empty(), Optional.empty(), Optional.empty()),
          new Paths(List.of(), List.of()),
          Map.of(),
          Map.of(),
          List.of());

  /**
   * What holds where the command line does not say.
   *
   * @param failOn a level's word or {@code never}
   * @param profile a kernel version
   * @param baseline a file, relative to that of the settings
   */
  public record Defaults(
      Optional<String> failOn, Optional<String> profile, Optional<String> baseline) {}

  /**
   * What is reported.
   *
   * @param include paths that are reported where the command line names none
   * @param exclude patterns of paths that are not
   */
  public record Paths(List<String> include, List<String> exclude) {}

  /**
   * What is said of one rule.
   *
   * @param level of its findings, in place of what the analysis says; empty to leave it
   */
  public record RuleSetting(boolean isOn, Optional<Level> level) {}

  /** The level that fails, or {@code never}. */
  public Optional<String> failOn() {
    return defaults.failOn();
  }

  /** The kernel version to audit as. */
  public Optional<String> profile() {
    return defaults.profile();
  }

  /** The file of known findings. */
  public Optional<String> baseline() {
    return defaults.baseline();
  }

  /** Paths that are reported where the command line names none. */
  public List<String> include() {
    return paths.include();
  }

  /** Patterns of paths that are not reported. */
  public List<String> exclude() {
    return paths.exclude();
  }
}
