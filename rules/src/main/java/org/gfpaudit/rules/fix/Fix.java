package org.gfpaudit.rules.fix;

import java.util.List;
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

  /** The files it changes, sorted. */
  public List<String> files() {
    return edits.stream().map(Edit::file).distinct().toList();
  }
}
