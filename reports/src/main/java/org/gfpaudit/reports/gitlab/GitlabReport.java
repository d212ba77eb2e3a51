package org.gfpaudit.reports.gitlab;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.json.JsonDocument;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.review.Review;

/**
 * A code quality report with the new findings: what GitLab compares and shows in a merge request.
 */
public final class GitlabReport implements FindingsReport {
  @Override
  public void write(Review review, Writer out) throws IOException {
    JsonDocument.writeIndented(
        out,
        json -> {
          json.writeStartArray();
          for (Finding finding : review.newFindings()) {
            Place place = finding.place();
            json.writeStartObject();
            json.writeStringField("type", "issue");
            json.writeStringField("description", Passage.messageWhen(finding));
            json.writeStringField("check_name", finding.rule());
            json.writeArrayFieldStart("categories");
            json.writeString("Bug Risk");
            json.writeEndArray();
            json.writeStringField("fingerprint", finding.fingerprint().whole());
            json.writeStringField("severity", severity(finding.level()));
            json.writeObjectFieldStart("location");
            json.writeStringField("path", place.file());
            json.writeObjectFieldStart("lines");
            json.writeNumberField("begin", place.line());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static String severity(Level level) {
    return switch (level) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}
