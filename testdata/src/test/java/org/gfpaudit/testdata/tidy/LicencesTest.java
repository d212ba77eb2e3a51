package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.cli.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the jar holds of other people's work, with a licence for each. Maven makes the bill of
 * materials online only; CI looks that it is in the jar.
 */
class LicencesTest {
  private static final String LICENCES = "/META-INF/licenses/";

  /** A licence that a library is used under, its name in the bill, and the file with its text. */
  private record Licence(String id, String name, String file) {}

  private static String text(String resource) throws IOException {
    try (InputStream in = Main.class.getResourceAsStream(resource)) {
      assertTrue(in != null, resource + " is not in the program");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @BeforeEach
  void requireTheBill() {
    assumeTrue(
        Main.class.getResource("/META-INF/sbom/gfpaudit.cdx.json") != null,
        "an offline build makes no bill of materials");
  }

  private static Map<String, Licence> index() throws IOException {
    Map<String, Licence> index = new TreeMap<>();
    text(LICENCES + "index.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split("\t"))
        .forEach(cells -> index.put(cells[0], new Licence(cells[1], cells[2], cells[3])));
    return index;
  }

  private static Map<String, List<String>> materials() throws IOException {
    Map<String, List<String>> materials = new TreeMap<>();
    JsonNode bill = new ObjectMapper().readTree(text("/META-INF/sbom/gfpaudit.cdx.json"));
    assertEquals("CycloneDX", bill.get("bomFormat").asText());
    for (JsonNode component : bill.get("components")) {
      String group = component.get("group").asText();
      List<String> ids = new ArrayList<>();
      component.path("licenses").forEach(each -> ids.add(each.at("/license/id").asText()));
      component.path("licenses").forEach(each -> ids.add(each.at("/license/name").asText()));
      component.path("licenses").forEach(each -> ids.add(each.at("/expression").asText()));
      if (!group.equals("org.gfpaudit")) {
        materials.put(group + ":" + component.get("name").asText(), ids);
      }
    }
    return materials;
  }

  @Test
  void everyLibraryOfTheBillHasItsLicence() throws IOException {
    Map<String, Licence> index = index();
    assertEquals(new TreeSet<>(materials().keySet()), new TreeSet<>(index.keySet()));
    for (Licence licence : index.values()) {
      assertTrue(licence.file().startsWith(licence.id()), licence.toString());
      assertFalse(text(LICENCES + licence.file()).isBlank(), licence.file());
    }
  }

  @Test
  void theBillKnowsTheLicenceThatEachIsUsedUnder() throws IOException {
    Map<String, List<String>> materials = materials();
    index()
        .forEach(
            (library, licence) -> {
              List<String> said = materials.getOrDefault(library, List.of());
              assertTrue(said.contains(licence.name()), library + ": " + said);
            });
  }

  @Test
  void theBillTellsNothingOfTheMachine() throws IOException {
    String bill = text("/META-INF/sbom/gfpaudit.cdx.json");
    assertFalse(bill.contains(System.getProperty("user.dir")), "a path of this machine");
    assertFalse(bill.contains("serialNumber"), "a number that each build has anew");
  }
}
