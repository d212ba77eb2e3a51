package org.gfpaudit.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.MailedPatch;
import org.gfpaudit.rules.review.PatchOutcome;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.SeriesReview;

/** The findings with their witness paths, and the problems. */
public final class JsonFindings implements FindingsReport {
  private final String toolVersion;

  public JsonFindings(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    JsonDocument.write(out, toolVersion, json -> members(review, json));
  }

  /** Writes the same, and which patch brings and which takes away each finding. */
  public void write(SeriesReview series, Writer out) throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          members(series.review(), json);
          if (!series.outcomes().isEmpty()) {
            patches(series.outcomes(), json);
          }
        });
  }

  private static void members(Review review, JsonGenerator json) throws IOException {
    json.writeStringField("kernelVersion", review.audit().kernelVersion());
    JsonParts parts = new JsonParts(json);
    parts.summary(review.audit());
    new JsonReview(json).write(review);
    JsonGuards.write(review.audit().guards(), json);
    parts.problems(review.audit().problems());
  }

  private static void patches(List<PatchOutcome> outcomes, JsonGenerator json) throws IOException {
    JsonReview review = new JsonReview(json);
    json.writeArrayFieldStart("patches");
    for (PatchOutcome outcome : outcomes) {
      json.writeStartObject();
      patch(outcome.patch(), json);
      json.writeArrayFieldStart("brings");
      for (PatchOutcome.Brought brought : outcome.brought()) {
        json.writeStartObject();
        json.writeFieldName("finding");
        review.known(KnownFinding.of(brought.finding()));
        if (brought.takenAwayBy().isPresent()) {
          json.writeObjectFieldStart("takenAwayBy");
          patch(brought.takenAwayBy().get(), json);
          json.writeEndObject();
        } else {
          json.writeNullField("takenAwayBy");
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("fixes");
      for (KnownFinding fixed : outcome.fixed()) {
        review.known(fixed);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void patch(MailedPatch patch, JsonGenerator json) throws IOException {
    json.writeStringField("source", patch.source());
    json.writeStringField("number", patch.number());
    json.writeStringField("title", patch.title());
    json.writeStringField("messageId", patch.headers().messageId());
  }
}
