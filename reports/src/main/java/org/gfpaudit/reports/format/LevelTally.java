package org.gfpaudit.reports.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;

/**
 * The findings of one subsystem by level.
 *
 * @param levels how many findings have a level; levels without findings are absent
 */
public record LevelTally(String subsystem, Map<Level, Long> levels) {
  private static final Comparator<LevelTally> WORST_FIRST =
      most(Level.ERROR)
          .thenComparing(most(Level.WARNING))
          .thenComparing(most(Level.NOTE))
          .thenComparing(LevelTally::subsystem);

  private static Comparator<LevelTally> most(Level level) {
    return Comparator.comparingLong((LevelTally tally) -> tally.count(level)).reversed();
  }

  /**
   * The tallies of all subsystems with findings: those with the most errors first, then by
   * warnings, by notes and by name.
   *
   * @param subsystemOf the name of the subsystem a file belongs to
   */
  public static List<LevelTally> of(List<Finding> findings, UnaryOperator<String> subsystemOf) {
    SortedMap<String, List<Finding>> bySubsystem = new TreeMap<>();
    for (Finding finding : findings) {
      bySubsystem
          .computeIfAbsent(
              subsystemOf.apply(finding.place().file()), subsystem -> new ArrayList<>())
          .add(finding);
    }
    List<LevelTally> tallies = new ArrayList<>();
    bySubsystem.forEach(
        (subsystem, own) -> tallies.add(new LevelTally(subsystem, Tally.byLevel(own))));
    tallies.sort(WORST_FIRST);
    return tallies;
  }

  /** How many findings have {@code level}. */
  public long count(Level level) {
    return levels.getOrDefault(level, 0L);
  }
}
