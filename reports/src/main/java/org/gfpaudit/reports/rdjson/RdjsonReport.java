package org.gfpaudit.reports.rdjson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Replacement;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.json.JsonDocument;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;

/**
 * {@code rdjsonl}: a Diagnostic of reviewdog's Diagnostic Format on each line, for the new
 * findings. Columns are 1-based and in bytes, as that format has them.
 */
public final class RdjsonReport implements FindingsReport {
  /** A suggestion replaces all lines from the first edit to the last: long ones are left out. */
  private static final int MOST_SUGGESTED_LINES = 40;

  private final SourceLookup sources;

  /**
   * @param sources for the ranges of suggestions
   */
  public RdjsonReport(SourceLookup sources) {
    this.sources = sources;
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    for (Reviewed reviewed : review.findings()) {
      if (reviewed.isNew()) {
        JsonDocument.writeLine(out, json -> diagnostic(reviewed, json));
      }
    }
  }

  private void diagnostic(Reviewed reviewed, JsonGenerator json) throws IOException {
    Finding finding = reviewed.finding();
    json.writeStartObject();
    json.writeStringField("message", Passage.messageWhen(finding));
    location(finding.place(), json);
    json.writeStringField("severity", severity(finding.level()));
    json.writeObjectFieldStart("source");
    json.writeStringField("name", "gfpaudit");
    json.writeEndObject();
    json.writeObjectFieldStart("code");
    json.writeStringField("value", finding.rule());
    json.writeEndObject();
    Optional<Replacement> whole =
        reviewed.fix().flatMap(fix -> Replacement.whole(fix, sources, MOST_SUGGESTED_LINES));
    if (whole.isPresent() && whole.get().file().equals(finding.place().file())) {
      json.writeArrayFieldStart("suggestions");
      suggestion(whole.get(), json);
      json.writeEndArray();
    }
    json.writeArrayFieldStart("relatedLocations");
    for (WitnessStep step : finding.witness()) {
      json.writeStartObject();
      json.writeStringField("message", step.text() + Passage.inFunction(step.place()));
      location(step.place(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void location(Place place, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", place.file());
    json.writeObjectFieldStart("range");
    position("start", place.line(), place.column(), json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void suggestion(Replacement replacement, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("range");
    position("start", replacement.start().line(), replacement.start().byteColumn(), json);
    position("end", replacement.end().line(), replacement.end().byteColumn(), json);
    json.writeEndObject();
    json.writeStringField("text", replacement.text());
    json.writeEndObject();
  }

  private static void position(String name, int line, int column, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", line);
    json.writeNumberField("column", column);
    json.writeEndObject();
  }

  private static String severity(Level level) {
    return level == Level.NOTE ? "INFO" : level.word().toUpperCase(Locale.ROOT);
  }
}
