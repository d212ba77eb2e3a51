package org.gfpaudit.reports.checkstyle;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.XmlDocument;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Review;

/** The new findings by file. */
public final class CheckstyleReport implements FindingsReport {
  @Override
  public void write(Review review, Writer out) throws IOException {
    Map<String, List<Finding>> byFile =
        review.newFindings().stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.place().file(), TreeMap::new, Collectors.toList()));
    XmlDocument.write(
        out,
        xml ->
            xml.element(
                "checkstyle",
                inside -> {
                  for (var entry : byFile.entrySet()) {
                    inside.element("file", file(entry.getValue()), "name", entry.getKey());
                  }
                },
                "version",
                "4.3"));
  }

  private static XmlDocument.Body file(List<Finding> findings) {
    return xml -> {
      for (Finding finding : findings) {
        xml.leaf(
            "error",
            "line",
            String.valueOf(finding.place().line()),
            "column",
            String.valueOf(finding.place().column()),
            "severity",
            finding.level() == Level.NOTE ? "info" : finding.level().word(),
            "message",
            Passage.messageWhen(finding),
            "source",
            "gfpaudit." + finding.rule());
      }
    };
  }
}
