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
 * @param rules by id
 * @param failOn a level's word or {@code never}
 * @param profile a kernel version
 * @param baseline a file, relative to that of the settings
 * @param include paths that are reported where the command line names none
 * @param exclude patterns of paths that are not
 * @param rows lines for the tables of kernel knowledge, by the table's file name
 */
public record Settings(
    String name,
    Map<String, RuleSetting> rules,
    Optional<String> failOn,
    Optional<String> profile,
    Optional<String> baseline,
    List<String> include,
    List<String> exclude,
    Map<String, List<String>> rows,
    List<Waiver> waivers) {

  /** No settings at all. */
  public static final Settings NONE =
      new Settings(
          "",
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Map.of(),
          List.of());

  /**
   * What is said of one rule.
   *
   * @param level of its findings, in place of what the analysis says; empty to leave it
   */
  public record RuleSetting(boolean isOn, Optional<Level> level) {}
}
