package org.gfpaudit.analyzer.consequence;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.Problem;

/** What the masks of a tree can cause on its kernel. Immutable, and safe for several threads. */
public final class Consequences {
  private final IdentityHashMap<JudgedCall, Rank> ranks;
  private final Set<JudgedCall> allowingFs;
  private final List<Objection> objections;
  private final List<Problem> problems;

  /**
   * @param ranks how much findings matter, by the very call
   * @param allowingFs the calls that no mapping with a forbidden FS can reach
   */
  Consequences(
      IdentityHashMap<JudgedCall, Rank> ranks,
      Set<JudgedCall> allowingFs,
      List<Objection> objections,
      List<Problem> problems) {
    this.problems = List.copyOf(problems);
    this.ranks = ranks;
    this.allowingFs = allowingFs;
    this.objections = List.copyOf(objections);
  }

  /** What went wrong, in the order of the rows. */
  public List<Problem> problems() {
    return problems;
  }

  /** Drivers that do not leave a mapping as strict as it was, sorted by place. */
  public List<Objection> objections() {
    return objections;
  }

  /** How much a finding on a call matters, where that can be said. */
  public Optional<Rank> rank(JudgedCall call) {
    return Optional.ofNullable(ranks.get(call));
  }

  /**
   * Whether no mapping that can reach a call with a mask without FS forbids it, as far as the tree
   * tells: one that only backs something does not count.
   */
  public boolean allowsFs(JudgedCall call) {
    return allowingFs.contains(call);
  }
}
