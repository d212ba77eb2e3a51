package org.gfpaudit.reports.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Reviews;
import org.gfpaudit.reports.format.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReportTest {
  private static final String SARIF =
      Reviews.report(new SarifReport("1.0", Samples.sources(), Optional.of("file:///linux/")));

  private static JsonNode run() throws IOException {
    return new ObjectMapper().readTree(SARIF).at("/runs/0");
  }

  @Test
  void isValidByTheSchemaOfTheStandard() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(
                SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));
    assertEquals(Set.of(), schema.validate(SARIF, InputFormat.JSON));
    assertEquals(
        Set.of(),
        schema.validate(
            Samples.findings(new SarifReport("1.0", path -> Optional.empty(), Optional.empty())),
            InputFormat.JSON));
    // A validator that accepts anything would prove nothing.
    assertEquals(
        1, schema.validate(SARIF.replace("\"2.1.0\"", "\"2.2.0\""), InputFormat.JSON).size());
  }

  @Test
  void whatIsKnownOfAFindingIsSaid() throws IOException {
    Map<String, List<String>> byState =
        run().at("/results").findParents("baselineState").stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.get("baselineState").asText(),
                    Collectors.mapping(
                        result -> result.get("ruleId").asText(), Collectors.toList())));
    assertEquals(List.of("hardcoded-weak"), byState.get("unchanged"));
    assertEquals(List.of("hardcoded"), byState.get("absent"));
    assertEquals(3, byState.getOrDefault("new", List.of()).size());
    assertEquals(
        List.of("reclaim cannot enter <here>\007"),
        run().at("/results").findValuesAsText("justification"));
  }

  @Test
  void rulesLieWhereResultsPointTo() throws IOException {
    for (JsonNode result : run().at("/results")) {
      String id = result.get("ruleId").asText();
      assertEquals(
          id,
          run().at("/tool/driver/rules").get(result.get("ruleIndex").asInt()).get("id").asText());
    }
    for (JsonNode rule : run().at("/tool/driver/rules")) {
      assertTrue(rule.at("/help/text").asText().length() > 40, rule.toString());
    }
  }

  @Test
  void applyingTheFixGivesTheMendedText() throws IOException {
    String[] lines =
        Samples.sources()
            .source("fs/reader.c")
            .map(s -> new String(s.bytes(), StandardCharsets.UTF_8))
            .orElseThrow()
            .split("\n", -1);
    JsonNode replacements = inReader().at("/fixes/0/artifactChanges/0/replacements");
    assertEquals(2, replacements.size());
    for (int i = replacements.size() - 1; i >= 0; i--) {
      JsonNode region = replacements.get(i).get("deletedRegion");
      int line = region.get("startLine").asInt() - 1;
      assertEquals(line, region.get("endLine").asInt() - 1);
      String old = lines[line];
      lines[line] =
          old.substring(0, region.get("startColumn").asInt() - 1)
              + replacements.get(i).at("/insertedContent/text").asText()
              + old.substring(region.get("endColumn").asInt() - 1);
    }
    String text = String.join("\n", lines);
    assertTrue(text.contains("mine | __GFP_NOWARN))"), text);
    assertTrue(text.contains("\tgfp_t mine = mapping_gfp_mask(mapping);\n\n\tif (add"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "fs/mpage.c,fs/mpage.c",
    "'fs/a b#c?.c',fs/a%20b%23c%3F.c",
    "a:b/c%.c,a%3Ab/c%25.c",
    "fs/é.c,fs/%C3%A9.c",
  })
  void pathsAreRelativeReferences(String path, String uri) {
    assertEquals(uri, SarifUri.of(path));
  }

  /** The result about the sample that can be mended. */
  private static JsonNode inReader() throws IOException {
    for (JsonNode result : run().at("/results")) {
      if (result.has("fixes")) {
        return result;
      }
    }
    throw new AssertionError("no result has a fix");
  }

  @Test
  void aRegionEndsWhereTheNameEnds() throws IOException {
    JsonNode region = inReader().at("/locations/0/physicalLocation/region");
    assertEquals(
        "add_to_page_cache_lru".length(),
        region.get("endColumn").asInt() - region.get("startColumn").asInt());
  }

  @Test
  void theRootAndTheHelpAreThere() throws IOException {
    assertEquals("file:///linux/", run().at("/originalUriBaseIds/SRCROOT/uri").asText());
    assertTrue(run().at("/tool/driver/informationUri").asText().startsWith("https://"));
    for (JsonNode rule : run().at("/tool/driver/rules")) {
      String help = rule.at("/help/markdown").asText();
      assertTrue(help.contains("```c\n"), help);
    }
  }

  @Test
  void theWorstComesFirst() throws IOException {
    List<String> levels = new ArrayList<>();
    for (JsonNode result : run().at("/results")) {
      // What is gone stands behind everything that is there.
      if (!result.path("baselineState").asText().equals("absent")) {
        levels.add(result.get("level").asText());
      }
    }
    List<String> order = List.of("error", "warning", "note");
    assertEquals(levels.stream().sorted(Comparator.comparing(order::indexOf)).toList(), levels);
  }
}
