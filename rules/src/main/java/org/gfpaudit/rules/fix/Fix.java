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
 */
public record Fix(
    List<Finding> findings,
    StrategyName strategy,
    List<Edit> edits,
    List<ChangedFunction> functions,
    String summary,
    List<String> reasons) {
  public Fix {
    findings = findings.stream().sorted().toList();
    edits = edits.stream().sorted().distinct().toList();
    functions = functions.stream().sorted().distinct().toList();
    reasons = List.copyOf(reasons);
    if (findings.isEmpty() || edits.isEmpty()) {
      throw new IllegalArgumentException("a fix mends something by changing something");
    }
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
