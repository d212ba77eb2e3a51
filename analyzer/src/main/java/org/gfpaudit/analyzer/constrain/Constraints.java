package org.gfpaudit.analyzer.constrain;

import java.util.List;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Problem;

/**
 * What the constrain phase found.
 *
 * @param setters every call that sets the mask of a mapping, sorted by place
 * @param objections what is wrong with how masks are set and where they go, sorted by place
 * @param problems what went wrong in which function, in the order of the functions
 */
public record Constraints(
    List<Setter> setters, List<Objection> objections, List<Problem> problems) {
  public Constraints {
    setters = List.copyOf(setters);
    objections = List.copyOf(objections);
    problems = List.copyOf(problems);
  }

  /** The calls that set the mask of a mapping, for people, sorted by place. */
  public List<ConstrainerSite> sites() {
    return setters.stream().map(Setter::site).toList();
  }
}
