package org.gfpaudit.reports.json;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.rules.review.Difference;
import org.gfpaudit.rules.review.KnownFinding;

/** What is new between two runs, what is gone and what moved. */
public final class JsonDifference {
  private final String toolVersion;

  public JsonDifference(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  /** Writes {@code difference} to {@code out}. */
  public void write(Difference difference, Writer out) throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          JsonReview review = new JsonReview(json);
          json.writeStringField("older", difference.older());
          json.writeStringField("newer", difference.newer());
          json.writeArrayFieldStart("new");
          for (Difference.Appeared appeared : difference.appeared()) {
            json.writeStartObject();
            json.writeFieldName("finding");
            review.known(appeared.finding());
            json.writeArrayFieldStart("causes");
            for (String cause : appeared.causes()) {
              json.writeString(cause);
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("fixed");
          for (KnownFinding gone : difference.gone()) {
            review.known(gone);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("moved");
          for (Difference.Moved moved : difference.moved()) {
            json.writeStartObject();
            json.writeFieldName("now");
            review.known(moved.now());
            json.writeFieldName("before");
            review.known(moved.before());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeNumberField("unchanged", difference.unchanged());
        });
  }
}
