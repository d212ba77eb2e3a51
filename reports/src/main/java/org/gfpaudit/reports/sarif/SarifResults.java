package org.gfpaudit.reports.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.reports.format.Replacement;
import org.gfpaudit.reports.format.ShownWay;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Reviewed;
import org.gfpaudit.rules.review.Standing;
import org.gfpaudit.rules.review.Waiver;

/** The results of a run, one method for each kind of object. */
final class SarifResults {
  /** What all paths are relative to. */
  static final String BASE = "SRCROOT";

  private final JsonGenerator json;
  private final SourceLookup sources;

  SarifResults(JsonGenerator json, SourceLookup sources) {
    this.json = json;
    this.sources = sources;
  }

  void result(Reviewed reviewed, boolean isCompared) throws IOException {
    Finding finding = reviewed.finding();
    json.writeStartObject();
    head(finding.rule(), finding.level(), finding.message(), finding.place());
    fingerprints(finding.fingerprint());
    if (isCompared) {
      json.writeStringField("baselineState", state(reviewed));
    }
    json.writeArrayFieldStart("suppressions");
    if (reviewed.standing() == Standing.WAIVED) {
      suppression(reviewed.waiver().orElseThrow());
    }
    json.writeEndArray();
    codeFlow(finding);
    related(finding);
    if (reviewed.fix().isPresent()) {
      fix(reviewed.fix().get());
    }
    json.writeObjectFieldStart("properties");
    json.writeStringField("id", finding.id());
    json.writeStringField("condition", finding.flagged().condition().toString());
    json.writeStringField("reason", finding.reason());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String state(Reviewed reviewed) {
    if (reviewed.standing() == Standing.CHANGED) {
      return "updated";
    }
    return reviewed.before().isPresent() ? "unchanged" : "new";
  }

  /** A finding of the baseline that is no more. */
  void absent(KnownFinding gone) throws IOException {
    json.writeStartObject();
    head(gone.rule(), gone.level(), gone.message(), gone.place());
    fingerprints(gone.fingerprint());
    json.writeStringField("baselineState", "absent");
    json.writeEndObject();
  }

  private void head(String rule, Level level, String message, Place place) throws IOException {
    json.writeStringField("ruleId", rule);
    int index = RuleCatalog.all().stream().map(each -> each.id()).toList().indexOf(rule);
    if (index >= 0) {
      json.writeNumberField("ruleIndex", index);
    }
    json.writeStringField("level", level.word());
    message("message", message, json);
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    location(place);
    json.writeEndObject();
    json.writeEndArray();
  }

  private void fingerprints(Fingerprint fingerprint) throws IOException {
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("gfpauditFinding/v1", fingerprint.whole());
    json.writeStringField("gfpauditContent/v1", fingerprint.content());
    json.writeEndObject();
  }

  private void suppression(Waiver waiver) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", waiver.target().isInSource() ? "inSource" : "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", waiver.reason());
    json.writeEndObject();
  }

  /** One flow; of a deadlock it has two threads, who allocates and reclaim. */
  private void codeFlow(Finding finding) throws IOException {
    boolean isDeadlock = finding.consequence().reentry().isPresent();
    json.writeArrayFieldStart("codeFlows");
    json.writeStartObject();
    message(
        "message",
        isDeadlock ? "the lock, the allocation, and reclaim" : "the way of the mask",
        json);
    json.writeArrayFieldStart("threadFlows");
    int order = 1;
    for (ShownWay way : ShownWay.of(finding)) {
      json.writeStartObject();
      if (isDeadlock) {
        message("message", way.over(), json);
      }
      json.writeArrayFieldStart("locations");
      for (ShownWay.Step step : way.steps()) {
        json.writeStartObject();
        json.writeNumberField("executionOrder", order++);
        if (step.kind().isPresent()) {
          json.writeArrayFieldStart("kinds");
          json.writeString(step.kind().get().id());
          json.writeEndArray();
        }
        json.writeObjectFieldStart("location");
        location(step.place());
        message("message", step.text(), json);
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void related(Finding finding) throws IOException {
    json.writeArrayFieldStart("relatedLocations");
    int id = 1;
    for (Evidence evidence : finding.evidence()) {
      related(id++, evidence.place(), "evidence: " + evidence.text());
    }
    for (ConstrainerSite constrainer : finding.constrainers()) {
      related(
          id++,
          constrainer.place(),
          constrainer.setter() + "() sets the mask of " + constrainer.mapping());
    }
    json.writeEndArray();
  }

  private void related(int id, Place place, String text) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", id);
    location(place);
    message("message", text, json);
    json.writeEndObject();
  }

  /** The members of a location, into the object that is open. */
  private void location(Place place) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    artifact(place.file(), json);
    if (place.line() > 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", place.line());
      if (place.column() > 0) {
        columns(place);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    if (!place.function().isEmpty()) {
      json.writeArrayFieldStart("logicalLocations");
      json.writeStartObject();
      json.writeStringField("name", place.function());
      json.writeStringField("kind", "function");
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  /**
   * The columns of the word at a place, in UTF-16 units; that in bytes, and no end, where the text
   * cannot be had.
   */
  private void columns(Place place) throws IOException {
    Optional<SourceText> source = sources.source(place.file());
    if (source.isEmpty() || place.line() > source.get().lineCount()) {
      json.writeNumberField("startColumn", place.column());
      return;
    }
    var line = source.get().lineSpan(place.line());
    int offset = Math.min(line.start() + place.column() - 1, line.end());
    int start = Replacement.Position.at(source.get(), offset).column();
    json.writeNumberField("startColumn", start);
    int length = offset < line.end() ? source.get().wordAt(offset).length() : 0;
    if (length > 0) {
      json.writeNumberField("endColumn", start + length);
    }
  }

  static void artifact(String file, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", SarifUri.of(file));
    json.writeStringField("uriBaseId", BASE);
    json.writeEndObject();
  }

  private void fix(Fix fix) throws IOException {
    List<Replacement> all = Replacement.of(fix, sources);
    if (all.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("fixes");
    json.writeStartObject();
    message("description", fix.summary(), json);
    json.writeArrayFieldStart("artifactChanges");
    for (String file : fix.files()) {
      json.writeStartObject();
      artifact(file, json);
      json.writeArrayFieldStart("replacements");
      for (Replacement replacement : all) {
        if (replacement.file().equals(file)) {
          replacement(replacement);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void replacement(Replacement replacement) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("deletedRegion");
    json.writeNumberField("startLine", replacement.start().line());
    json.writeNumberField("startColumn", replacement.start().column());
    json.writeNumberField("endLine", replacement.end().line());
    json.writeNumberField("endColumn", replacement.end().column());
    json.writeEndObject();
    json.writeObjectFieldStart("insertedContent");
    json.writeStringField("text", replacement.text());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A member that is an object with a text. */
  static void message(String name, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
