package org.gfpaudit.analyzer.cli;

/** What the process ends with. Fixed values: a count of findings would wrap at 256. */
final class ExitStatus {
  /** Nothing at or above {@code --fail-on}. */
  static final int CLEAN = 0;

  /** Findings at or above {@code --fail-on}. */
  static final int FINDINGS = 1;

  /** The command line does not make sense; nothing was audited. */
  static final int USAGE = 2;

  /** The audit is incomplete or failed; what was found is reported all the same. */
  static final int INCOMPLETE = 3;

  /** The commit cannot be judged: see git-bisect(1). */
  static final int SKIPPED = 125;

  /** Stands above the statuses in help and manual pages. */
  static final String HEADING = "%nExit status%n";

  /** The line of {@link #USAGE} in the help of a command. */
  static final String USAGE_MEANS =
      USAGE + ":The command line does not make sense; the message says what to do.";

  /** The line of {@link #USAGE} in the help of a command that is about one thing of the tree. */
  static final String NOTHING_MEANS =
      USAGE + ":The command line does not make sense, or the tree has no such thing.";

  /** The line of {@link #INCOMPLETE} in the help of a command. */
  static final String INCOMPLETE_MEANS = INCOMPLETE + ":The audit is incomplete or failed.";

  private ExitStatus() {}
}
