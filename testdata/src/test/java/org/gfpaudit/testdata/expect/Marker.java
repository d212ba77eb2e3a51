package org.gfpaudit.testdata.expect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;

/** One promise of a sample file about one of its lines. */
public sealed interface Marker {

  /** The line the promise is about, 1-based; for {@code want+N} not the line it is written on. */
  int line();

  /** What is promised of a finding. */
  enum Promise {
    /** It is there, and right. */
    WANT("want"),
    /** It should be there and is not. */
    MISS("miss"),
    /** It is there and should not be. */
    NOISE("noise");

    private final String word;

    Promise(String word) {
      this.word = word;
    }

    /** The marker's first word. */
    public String word() {
      return word;
    }
  }

  /**
   * A promise about one finding.
   *
   * @param rule the finding's rule
   * @param level the finding's level, where the marker names one
   * @param path labels of lines the witness passes, in this order, with anything in between
   * @param condition the presence condition as written, where the marker has one
   * @param message is found somewhere in the finding's message
   * @param why why the tool is wrong; empty for {@code want}
   */
  record OfFinding(
      int line,
      Promise promise,
      String rule,
      Optional<Level> level,
      List<String> path,
      Optional<String> condition,
      Pattern message,
      String why)
      implements Marker {}

  /** All rows of one kind on the line, of which there is at least one, have this verdict. */
  record OfRows(int line, AuditRow.Kind kind, Verdict verdict) implements Marker {}
}
