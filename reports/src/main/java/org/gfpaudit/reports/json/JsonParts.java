package org.gfpaudit.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.reports.format.Mending;
import org.gfpaudit.reports.format.SubsystemTally;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.BitProtection;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.finding.MaskParts;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.finding.StageCost;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.fix.Way;

/** The members of the schema, one method each. */
final class JsonParts {
  private final JsonGenerator json;

  JsonParts(JsonGenerator json) {
    this.json = json;
  }

  void summary(AuditResult result) throws IOException {
    result.require(Depth.FINDINGS);
    json.writeObjectFieldStart("summary");
    json.writeObjectFieldStart("findings");
    for (var entry : Tally.byLevel(result.findings()).entrySet()) {
      json.writeNumberField(entry.getKey().word(), entry.getValue());
    }
    json.writeEndObject();
    verdicts("sites", Tally.byVerdict(result.rows(), AuditRow.Kind.SITE));
    verdicts("origins", Tally.byVerdict(result.rows(), AuditRow.Kind.ORIGIN));
    json.writeEndObject();
  }

  private void verdicts(String name, Map<Verdict, Long> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (var entry : counts.entrySet()) {
      json.writeNumberField(entry.getKey().word(), entry.getValue());
    }
    json.writeEndObject();
  }

  void findings(List<Finding> findings) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      json.writeStartObject();
      finding(finding);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The members of one finding, into the object that is open. */
  void finding(Finding finding) throws IOException {
    json.writeStringField("id", finding.id());
    json.writeStringField("fingerprint", finding.fingerprint().whole());
    json.writeStringField("contentFingerprint", finding.fingerprint().content());
    json.writeStringField("rule", finding.rule());
    json.writeStringField("level", finding.level().word());
    json.writeStringField("message", finding.message());
    json.writeStringField("reason", finding.reason());
    constrainers(finding.constrainers());
    flagged(finding.flagged());
    if (finding.row().isPresent()) {
      json.writeFieldName("row");
      row(finding.row().get());
    }
    steps("witness", finding.witness());
    evidence(finding.evidence());
    consequence(finding.consequence());
  }

