package org.gfpaudit.analyzer.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.rules.finding.Level;
import picocli.CommandLine.Option;

/** {@code --level}: how much a finding must matter to be shown, or to be mended. */
final class LevelOption {
  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      completionCandidates = Candidates.Levels.class,
      order = 2,
      description = {
        "Leave out what is below error, warning or note.",
        "Without it, 'patch' and the text of 'check' begin at warning, and everything else "
            + "has all there is. Of 'sites', the rows stay that a finding of such a level is "
            + "about; 'history' asks for the level that a finding had last; 'explain' and "
            + "'patch' ask only where no ID is given. It changes no exit status."
      })
  String word;

  /** The least level asked for; empty where nobody said. */
  Optional<Level> least() throws UsageException {
    return word == null ? Optional.empty() : Optional.of(new Choice<>("--level", words()).of(word));
  }

  /** What {@code --fail-on} takes: a level, or {@code never}. */
  static Map<String, Optional<Level>> failing() {
    Map<String, Optional<Level>> levels = new LinkedHashMap<>();
    words().forEach((word, level) -> levels.put(word, Optional.of(level)));
    levels.put("never", Optional.empty());
    return levels;
  }

  /** Every level by its word, the worst first. */
  static Map<String, Level> words() {
    Map<String, Level> words = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      words.put(level.word(), level);
    }
    return words;
  }
}
