package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Subsystems;

/** How the subject of a patch starts: as the file's history has it, else as a table says. */
public final class SubjectPrefix {
  private static final Pattern PREFIX = Pattern.compile("((?:[A-Za-z0-9][\\w/,.-]*: )+).+");

  /** What the kernel's log has where no directory has it all. */
  private static final String TREEWIDE = "treewide";

  private static final int MOST_CHARACTERS = 300;

  private SubjectPrefix() {}

  /**
   * The prefix without the colon at its end: {@code "ext4"}.
   *
   * @param files of one patch; where the table says different things of them, what it says of their
   *     subsystem counts
   * @param subsystem its directory
   */
  public static String of(List<String> files, String subsystem, GitTree git, Knowledge knowledge) {
    List<String> subjects =
        files.stream().flatMap(file -> git.subjects(file).stream()).distinct().toList();
    return mostUsed(subjects).orElseGet(() -> byTable(files, subsystem, knowledge));
  }

  private static String byTable(List<String> files, String subsystem, Knowledge knowledge) {
    List<String> prefixes = files.stream().map(knowledge::subjectPrefix).distinct().toList();
    if (prefixes.size() == 1) {
      return prefixes.get(0);
    }
    return subsystem.equals(Subsystems.MODULE_NAME)
        ? TREEWIDE
        : knowledge.subjectPrefix(subsystem + "/");
  }

  /** The prefix that at least a third of the subjects have; the one that is sorted first. */
  static Optional<String> mostUsed(List<String> subjects) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String subject : subjects) {
      // The pattern takes a step of the stack for each part of a prefix.
      Matcher matcher = PREFIX.matcher(subject);
      if (subject.length() <= MOST_CHARACTERS && matcher.matches()) {
        counts.merge(matcher.group(1).substring(0, matcher.group(1).length() - 2), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> most.getValue() * 3 >= subjects.size())
        .map(Map.Entry::getKey);
  }
}
