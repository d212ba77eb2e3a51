package org.gfpaudit.analyzer.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gfpaudit.analyzer.driver.AuditTarget;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.reports.catalog.FindingsFormat;
import org.gfpaudit.reports.catalog.ReportedRun;
import org.gfpaudit.reports.format.ReportedTree;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.knowledge.Subsystems;
import org.gfpaudit.rules.review.Review;

/** The formats of findings by name. */
final class FindingFormats {
  private FindingFormats() {}

  /** All names, the default first. */
  static String[] names() {
    return Arrays.stream(FindingsFormat.values()).map(FindingsFormat::word).toArray(String[]::new);
  }

  /** The formats, for the findings of {@code target}. */
  static Map<String, Deliveries.Format<Review>> of(AuditTarget target, Reporting reporting) {
    SourceTree tree = target.tree();
    Subsystems subsystems = target.knowledge().subsystems();
    ReportedTree reported =
        new ReportedTree(
            tree.name(),
            new TreeSources(tree),
            file -> subsystems.of(file).name(),
            reporting.stand(),
            reporting.urls(),
            word -> target.knowledge().scope(word).isPresent());
    String version = Version.text();
    Map<String, Deliveries.Format<Review>> formats = new LinkedHashMap<>();
    for (FindingsFormat format : FindingsFormat.values()) {
      formats.put(
          format.word(),
          isOut -> {
            Style own = isOut ? reporting.style() : Style.PLAIN;
            var run =
                new ReportedRun(
                    version,
                    reported,
                    own,
                    reporting.failOn(),
                    reporting.least(),
                    reporting.suggestsWaivers());
            return format.report(run)::write;
          });
    }
    return formats;
  }
}
