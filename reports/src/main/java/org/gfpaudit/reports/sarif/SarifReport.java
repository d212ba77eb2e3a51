package org.gfpaudit.reports.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.json.JsonDocument;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.catalog.RuleCode;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;

/**
 * One run with all findings: new ones, known ones ({@code baselineState}), waived ones ({@code
 * suppressions}) and, where there was something to compare with, those that are gone ({@code
 * absent}). Streamed, so that its cost is that of the text.
 */
public final class SarifReport implements FindingsReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final String toolVersion;

  /** The mail that says what the tool looks for. */
  private static final String INFORMATION =
      "https://lore.kernel.org/all/20151002134953.551e6379ee9f6b5a0aeb7af7@linux-foundation.org/";

  private final SourceLookup sources;
  private final Optional<String> root;

  /**
   * @param sources for columns and the regions of fixes
   * @param root the URI of the tree's directory, with a slash at its end; empty where there is none
   */
  public SarifReport(String toolVersion, SourceLookup sources, Optional<String> root) {
    this.toolVersion = toolVersion;
    this.sources = sources;
    this.root = root;
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    JsonDocument.writeIndented(out, json -> log(review, json));
  }

  private void log(Review review, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    driver(json);
    json.writeObjectFieldStart("automationDetails");
    json.writeStringField("id", "gfpaudit/");
    json.writeEndObject();
    invocation(review, json);
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(SarifResults.BASE);
    if (root.isPresent()) {
      json.writeStringField("uri", root.get());
    }
    SarifResults.message("description", "the root of the audited tree", json);
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("results");
    SarifResults results = new SarifResults(json, sources);
    // GitHub shows ten annotations of a run, and code scanning 5000 results.
    List<Reviewed> worstFirst =
        review.findings().stream()
            .sorted(Comparator.comparing(reviewed -> reviewed.finding().level()))
            .toList();
    for (Reviewed reviewed : worstFirst) {
      results.result(reviewed, review.isCompared());
    }
    for (KnownFinding gone : review.gone()) {
      results.absent(gone);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeStringField("kernelVersion", review.audit().kernelVersion());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void driver(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "gfpaudit");
    json.writeStringField("version", toolVersion);
    json.writeStringField("informationUri", INFORMATION);
    SarifResults.message(
        "shortDescription",
        "finds page-cache memory allocated with a hardcoded GFP mask in Linux kernel C",
        json);
    json.writeArrayFieldStart("rules");
    for (Rule rule : RuleCatalog.all()) {
      rule(rule, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void rule(Rule rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    SarifResults.message("shortDescription", rule.title(), json);
    SarifResults.message("fullDescription", rule.help(), json);
    json.writeObjectFieldStart("help");
    json.writeStringField("text", rule.help());
    json.writeStringField("markdown", markdown(rule));
    json.writeEndObject();
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeBooleanField("enabled", rule.isOnByDefault());
    json.writeStringField("level", rule.level().word());
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    for (String tag : List.of("correctness", "linux-kernel", "gfp")) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeStringField("problem.severity", severity(rule.level()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The text of a rule with its code, which needs no escapes within its fences. */
  private static String markdown(Rule rule) {
    String text = "**" + rule.title() + "**\n\n" + rule.help().replace("<", "&lt;");
    return RuleCode.of(rule)
        .map(
            code ->
                text
                    + "\nBad:\n\n```c\n"
                    + code.bad()
                    + "```\n\nGood:\n\n```c\n"
                    + code.good()
                    + "```\n")
        .orElse(text);
  }

  /** The word of GitHub's code scanning. */
  private static String severity(Level level) {
    return level == Level.NOTE ? "recommendation" : level.word();
  }

  private static void invocation(Review review, JsonGenerator json) throws IOException {
    boolean isWhole = review.audit().problems().stream().noneMatch(Problem::severe);
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", isWhole);
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Problem problem : review.audit().problems()) {
      notification(problem, problem.severe() ? "error" : "note", json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("toolConfigurationNotifications");
    for (Problem remark : review.remarks()) {
      notification(remark, "warning", json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void notification(Problem problem, String level, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("level", level);
    SarifResults.message("message", problem.message(), json);
    if (!problem.file().isEmpty()) {
      json.writeArrayFieldStart("locations");
      json.writeStartObject();
      json.writeObjectFieldStart("physicalLocation");
      SarifResults.artifact(problem.file(), json);
      if (problem.line() > 0) {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", problem.line());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