  private void consequence(Consequence consequence) throws IOException {
    json.writeObjectFieldStart("consequence");
    strings("inodeKinds", consequence.kinds().kinds().stream().map(InodeKind::word).toList());
    json.writeBooleanField("areAllKinds", consequence.kinds().isWhole());
    json.writeArrayFieldStart("kindEvidence");
    for (MappingKinds.Told told : consequence.kinds().evidence()) {
      json.writeStartObject();
      place(told.place());
      json.writeStringField("text", told.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("devices");
    for (DeviceContext device : consequence.devices()) {
      device(device);
    }
    json.writeEndArray();
    if (consequence.below().isPresent()) {
      json.writeFieldName("below");
      device(consequence.below().get());
    }
    strings("lookedForInVain", consequence.inVain());
    if (consequence.reentry().isPresent()) {
      reentry(consequence.reentry().get());
    }
    json.writeEndObject();
  }

  private void reentry(Reentry reentry) throws IOException {
    json.writeObjectFieldStart("reentry");
    json.writeStringField("lock", reentry.lock().text());
    json.writeStringField("mode", reentry.mode().word());
    chain("held", reentry.held());
    chain("reclaim", reentry.reclaim());
    strings("cuts", reentry.cuts());
    json.writeStringField("looked", reentry.looked());
    json.writeEndObject();
  }

  private void chain(String name, List<ChainStep> steps) throws IOException {
    json.writeArrayFieldStart(name);
    for (ChainStep step : steps) {
      json.writeStartObject();
      chainStep(step);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The members of a step of a chain, in an object that is open. */
  void chainStep(ChainStep step) throws IOException {
    place(step.place());
    json.writeStringField("kind", step.kind().id());
    json.writeStringField("what", step.what());
  }

  private void device(DeviceContext device) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", device.name());
    json.writeStringField("scope", device.isUnscoped() ? "none" : device.scope());
    json.writeBooleanField("isLocal", device.isLocal());
    json.writeStringField("about", device.about());
    if (device.root().isPresent()) {
      place(device.root().get());
    }
    json.writeEndObject();
  }

  private void steps(String name, List<WitnessStep> steps) throws IOException {
    json.writeArrayFieldStart(name);
    for (WitnessStep step : steps) {
      json.writeStartObject();
      place(step.place());
      json.writeStringField("text", step.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void evidence(List<Evidence> all) throws IOException {
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : all) {
      json.writeStartObject();
      json.writeStringField("kind", evidence.kind().word());
      place(evidence.place());
      json.writeStringField("text", evidence.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What strategies say, and the command for the patch. */
  private void mending(Mending mending) throws IOException {
    json.writeArrayFieldStart("mends");
    for (Way way : mending.ways()) {
      json.writeStartObject();
      json.writeStringField("strategy", way.strategy().word());
      json.writeBooleanField("isOffered", way.isOffered());
      json.writeStringField("text", way.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("patchCommand", mending.command());
  }

  void explained(ExplainedRow explained) throws IOException {
    json.writeStartObject();
    json.writeFieldName("row");
    row(explained.row());
    json.writeStringField("meaning", explained.meaning());
    MaskParts mask = explained.proof().mask();
    json.writeObjectFieldStart("mask");
    strings("memory", mask.memory());
    strings("context", mask.context());
    strings("modifiers", mask.modifiers());
    strings("bounds", mask.bounds());
    json.writeEndObject();
    steps("chain", explained.proof().chain());
    steps("scopes", explained.proof().scopes());
    evidence(explained.proof().evidence());
    strings("waysToMend", explained.waysToMend());
    mending(explained.mending());
    findings(explained.findings());
    json.writeEndObject();
  }

  private void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void flagged(Flagged flagged) throws IOException {
    json.writeObjectFieldStart("at");
    place(flagged.place());
    json.writeStringField("callee", flagged.callee());
    json.writeStringField("mask", flagged.mask());
    json.writeStringField("mapping", flagged.mapping());
    json.writeStringField("condition", flagged.condition().toString());
    json.writeEndObject();
  }

  void constrainers(List<ConstrainerSite> constrainers) throws IOException {
    json.writeArrayFieldStart("constrainers");
    for (ConstrainerSite constrainer : constrainers) {
      json.writeStartObject();
      place(constrainer.place());
      json.writeStringField("setter", constrainer.setter());
      json.writeStringField("mapping", constrainer.mapping());
      json.writeStringField("mask", constrainer.mask());
      json.writeStringField("subsystem", constrainer.subsystem());
      json.writeStringField("mappings", constrainer.audience().word());
      json.writeStringField("about", constrainer.about());
      json.writeStringField("fs", constrainer.fs().word());
      json.writeStringField("io", constrainer.io().word());
      strings("under", constrainer.when().under());
      strings("past", constrainer.when().past());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void subsystems(List<SubsystemTally> subsystems) throws IOException {
    json.writeArrayFieldStart("subsystems");
    for (SubsystemTally subsystem : subsystems) {
      json.writeStartObject();
      json.writeStringField("name", subsystem.name());
      json.writeStringField("use", subsystem.use().word());
      verdicts("verdicts", subsystem.verdicts());
      constrainers(subsystem.constrainers());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void rows(List<AuditRow> rows) throws IOException {
    json.writeArrayFieldStart("rows");
    for (AuditRow row : rows) {
      row(row);
    }
    json.writeEndArray();
  }

  private void row(AuditRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", row.kind().name().toLowerCase(Locale.ROOT));
    place(row.place());
    json.writeStringField("sink", row.sink());
    json.writeStringField("mask", row.mask());
    json.writeStringField("mapping", row.mapping());
    json.writeStringField("verdict", row.verdict().word());
    json.writeStringField("condition", row.condition().toString());
    json.writeArrayFieldStart("origins");
    for (Place origin : row.origins()) {
      json.writeStartObject();
      place(origin);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("note", row.note());
    protection(row.protection());
    json.writeEndObject();
  }

  /** The members that say what reclaim may do, into the object that is open. */
  void protection(Protection protection) throws IOException {
    json.writeArrayFieldStart("protection");
    for (BitProtection bit : protection.bits()) {
      json.writeStartObject();
      json.writeStringField("bit", bit.bit().word());
      json.writeStringField("access", bit.access().word());
      json.writeStringField("text", bit.told());
      json.writeArrayFieldStart("by");
      for (Protector protector : bit.by()) {
        json.writeStartObject();
        json.writeStringField("kind", protector.kind().word());
        json.writeStringField("text", protector.text());
        json.writeStringField("subsystem", protector.subsystem());
        place(protector.place());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    if (protection.outside().isPresent()) {
      json.writeObjectFieldStart("outside");
      place(protection.outside().get());
      json.writeEndObject();
    }
  }

  void place(Place place) throws IOException {
    json.writeStringField("file", place.file());
    json.writeNumberField("line", place.line());
    json.writeNumberField("column", place.column());
    json.writeStringField("function", place.function());
  }

  void problems(List<Problem> problems) throws IOException {
    json.writeFieldName("problems");
    problemArray(problems);
  }

  void problemArray(List<Problem> problems) throws IOException {
    json.writeStartArray();
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("file", problem.file());
      json.writeNumberField("line", problem.line());
      json.writeStringField("message", problem.message());
      json.writeBooleanField("severe", problem.severe());
      if (problem.unread().isPresent()) {
        json.writeStringField("unread", problem.unread().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void costs(List<StageCost> costs) throws IOException {
    json.writeArrayFieldStart("costs");
    for (StageCost cost : costs) {
      json.writeStartObject();
      json.writeStringField("stage", cost.stage());
      json.writeNumberField("elapsedNanos", cost.elapsedNanos());
      json.writeNumberField("cpuNanos", cost.cpuNanos());
      json.writeObjectFieldStart("counts");
      for (var entry : cost.counts().entrySet()) {
        json.writeNumberField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
