package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.gfpaudit.reports.checkstyle.CheckstyleReport;
import org.gfpaudit.reports.gitlab.GitlabReport;
import org.gfpaudit.reports.junit.JunitReport;
import org.gfpaudit.reports.rdjson.RdjsonReport;
import org.gfpaudit.rules.finding.Level;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** What the readers of formats demand, as schemas. */
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

  private static void validate(String schema, String report) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(SchemasTest.class.getResource("/schema/" + schema))
        .newValidator()
        .validate(new StreamSource(new StringReader(report)));
  }

  @Test
  void checkstyle() throws SAXException, IOException {
    String report = Reviews.report(new CheckstyleReport());
    validate("checkstyle.xsd", report);
    String other = report.replace("severity=\"info\"", "severity=\"note\"");
    assertThrows(SAXException.class, () -> validate("checkstyle.xsd", other));
  }

  @Test
  void junit() throws SAXException, IOException {
    String report = Reviews.report(new JunitReport(Optional.of(Level.WARNING)));
    validate("junit.xsd", report);
    String other = report.replace("<testsuites ", "<testsuites skipped=\"0\" ");
    assertThrows(SAXException.class, () -> validate("junit.xsd", other));
  }
}
