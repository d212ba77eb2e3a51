package org.gfpaudit.reports.html;

import java.util.Arrays;
import java.util.Locale;
import org.gfpaudit.reports.format.SubsystemTally;
import org.gfpaudit.rules.finding.Verdict;

/** How a call treats the mask of its mapping: the verdicts in groups that a picture can tell. */
enum Obedience {
  OBEYS("obeys the mapping"),
  SCOPED("a constant inside a scope"),
  PARTLY("obeys it on some paths, or another mapping"),
  WEAK("a constant without FS"),
  IGNORES("a constant with FS"),
  OPEN("handed in, or not followed");

  private final String text;

  Obedience(String text) {
    this.text = text;
  }

  /** The group of a verdict. */
  static Obedience of(Verdict verdict) {
    return switch (verdict) {
      case DERIVED -> OBEYS;
      case SCOPED -> SCOPED;
      case PARTIAL, RE_ADDED, WRONG_MAPPING -> PARTLY;
      case HARDCODED_NOFS, HARDCODED_WEAK -> WEAK;
      case HARDCODED -> IGNORES;
      case PASSTHROUGH, UNKNOWN -> OPEN;
    };
  }

  /** For the legend. */
  String text() {
    return text;
  }

  /** The class in the style sheet. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many rows of a subsystem are in this group. */
  long count(SubsystemTally tally) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> of(verdict) == this)
        .mapToLong(tally::count)
        .sum();
  }
}
