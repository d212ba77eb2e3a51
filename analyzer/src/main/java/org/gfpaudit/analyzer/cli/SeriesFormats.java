package org.gfpaudit.analyzer.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.driver.AuditTarget;
import org.gfpaudit.analyzer.git.GitRepository;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonFindings;
import org.gfpaudit.reports.series.ReplyReport;
import org.gfpaudit.reports.text.SeriesTextReport;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.SeriesReview;

/** The formats of {@code check}: those of findings, and the answer to the mail of a patch. */
final class SeriesFormats {
  /** The format that only {@code --patch} has. */
  static final String REPLY = "reply";

  private SeriesFormats() {}

  /** All names, the default first. */
  static String[] names() {
    return Stream.concat(Arrays.stream(FindingFormats.names()), Stream.of(REPLY))
        .toArray(String[]::new);
  }

  /**
   * The formats.
   *
   * @param selection where the answer's sender is looked for
   */
  static Map<String, Deliveries.Format<SeriesReview>> of(
      AuditTarget target, TreeSelection selection, Reporting reporting) {
    Level shown = reporting.least().orElse(Level.WARNING);
    Map<String, Deliveries.Format<SeriesReview>> formats = new LinkedHashMap<>();
    FindingFormats.of(target, reporting)
        .forEach(
            (name, format) ->
                formats.put(
                    name,
                    isOut -> {
                      Deliveries.Renderer<Review> findings = format.renderer(isOut);
                      return (series, out) -> findings.write(series.review(), out);
                    }));
    formats.computeIfPresent(
        "text",
        (name, format) ->
            isOut -> {
              Deliveries.Renderer<SeriesReview> findings = format.renderer(isOut);
              var patches = new SeriesTextReport(isOut ? reporting.style() : Style.PLAIN, shown);
              return (series, out) -> {
                findings.write(series, out);
                patches.write(series, out);
              };
            });
    JsonFindings json = new JsonFindings(Version.text());
    formats.put(
        "json",
        isOut ->
            (series, out) ->
                json.write(reporting.least().map(series::atLeast).orElse(series), out));
    formats.put(
        REPLY,
        isOut -> {
          String from = GitRepository.identity(selection.base()).orElse("");
          return new ReplyReport(Version.text(), from, shown)::write;
        });
    return formats;
  }
}
