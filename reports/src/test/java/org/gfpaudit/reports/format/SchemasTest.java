package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.gfpaudit.reports.gitlab.GitlabReport;
import org.gfpaudit.reports.rdjson.RdjsonReport;
import org.junit.jupiter.api.Test;

/** What the readers of two formats demand, as schemas. */
class SchemasTest {
  private static JsonSchema schema(String name) throws IOException {
    try (var in = SchemasTest.class.getResourceAsStream("/schema/" + name)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    }
  }

  @Test
  void rdjsonl() throws IOException {
    JsonSchema schema = schema("rdjsonl.json");
    List<String> lines = Reviews.report(new RdjsonReport(Samples.sources())).lines().toList();
    assertFalse(lines.isEmpty());
    for (String line : lines) {
      assertEquals(Set.of(), schema.validate(line, InputFormat.JSON));
    }
    String other = lines.get(0).replace("\"severity\"", "\"level\"");
    assertFalse(schema.validate(other, InputFormat.JSON).isEmpty(), "the schema is one");
  }

  @Test
  void gitlab() throws IOException {
    JsonSchema schema = schema("gitlab-code-quality.json");
    String report = Reviews.report(new GitlabReport());
    assertEquals(Set.of(), schema.validate(report, InputFormat.JSON));
    String other = report.replace("\"fs/", "\"./fs/");
    assertFalse(schema.validate(other, InputFormat.JSON).isEmpty(), "the schema is one");
  }
}
