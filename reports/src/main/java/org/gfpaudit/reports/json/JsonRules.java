package org.gfpaudit.reports.json;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gfpaudit.rules.api.Rule;

/** The rules with their texts. */
public final class JsonRules {
  private final String toolVersion;

  public JsonRules(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  /**
   * Writes {@code rules} in the given order to {@code out}, which is neither flushed nor closed.
   */
  public void write(List<Rule> rules, Writer out) throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          json.writeArrayFieldStart("rules");
          for (Rule rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeStringField("title", rule.title());
            json.writeStringField("level", rule.level().word());
            json.writeBooleanField("onByDefault", rule.isOnByDefault());
            json.writeStringField("help", rule.help());
            json.writeArrayFieldStart("examples");
            for (String example : rule.examples()) {
              json.writeString(example);
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
