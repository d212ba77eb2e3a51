package org.gfpaudit.reports.json;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.reports.stats.Stats;

/** What a run cost, and the grammar's coverage where it was measured. */
public final class JsonStats {
  private final String toolVersion;

  public JsonStats(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  /** Writes {@code stats} to {@code out}, which is neither flushed nor closed. */
  public void write(Stats stats, Writer out) throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          json.writeStringField("kernelVersion", stats.kernelVersion());
          JsonParts parts = new JsonParts(json);
          parts.costs(stats.costs());
          if (stats.process().isPresent()) {
            Stats.ProcessCost process = stats.process().get();
            json.writeObjectFieldStart("process");
            json.writeNumberField("elapsedNanos", process.elapsedNanos());
            json.writeNumberField("cpuNanos", process.cpuNanos());
            json.writeNumberField("peakBytes", process.peakBytes());
            json.writeEndObject();
          }
          if (stats.coverage().isPresent()) {
            Stats.Coverage coverage = stats.coverage().get();
            json.writeObjectFieldStart("coverage");
            json.writeNumberField("functions", coverage.functions());
            json.writeNumberField("clean", coverage.clean());
            json.writeArrayFieldStart("causes");
            for (Stats.Cause cause : coverage.causes()) {
              json.writeStartObject();
              json.writeStringField("cause", cause.text());
              json.writeNumberField("count", cause.count());
              json.writeStringField("example", cause.example());
              json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          parts.problems(stats.problems());
        });
  }
}
