package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.graph.CallGraph;
import org.gfpaudit.analyzer.graph.CallGraphs;
import org.gfpaudit.analyzer.graph.Direction;
import org.gfpaudit.analyzer.graph.GraphRequest;
import org.gfpaudit.analyzer.graph.GraphResult;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.patch.Wanted;
import org.gfpaudit.analyzer.patch.WaysToMend;
import org.gfpaudit.reports.explain.ExplainReport;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.reports.format.Mending;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.fix.StrategyName;
import org.gfpaudit.rules.fix.Way;

/**
 * What takes the model of an audit, or more audits: proofs, patches, callers. Each is found once
 * for a snapshot. Of the one thread that audits.
 */
final class Answers {
  private static final int MOST_CALLERS = 200;

  private final Snapshot snapshot;
  private final Map<String, Map<Key, ExplainedRow>> explained = new HashMap<>();
  private final Map<String, Mending> mendings = new HashMap<>();
  private final Map<String, Patching.Result> mends = new HashMap<>();

  /** What a row is known by, however far the audit went that found it. */
  private record Key(AuditRow.Kind kind, Flagged flagged, Verdict verdict) {
    static Key of(AuditRow row) {
      return new Key(row.kind(), row.flagged(), row.verdict());
    }
  }

  Answers(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** All that is known of a row; empty where the files changed on disk under the snapshot. */
  Optional<ExplainedRow> explained(AuditRow row) throws IOException {
    return Optional.ofNullable(explained(row.place().file()).get(Key.of(row)));
  }

  private Map<Key, ExplainedRow> explained(String file) throws IOException {
    Map<Key, ExplainedRow> known = explained.get(file);
    if (known == null) {
      WaysToMend.Explained found =
          WaysToMend.explain(
              snapshot.request().to(Depth.GUARDS),
              row -> row.place().file().equals(file),
              finding -> finding.place().file().equals(file));
      Map<String, List<Way>> ways = new HashMap<>();
      found.ways().forEach((finding, each) -> ways.put(finding.id(), each));
      Map<Key, ExplainedRow> all = new HashMap<>();
      found
          .explanations()
          .proofs()
          .forEach(
              (row, proof) -> {
                List<Finding> about = about(row);
                Mending mending = about.isEmpty() ? Mending.NONE : mending(ways, about.get(0));
                all.put(Key.of(row), new ExplainedRow(row, about, proof, mending));
              });
      snapshot
          .findings(file)
          .forEach(finding -> mendings.put(finding.id(), mending(ways, finding)));
      explained.put(file, all);
      known = all;
    }
    return known;
  }

  /** What each strategy says of a finding; the command is the editor's action. */
  private static Mending mending(Map<String, List<Way>> ways, Finding finding) {
    return new Mending(ways.getOrDefault(finding.id(), List.of()), "");
  }

  private List<Finding> about(AuditRow row) {
    return snapshot.reported().findings().stream()
        .filter(finding -> finding.row().map(Key::of).filter(Key.of(row)::equals).isPresent())
        .toList();
  }

  /** The text of {@code explain} for a line of a file; empty where nothing is there. */
  String explanation(String file, int line) throws IOException {
    StringWriter out = new StringWriter();
    ExplainReport report = new ExplainReport(snapshot::source, Style.PLAIN, /* isWhole= */ true);
    String gap = "";
    List<ExplainedRow> rows =
        explained(file).values().stream()
            .filter(each -> each.row().place().line() == line)
            .sorted(Comparator.comparing(ExplainedRow::row))
            .toList();
    for (ExplainedRow row : rows) {
      out.write(gap);
      report.write(row, out);
      gap = "\n";
    }
    for (Finding finding : snapshot.findings(file)) {
      if (finding.place().line() == line && finding.row().isEmpty()) {
        out.write(gap);
        report.write(finding, mendings.getOrDefault(finding.id(), Mending.NONE), out);
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
