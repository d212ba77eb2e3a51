package org.gfpaudit.reports.json;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.reports.format.Report;
import org.gfpaudit.rules.finding.AuditResult;

/** The findings with their witness paths, and the problems. */
public final class JsonFindings implements Report {
  private final String toolVersion;

  public JsonFindings(String toolVersion) {
    this.toolVersion = toolVersion;
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
          parts.findings(result.findings());
          parts.problems(result.problems());
        });
  }
}
