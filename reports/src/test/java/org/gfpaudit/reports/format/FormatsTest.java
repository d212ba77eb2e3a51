package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gfpaudit.reports.catalog.FindingsFormat;
import org.gfpaudit.reports.catalog.ReportedRun;
import org.gfpaudit.rules.finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every format on a review that has everything, hostile names included. */
class FormatsTest {
  private static final ReportedRun RUN = run(Optional.of(Level.NOTE));

  private static ReportedRun run(Optional<Level> least) {
    ReportedTree tree = Samples.tree(Samples.sources());
    return new ReportedRun(
        "1.0", tree, Style.PLAIN, Optional.of(Level.WARNING), least, /* suggestsWaivers= */ false);
  }

  private static String report(FindingsFormat format) {
    return Reviews.report(format.report(RUN));
  }

  @ParameterizedTest
  @EnumSource
  void golden(FindingsFormat format) {
    Golden.assertMatches("review-" + format.word(), report(format));
  }

  @ParameterizedTest
  @EnumSource
  void nothingActsOnATerminal(FindingsFormat format) {
    String report = report(format);
    report
        .chars()
        .forEach(
            c ->
                assertFalse(
                    c != '\n' && c != '\t' && VisibleText.isHidden((char) c),
                    format + " holds " + Integer.toHexString(c)));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhoReadsIt(FindingsFormat format) {
    assertTrue(format.readers().matches("[a-z]\\S* .*[^.]|[A-Z]{2,} .*[^.]"), format.readers());
  }

  private static Document xml(FindingsFormat format) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(report(format))));
  }

  @Test
  void theTotalsOfJunitAreThoseOfItsCases() throws Exception {
    Document document = xml(FindingsFormat.JUNIT);
    var root = document.getDocumentElement();
    for (String[] pair :
        List.of(new String[] {"tests", "testcase"}, new String[] {"failures", "failure"})) {
      assertEquals(
          root.getAttribute(pair[0]),
          String.valueOf(document.getElementsByTagName(pair[1]).getLength()));
    }
    assertEquals("1", root.getAttribute("failures"));
    NodeList suites = document.getElementsByTagName("testsuite");
    int skipped = 0;
    for (int i = 0; i < suites.getLength(); i++) {
      skipped += Integer.parseInt(((Element) suites.item(i)).getAttribute("skipped"));
    }
    assertEquals(2, skipped);
    assertEquals(2, document.getElementsByTagName("skipped").getLength());
  }

  @Test
  void checkstyleHasOneErrorForEachNewFinding() throws Exception {
    assertEquals(2, xml(FindingsFormat.CHECKSTYLE).getElementsByTagName("error").getLength());
  }

  /** Reads a workflow command as the runner does. */
  @Test
  void githubCommandsComeBackAsTheyWere() {
    Pattern form = Pattern.compile("::(error|warning|notice) ([^:]*)::(.*)");
    List<String> lines = report(FindingsFormat.GITHUB).lines().toList();
    assertEquals(2, lines.size());
    for (String line : lines) {
      Matcher command = form.matcher(line);
      assertTrue(command.matches(), line);
      Map<String, String> properties = new TreeMap<>();
      for (String property : command.group(2).split(",", -1)) {
        int equals = property.indexOf('=');
        properties.put(property.substring(0, equals), unescaped(property.substring(equals + 1)));
      }
      assertEquals(List.of("col", "file", "line", "title"), List.copyOf(properties.keySet()));
      String file = Objects.requireNonNull(properties.get("file"));
      assertTrue(
          List.of(Samples.HOSTILE.replace("\033", "\\x1b"), "fs/reader.c").contains(file)
              || file.contains("script"),
          file);
    }
  }

  private static String unescaped(String text) {
    return text.replace("%2C", ",")
        .replace("%3A", ":")
        .replace("%0A", "\n")
        .replace("%0D", "\r")
        .replace("%25", "%");
  }

  @Test
  void aSuggestionIsTheTextThatReplacesItsRange() throws IOException {
    JsonNode diagnostic =
        new ObjectMapper()
            .readTree(report(FindingsFormat.RDJSONL).lines().skip(1).findFirst().orElseThrow());
    JsonNode suggestion = diagnostic.at("/suggestions/0");
    assertEquals(6, suggestion.at("/range/start/line").asInt());
    assertEquals(1, suggestion.at("/range/start/column").asInt());
    assertEquals(8, suggestion.at("/range/end/line").asInt());
    assertTrue(suggestion.get("text").asText().startsWith("\tgfp_t mine = "));
    assertTrue(suggestion.get("text").asText().endsWith("mine"));
  }

  /** The review has a note, the mask that cannot be followed, and an error. */
  @ParameterizedTest
  @EnumSource
  void notesAreLeftOutOfTextAndOfWhatIsAskedForWithoutThem(FindingsFormat format) {
    String note = "cannot be followed";
    String all = Reviews.report(format.report(run(Optional.of(Level.NOTE))));
    String some = Reviews.report(format.report(run(Optional.of(Level.WARNING))));
    String unasked = Reviews.report(format.report(run(Optional.empty())));
    assertTrue(all.contains(note), all);
    assertFalse(some.contains(note), some);
    assertTrue(some.contains("GFP_KERNEL reaches"), some);
    assertEquals(format == FindingsFormat.TEXT ? some : all, unasked);
  }

  @Test
  void lineFormatsHoldWhatIsNewOnly() {
    for (FindingsFormat format :
        EnumSet.complementOf(
            EnumSet.of(
                FindingsFormat.JSON,
                FindingsFormat.SARIF,
                FindingsFormat.JUNIT,
                FindingsFormat.ROBOT,
                FindingsFormat.HTML))) {
      String report = report(format);
      assertFalse(report.contains("GFP_USER reaches __page_cache_alloc"), format::word);
      assertFalse(report.contains("GFP_NOFS reaches find_or_create_page"), format::word);
    }
  }
}
