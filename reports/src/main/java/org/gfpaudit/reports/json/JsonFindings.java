package org.gfpaudit.reports.json;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.rules.review.Review;

/** The findings with their witness paths, and the problems. */
public final class JsonFindings implements FindingsReport {
  private final String toolVersion;

  public JsonFindings(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          json.writeStringField("kernelVersion", review.audit().kernelVersion());
          JsonParts parts = new JsonParts(json);
          parts.summary(review.audit());
          new JsonReview(json).write(review);
          JsonGuards.write(review.audit().guards(), json);
          parts.problems(review.audit().problems());
        });
  }
}
