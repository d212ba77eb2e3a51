package org.gfpaudit.reports.json;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.rules.finding.Finding;

/** Rows in full, and findings that are about no row. */
public final class JsonExplanations {
  private final String toolVersion;

  public JsonExplanations(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  /** Writes everything to {@code out}, which is neither flushed nor closed. */
  public void write(List<ExplainedRow> rows, List<Finding> others, Writer out) throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          JsonParts parts = new JsonParts(json);
          json.writeArrayFieldStart("explanations");
          for (ExplainedRow row : rows) {
            parts.explained(row);
          }
          json.writeEndArray();
          parts.findings(others);
        });
  }
}
