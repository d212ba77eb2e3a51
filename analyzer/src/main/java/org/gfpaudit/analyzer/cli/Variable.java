package org.gfpaudit.analyzer.cli;

/** The variables of the environment that somebody may set, for the manual pages. */
enum Variable {
  GFPAUDIT_CACHE("The directory of the index, in place of _~/.cache/gfpaudit_."),
  XDG_CACHE_HOME("The directory that holds that of the index, in place of _~/.cache_."),
  GFPAUDIT_JAVA_OPTIONS("More options for Java, such as _-Xmx4g_; the launcher reads it."),
  JAVA_HOME("The Java that the launcher runs, in place of _java_ in the PATH."),
  NO_COLOR(
      "Where it is set to anything, no colours are used unless _--color=always_ asks for them."),
  TERM("Where it is _dumb_, no colours are used."),
  COLUMNS("The width of help, from 60 to 200 columns; 80 without it.");

  private final String means;

  Variable(String means) {
    this.means = means;
  }

  /** A sentence, in AsciiDoc. */
  String means() {
    return means;
  }
}
