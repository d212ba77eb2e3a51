package org.gfpaudit.reports.format;

import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;

/** Colours for a terminal, or none. */
public enum Style {
  PLAIN,
  COLORED;

  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String RED = "1;31";
  private static final String GREEN = "32";
  private static final String YELLOW = "1;33";
  private static final String CYAN = "1;36";

  public String bold(String text) {
    return paint(BOLD, text);
  }

  public String dim(String text) {
    return paint(DIM, text);
  }

  /** {@code text} in the colour of what is marked in an excerpt. */
  public String mark(String text) {
    return paint(GREEN, text);
  }

  /** {@code text} in the colour of its level. */
  public String level(Level level, String text) {
    return paint(
        switch (level) {
          case ERROR -> RED;
          case WARNING -> YELLOW;
          case NOTE -> CYAN;
        },
        text);
  }

  /** {@code text} in the colour of its verdict: red for the bad ones, green for the good ones. */
  public String verdict(Verdict verdict, String text) {
    return paint(
        switch (verdict) {
          case HARDCODED, RE_ADDED, WRONG_MAPPING, PARTIAL -> RED;
          case HARDCODED_NOFS, UNKNOWN -> YELLOW;
          case HARDCODED_WEAK -> CYAN;
          case SCOPED, DERIVED -> GREEN;
          case PASSTHROUGH -> DIM;
        },
        text);
  }

  private String paint(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
  }
}
