package org.gfpaudit.reports.series;

import java.util.List;
import org.gfpaudit.reports.diff.UnifiedDiff;
import org.gfpaudit.rules.fix.FileChange;

/** How many lines each file changes by, as {@code git diff --stat} shows it. */
final class DiffStat {
  private static final int MOST_SIGNS = 40;

  private DiffStat() {}

  static String of(List<FileChange> changes) {
    StringBuilder text = new StringBuilder();
    int width = changes.stream().mapToInt(change -> change.file().length()).max().orElse(0);
    int insertions = 0;
    int deletions = 0;
    for (FileChange change : changes) {
      UnifiedDiff diff = new UnifiedDiff(change);
      int total = diff.insertions() + diff.deletions();
      int plus = scaled(diff.insertions(), total);
      int minus = scaled(diff.deletions(), total);
      text.append(" " + change.file() + " ".repeat(width - change.file().length()));
      text.append(" | " + total + " " + "+".repeat(plus) + "-".repeat(minus) + "\n");
      insertions += diff.insertions();
      deletions += diff.deletions();
    }
    text.append(" " + count(changes.size(), "file") + " changed");
    text.append(insertions > 0 ? ", " + count(insertions, "insertion") + "(+)" : "");
    text.append(deletions > 0 ? ", " + count(deletions, "deletion") + "(-)" : "");
    return text.append('\n').toString();
  }

  private static int scaled(int part, int total) {
    return total <= MOST_SIGNS ? part : Math.max(part > 0 ? 1 : 0, part * MOST_SIGNS / total);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
