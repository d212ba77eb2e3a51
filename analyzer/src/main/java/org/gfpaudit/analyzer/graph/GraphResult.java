package org.gfpaudit.analyzer.graph;

import java.util.List;
import org.gfpaudit.rules.finding.AuditResult;

/** A call graph, or why there is none, and the audit it was made from. */
public record GraphResult(AuditResult audit, Outcome outcome) {

  /** What became of a request. */
  public sealed interface Outcome {
    record Drawn(CallGraph graph) implements Outcome {}

    /**
     * There is no definition of that name.
     *
     * @param isCalled whether something calls the name all the same
     * @param names the names that could have been asked for, sorted
     */
    record UnknownName(boolean isCalled, List<String> names) implements Outcome {}

    /** There is no finding of that id. */
    record UnknownId() implements Outcome {}

    /**
     * There is nothing to draw the calls around.
     *
     * @param reason a phrase without a period
     */
    record Nothing(String reason) implements Outcome {}

    /**
     * Several files define the name.
     *
     * @param files their paths, sorted
     */
    record Ambiguous(List<String> files) implements Outcome {}
  }
}
