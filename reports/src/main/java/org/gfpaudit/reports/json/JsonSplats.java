package org.gfpaudit.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gfpaudit.rules.splat.Diagnoses;
import org.gfpaudit.rules.splat.Diagnosis;
import org.gfpaudit.rules.splat.SplatHalf;
import org.gfpaudit.rules.splat.SplatHead;
import org.gfpaudit.rules.splat.SplatStep;
import org.gfpaudit.rules.splat.SplatVerdict;

/** Reports of the lock checker, held against a tree. */
public final class JsonSplats {
  private final String toolVersion;

  public JsonSplats(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  /** Writes everything to {@code out}, which is neither flushed nor closed. */
  public void write(Diagnoses diagnoses, Writer out) throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          json.writeStringField("kernelVersion", diagnoses.release());
          json.writeArrayFieldStart("splats");
          for (Diagnosis diagnosis : diagnoses.diagnoses()) {
            diagnosis(json, diagnosis);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("others");
          for (SplatHead other : diagnoses.others()) {
            json.writeStartObject();
            head(json, other);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void diagnosis(JsonGenerator json, Diagnosis diagnosis) throws IOException {
    json.writeStartObject();
    head(json, diagnosis.head());
    json.writeFieldName("held");
    half(json, diagnosis.held());
    json.writeFieldName("reclaim");
    half(json, diagnosis.reclaim());
    json.writeArrayFieldStart("between");
    for (SplatHalf half : diagnosis.between()) {
      half(json, half);
    }
    json.writeEndArray();
    SplatVerdict verdict = diagnosis.verdict();
    json.writeStringField("outcome", verdict.outcome().word());
    strings(json, "reasons", verdict.reasons());
    strings(json, "lacks", verdict.lacks());
    strings(json, "waysToMend", verdict.mends());
    strings(json, "findings", verdict.findings());
    json.writeEndObject();
  }

  private static void head(JsonGenerator json, SplatHead head) throws IOException {
    json.writeStringField("about", head.about());
    json.writeStringField("release", head.release());
    json.writeStringField("task", head.task());
    json.writeNumberField("line", head.line());
    strings(json, "locks", head.locks());
    strings(json, "cutOff", head.lacks());
  }

  private static void half(JsonGenerator json, SplatHalf half) throws IOException {
    json.writeStartObject();
    json.writeStringField("lock", half.lock());
    if (half.lockClass().isPresent()) {
      json.writeStringField("class", half.lockClass().get().text());
    }
    json.writeBooleanField("isWhole", half.isWhole());
    json.writeArrayFieldStart("steps");
    for (SplatStep step : half.steps()) {
      json.writeStartObject();
      json.writeStringField("frame", step.frame());
      if (step.step().isPresent()) {
        JsonParts parts = new JsonParts(json);
        parts.chainStep(step.step().get());
      } else {
        json.writeStringField("missing", step.missing());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> items)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String item : items) {
      json.writeString(item);
    }
    json.writeEndArray();
  }
}
