package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.diagnose.Diagnosing;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.CoverageResult;
import org.gfpaudit.analyzer.driver.ParseCoverage;
import org.gfpaudit.analyzer.graph.CallGraphs;
import org.gfpaudit.analyzer.graph.GraphRequest;
import org.gfpaudit.analyzer.graph.GraphResult;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.patch.Wanted;
import org.gfpaudit.analyzer.patch.WaysToMend;
import org.gfpaudit.analyzer.splat.Splat;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;

/** What the commands ask the driver for; tests put their own results in its place. */
interface Engine {
  /** The driver itself. */
  Engine DRIVER =
      new Engine() {
        @Override
        public AuditResult audit(AuditRequest request) throws IOException {
          boolean isForMany =
              request.target().profile().equals(Optional.of(AuditRequest.EVERY_VERSION));
          return isForMany
              ? request.run().auditor().resultForEveryVersion(request)
              : request.result();
        }

        @Override
        public CoverageResult coverage(AuditRequest request) throws IOException {
          return ParseCoverage.measure(request);
        }

        @Override
        public GraphResult graph(AuditRequest request, GraphRequest graph) throws IOException {
          return CallGraphs.make(request, graph);
        }

        @Override
        public WaysToMend.Explained explain(
            AuditRequest request, Predicate<AuditRow> rows, Predicate<Finding> findings)
            throws IOException {
          return WaysToMend.explain(request, rows, findings);
        }

        @Override
        public Diagnosing.Result diagnose(AuditRequest request, List<Splat> splats)
            throws IOException {
          return Diagnosing.run(request, splats);
        }

        @Override
        public Patching.Result patch(AuditRequest request, Wanted wanted) throws IOException {
          return Patching.run(request, wanted);
        }
      };

  AuditResult audit(AuditRequest request) throws IOException;

  CoverageResult coverage(AuditRequest request) throws IOException;

  GraphResult graph(AuditRequest request, GraphRequest graph) throws IOException;

  WaysToMend.Explained explain(
      AuditRequest request, Predicate<AuditRow> rows, Predicate<Finding> findings)
      throws IOException;

  Diagnosing.Result diagnose(AuditRequest request, List<Splat> splats) throws IOException;

  Patching.Result patch(AuditRequest request, Wanted wanted) throws IOException;
}
