package org.gfpaudit.testdata.truth;

import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.rules.finding.Verdict;

/**
 * A row on which a program and the oracle do not agree.
 *
 * @param file of the row; empty if it is the program as a whole
 * @param said what the oracle says; nothing if it has no such row
 * @param right what would be right
 */
record Difference(
    Kind kind, String file, int line, Set<Verdict> said, Set<Verdict> right, String note) {
  /** How the oracle is wrong. */
  enum Kind {
    /** It says something stronger than the truth allows. */
    MISS,
    /** It says something weaker than the truth. */
    FALSE,
    /** It says something else that is as bad. */
    WORD,
    /** It could not follow the mask and says so. */
    UNKNOWN
  }

  /** How good the news of a verdict is. */
  private static int strength(Verdict verdict) {
    return switch (verdict) {
      case HARDCODED -> 0;
      case RE_ADDED, WRONG_MAPPING, PARTIAL -> 1;
      case HARDCODED_NOFS -> 2;
      case UNKNOWN -> 3;
      case PASSTHROUGH, SCOPED, HARDCODED_WEAK -> 5;
      case DERIVED -> 6;
    };
  }

  /** How {@code said} is wrong where {@code right} is right. */
  static Kind kind(Verdict said, Set<Verdict> right) {
    if (said == Verdict.UNKNOWN) {
      return Kind.UNKNOWN;
    }
    int best = right.stream().mapToInt(Difference::strength).max().orElseThrow();
    int worst = right.stream().mapToInt(Difference::strength).min().orElseThrow();
    int strength = strength(said);
    if (strength > best && strength > 1) {
      return Kind.MISS;
    }
    return strength < worst && worst > 1 ? Kind.FALSE : Kind.WORD;
  }

  /** For a person to read beside the call. */
  String comment() {
    return kind
        + ": said "
        + words(said)
        + ", right "
        + words(right)
        + (note.isEmpty() ? "" : " (" + note + ")");
  }

  private static String words(Set<Verdict> verdicts) {
    return verdicts.isEmpty()
        ? "nothing"
        : verdicts.stream().map(Verdict::word).collect(Collectors.joining(" or "));
  }
}
