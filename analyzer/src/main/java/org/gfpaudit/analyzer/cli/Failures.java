package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.UnreadFiles;

/** Failures in words. */
final class Failures {
  private static final int MAX_SHOWN = 20;

  private Failures() {}

  /** What went wrong, without the class name that some exceptions carry instead of a message. */
  static String phrase(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /**
   * Says which problems made the audit incomplete, and how many files were not read.
   *
   * @param isStrict whether those count as well that are without effect on the findings, as far as
   *     anybody knows
   * @return whether there are any
   */
  static boolean areSevere(List<Problem> problems, boolean isStrict, Console console) {
    List<Problem> severe = severe(problems, isStrict);
    severe.stream().limit(MAX_SHOWN).forEach(problem -> console.say(line(problem)));
    if (severe.size() > MAX_SHOWN) {
      console.say("and " + (severe.size() - MAX_SHOWN) + " more such problems");
    }
    UnreadFiles unread = UnreadFiles.of(problems);
    if (unread.total() > 0) {
      console.say(unread.phrase());
    }
    if (!severe.isEmpty()) {
      console.say("the audit is incomplete: findings may be missing");
    }
    return !severe.isEmpty();
  }

  /** Whether any problem made the audit incomplete, as {@link #areSevere}; nothing is said. */
  static boolean areAny(List<Problem> problems, boolean isStrict) {
    return !severe(problems, isStrict).isEmpty();
  }

  private static List<Problem> severe(List<Problem> problems, boolean isStrict) {
    return problems.stream().filter(problem -> isStrict || problem.severe()).toList();
  }

  private static String line(Problem problem) {
    String place = problem.file() + (problem.line() > 0 ? ":" + problem.line() : "");
    return (place.isEmpty() ? "" : place + ": ") + problem.message();
  }
}
