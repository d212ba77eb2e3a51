package org.gfpaudit.reports.json;

import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;
import org.gfpaudit.reports.format.Report;
import org.gfpaudit.reports.format.SubsystemTally;
import org.gfpaudit.rules.finding.AuditResult;

/** How each subsystem uses the masks of its mappings, and who sets them. */
public final class JsonSubsystems implements Report {
  private final String toolVersion;
  private final UnaryOperator<String> subsystemOf;

  /**
   * @param subsystemOf the name of the subsystem a file belongs to
   */
  public JsonSubsystems(String toolVersion, UnaryOperator<String> subsystemOf) {
    this.toolVersion = toolVersion;
    this.subsystemOf = subsystemOf;
  }

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          json.writeStringField("kernelVersion", result.kernelVersion());
          JsonParts parts = new JsonParts(json);
          parts.summary(result);
          parts.subsystems(SubsystemTally.of(result, subsystemOf));
          parts.problems(result.problems());
        });
  }
}
