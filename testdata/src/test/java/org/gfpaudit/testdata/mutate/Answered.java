package org.gfpaudit.testdata.mutate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.testdata.mutate.MutatedTree.Placed;

/** A mutant with what an audit says of it. */
record Answered(Placed placed, Answer answer) {

  /** Audits a tree with mutants in it, all at once. */
  static List<Answered> of(SourceTree tree, List<Mutant> mutants) throws IOException {
    MutatedTree mutated = MutatedTree.of(tree, mutants);
    List<AuditRow> rows = rows(mutated.tree());
    return mutated.placed().stream()
        .map(placed -> new Answered(placed, Answer.of(rows, placed)))
        .toList();
  }

  /** The audit table of a tree. */
  static List<AuditRow> rows(SourceTree tree) throws IOException {
    return new AuditRequest(tree, List.of(), Optional.empty(), 2, Progress.NONE)
        .withRules(List.of())
        .result()
        .rows();
  }
}
