package org.gfpaudit.rules.fix;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;

/**
 * One change that mends one or more findings. It is whole: none of its edits makes sense without
 * the others.
 *
 * @param findings what it mends, sorted, at least one
 * @param edits sorted, at least one, none overlapping another
 * @param functions what it changes the code of, sorted
 * @param summary what it does, as a phrase that begins with a verb and has no period
 * @param reasons why it is right, whole sentences
 * @param ways how what it changes is come to, as far as that is seen
 */
public record Fix(
    List<Finding> findings,
    List<Edit> edits,
    List<ChangedFunction> functions,
    String summary,
    List<String> reasons,
    List<Reached> ways) {
  public Fix {
    findings = findings.stream().sorted().toList();
    edits = edits.stream().sorted().distinct().toList();
    functions = functions.stream().sorted().distinct().toList();
    reasons = List.copyOf(reasons);
    ways = List.copyOf(ways);
    if (findings.isEmpty() || edits.isEmpty()) {
      throw new IllegalArgumentException("a fix mends something by changing something");
    }
  }

  /** A fix of something of which it is not known how it is come to. */
  public Fix(
      List<Finding> findings,
      List<Edit> edits,
      List<ChangedFunction> functions,
      String summary,
      List<String> reasons) {
    this(findings, edits, functions, summary, reasons, List.of());
  }

  /** This fix with how what it changes is come to. */
  public Fix reachedBy(List<Reached> found) {
    return new Fix(findings, edits, functions, summary, reasons, found);
  }

  private static final String BECOMES = "The mask becomes ";

  /** The sentence that says what a mask is changed to. */
  public static String becomes(String mask) {
    return BECOMES + mask + ".";
  }

  /** What the mask becomes, where {@link #becomes} says it in the first reason. */
  public Optional<String> newMask() {
    return reasons.stream()
        .limit(1)
        .filter(reason -> reason.startsWith(BECOMES))
        .map(reason -> reason.substring(BECOMES.length(), reason.length() - 1))
        .findFirst();
  }

  /** The summary without the function at its end: what it has in common with others. */
  public String topic() {
    return summary.replaceAll(" in \\w+\\(\\)$", "");
  }

  /** The files it changes, sorted. */
  public List<String> files() {
    return edits.stream().map(Edit::file).distinct().toList();
  }
}
