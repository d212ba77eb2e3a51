package org.gfpaudit.analyzer.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditTarget;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.reports.catalog.FindingsFormat;
import org.gfpaudit.reports.catalog.ReportedRun;
import org.gfpaudit.reports.format.ReportedTree;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.knowledge.Subsystems;
import org.gfpaudit.rules.review.Review;

/** The formats of findings by name. */
final class FindingFormats {
  private FindingFormats() {}

  /** All names, the default first. */
  static String[] names() {
    return Arrays.stream(FindingsFormat.values()).map(FindingsFormat::word).toArray(String[]::new);
  }

  /**
   * The formats.
   *
   * @param failOn the least level that is a failure
   * @param least the least level that is reported; empty where the format decides
   */
  static Map<String, Deliveries.Format<Review>> of(
      AuditTarget target, Style style, Optional<Level> failOn, Optional<Level> least) {
    SourceTree tree = target.tree();
    Subsystems subsystems = target.knowledge().subsystems();
    ReportedTree reported =
        new ReportedTree(tree.name(), new TreeSources(tree), file -> subsystems.of(file).name());
    String version = Version.text();
    Map<String, Deliveries.Format<Review>> formats = new LinkedHashMap<>();
    for (FindingsFormat format : FindingsFormat.values()) {
      formats.put(
          format.word(),
          isOut -> {
            Style own = isOut ? style : Style.PLAIN;
            return format.report(new ReportedRun(version, reported, own, failOn, least))::write;
          });
    }
    return formats;
  }
}
