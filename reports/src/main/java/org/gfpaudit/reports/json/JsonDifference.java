package org.gfpaudit.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
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
          pairs("changed", difference.changed(), json);
          pairs("moved", difference.moved(), json);
          json.writeNumberField("unchanged", difference.unchanged());
        });
  }

  private static void pairs(String name, List<Difference.Moved> pairs, JsonGenerator json)
      throws IOException {
    JsonReview review = new JsonReview(json);
    json.writeArrayFieldStart(name);
    for (Difference.Moved pair : pairs) {
      json.writeStartObject();
      json.writeFieldName("now");
      review.known(pair.now());
      json.writeFieldName("before");
      review.known(pair.before());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
