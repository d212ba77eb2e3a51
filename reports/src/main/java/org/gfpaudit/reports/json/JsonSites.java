package org.gfpaudit.reports.json;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.reports.format.Report;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;

/** The audit table: every row, sorted by file, line and column, and the problems. */
public final class JsonSites implements Report {
  private final String toolVersion;

  public JsonSites(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    result.require(Depth.GUARDS); // Each row says what reclaim may do there.
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          json.writeStringField("kernelVersion", result.kernelVersion());
          JsonParts parts = new JsonParts(json);
          parts.summary(result);
          parts.rows(result.rows().stream().sorted().toList());
          parts.problems(result.problems());
        });
  }
}
