package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.driver.Explanations;
import org.gfpaudit.analyzer.graph.CallGraph;
import org.gfpaudit.analyzer.graph.CallGraphs;
import org.gfpaudit.analyzer.graph.Direction;
import org.gfpaudit.analyzer.graph.GraphRequest;
import org.gfpaudit.analyzer.graph.GraphResult;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.patch.Wanted;
import org.gfpaudit.reports.explain.ExplainReport;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.StrategyName;

/**
 * What takes the model of an audit, or more audits: proofs, patches, callers. Each is found once
 * for a snapshot. Of the one thread that audits.
 */
final class Answers {
  private static final int MOST_CALLERS = 200;

  private final Snapshot snapshot;
  private final Map<AuditRow, ExplainedRow> explained = new HashMap<>();
  private final Map<String, Patching.Result> mends = new HashMap<>();

  Answers(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** All that is known of a row; empty where the files changed on disk under the snapshot. */
  Optional<ExplainedRow> explained(AuditRow row) throws IOException {
    if (!explained.containsKey(row)) {
      String file = row.place().file();
      Explanations found =
          Explanations.make(
              snapshot.request(),
              candidate -> candidate.place().file().equals(file),
              finding -> false);
      found
          .proofs()
          .forEach(
              (proven, proof) ->
                  explained.put(proven, new ExplainedRow(proven, about(proven), proof)));
    }
    return Optional.ofNullable(explained.get(row));
  }

  private List<Finding> about(AuditRow row) {
    return snapshot.reported().findings().stream().filter(finding -> finding.isAbout(row)).toList();
  }

  /** The text of {@code explain} for a line of a file; empty where nothing is there. */
  String explanation(String file, int line) throws IOException {
    StringWriter out = new StringWriter();
    ExplainReport report = new ExplainReport(snapshot::source, Style.PLAIN);
    String gap = "";
    for (AuditRow row : snapshot.rows(file)) {
      if (row.place().line() == line) {
        Optional<ExplainedRow> known = explained(row);
        if (known.isPresent()) {
          out.write(gap);
          report.write(known.get(), out);
          gap = "\n";
        }
      }
    }
    for (Finding finding : snapshot.findings(file)) {
      if (finding.place().line() == line && finding.row().isEmpty()) {
        out.write(gap);
        report.write(finding, out);
        gap = "\n";
      }
    }
    return out.toString();
  }

  /** The patch of one finding, proven by a second audit, or why there is none. */
  Patching.Result mend(String id, StrategyName strategy) throws IOException {
    Patching.Result known = mends.get(id);
    if (known == null) {
      Predicate<Finding> isMeant = finding -> finding.id().equals(id);
      known =
          Patching.run(
              snapshot.request(),
              new Wanted(isMeant, /* isByName= */ true, strategy, Wanted.ALL.mostCallers()));
      mends.put(id, known);
    }
    return known;
  }

  /** Who calls a function of a file; empty where there is no such function. */
  Optional<CallGraph> callers(String file, String function) throws IOException {
    GraphResult result =
        CallGraphs.make(
            snapshot.request(),
            new GraphRequest(
                new GraphRequest.Target.Named(Optional.of(file), function),
                Direction.CALLERS,
                /* depth= */ 1,
                MOST_CALLERS));
    return result.outcome() instanceof GraphResult.Outcome.Drawn drawn
        ? Optional.of(Objects.requireNonNull(drawn.graph()))
        : Optional.empty();
  }
}
