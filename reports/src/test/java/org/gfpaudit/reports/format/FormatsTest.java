package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gfpaudit.reports.checkstyle.CheckstyleReport;
import org.gfpaudit.reports.gcc.GccReport;
import org.gfpaudit.reports.github.GithubReport;
import org.gfpaudit.reports.gitlab.GitlabReport;
import org.gfpaudit.reports.html.HtmlReport;
import org.gfpaudit.reports.json.JsonFindings;
import org.gfpaudit.reports.junit.JunitReport;
import org.gfpaudit.reports.rdjson.RdjsonReport;
import org.gfpaudit.reports.robot.RobotReport;
import org.gfpaudit.reports.sarif.SarifReport;
import org.gfpaudit.reports.text.TextReport;
import org.gfpaudit.rules.finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every format on a review that has everything, hostile names included. */
class FormatsTest {
  private static final Map<String, FindingsReport> FORMATS =
      new TreeMap<>(
          Map.of(
              "text", new TextReport(Samples.sources(), Style.PLAIN),
              "gcc", new GccReport(),
              "json", new JsonFindings("1.0"),
              "sarif", new SarifReport("1.0", Samples.sources()),
              "github", new GithubReport(),
              "gitlab", new GitlabReport(),
              "checkstyle", new CheckstyleReport(),
              "junit", new JunitReport(Optional.of(Level.WARNING)),
              "rdjsonl", new RdjsonReport(Samples.sources()),
              "robot", new RobotReport("1.0", "linux <next>", Samples.sources())));

  private static final FindingsReport HTML =
      new HtmlReport("1.0", "linux <next>", Samples.sources());

  private static String report(String format) {
    return Reviews.report(
        format.equals("html") ? HTML : Objects.requireNonNull(FORMATS.get(format)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "gcc",
        "json",
        "github",
        "gitlab",
        "checkstyle",
        "junit",
        "rdjsonl",
        "robot",
        "html"
      })
  void golden(String format) {
    Golden.assertMatches("review-" + format, report(format));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "gcc",
        "json",
        "sarif",
        "github",
        "gitlab",
        "checkstyle",
        "junit",
        "rdjsonl",
        "robot",
        "html"
      })
  void nothingActsOnATerminal(String format) {
    String report = report(format);
    report
        .chars()
        .forEach(
            c ->
                assertFalse(
                    c != '\n' && c != '\t' && VisibleText.isHidden((char) c),
                    format + " holds " + Integer.toHexString(c)));
  }

  private static Document xml(String format) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(report(format))));
  }

  @Test
  void theTotalsOfJunitAreThoseOfItsCases() throws Exception {
    Document document = xml("junit");
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
    assertEquals(2, xml("checkstyle").getElementsByTagName("error").getLength());
  }

  /** Reads a workflow command as the runner does. */
  @Test
  void githubCommandsComeBackAsTheyWere() {
    Pattern form = Pattern.compile("::(error|warning|notice) ([^:]*)::(.*)");
    List<String> lines = report("github").lines().toList();
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
        new ObjectMapper().readTree(report("rdjsonl").lines().skip(1).findFirst().orElseThrow());
    JsonNode suggestion = diagnostic.at("/suggestions/0");
    assertEquals(6, suggestion.at("/range/start/line").asInt());
    assertEquals(1, suggestion.at("/range/start/column").asInt());
    assertEquals(8, suggestion.at("/range/end/line").asInt());
    assertTrue(suggestion.get("text").asText().startsWith("\tgfp_t mine = "));
    assertTrue(suggestion.get("text").asText().endsWith("mine"));
  }

  @Test
  void thePageHoldsNoMarkupFromTheTree() {
    String page = report("html");
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("<here>"), page);
    assertFalse(page.contains("<next>"), page);
    assertTrue(page.contains("&lt;next&gt;"), page);
    assertTrue(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
  }

  @Test
  void lineFormatsHoldWhatIsNewOnly() {
    for (String format : List.of("text", "gcc", "github", "gitlab", "checkstyle", "rdjsonl")) {
      assertFalse(report(format).contains("GFP_USER reaches __page_cache_alloc"), format);
      assertFalse(report(format).contains("GFP_NOFS reaches find_or_create_page"), format);
    }
  }
}
