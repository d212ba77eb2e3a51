package org.gfpaudit.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;
import org.gfpaudit.rules.review.Standing;

/** The members that say what is known of findings. */
final class JsonReview {
  private final JsonGenerator json;
  private final JsonParts parts;

  JsonReview(JsonGenerator json) {
    this.json = json;
    this.parts = new JsonParts(json);
  }

  void write(Review review) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Reviewed reviewed : review.findings()) {
      json.writeStartObject();
      parts.finding(reviewed.finding());
      json.writeStringField("standing", reviewed.standing().word());
      if (reviewed.standing() == Standing.CHANGED) {
        json.writeStringField("before", reviewed.before().orElseThrow().rule());
      }
      if (reviewed.waiver().isPresent()) {
        json.writeStringField("waiver", reviewed.waiver().get().reason());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("comparedWith");
    for (String name : review.comparedWith()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("gone");
    for (KnownFinding known : review.gone()) {
      known(known);
    }
    json.writeEndArray();
    json.writeFieldName("waiverRemarks");
    parts.problemArray(review.remarks());
  }

  void known(KnownFinding known) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", known.id());
    json.writeStringField("fingerprint", known.fingerprint().whole());
    json.writeStringField("contentFingerprint", known.fingerprint().content());
    json.writeStringField("rule", known.rule());
    json.writeStringField("level", known.level().word());
    json.writeStringField("message", known.message());
    json.writeObjectFieldStart("at");
    parts.place(known.place());
    json.writeEndObject();
    json.writeEndObject();
  }
}
