package org.gfpaudit.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gfpaudit.reports.format.ReportedTree;
import org.gfpaudit.reports.format.Reviews;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.format.SourceUrl;
import org.gfpaudit.reports.format.Standpoint;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.review.Review;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final String PAGE =
      Reviews.report(new HtmlReport("1.0", Samples.tree(Samples.sources())));

  private static List<String> all(String regex, String text) {
    return Pattern.compile(regex, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static String only(List<String> texts) {
    assertEquals(1, texts.size(), texts::toString);
    return texts.get(0);
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x3D;", "=")
        .replace("&#x2F;", "/")
        .replace("&#x60;", "`")
        .replace("&amp;", "&");
  }

  private static String written(Review review, ReportedTree tree) {
    return Samples.render(out -> new HtmlReport("1.0", tree).write(review, out));
  }

  /** The engine wraps it, and a disk that is full is no error of this program. */
  @Test
  void aWriterThatFailsIsAFailureOfTheWriter() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    HtmlReport report = new HtmlReport("1.0", Samples.tree(Samples.sources()));
    IOException failure =
        assertThrows(IOException.class, () -> report.write(Reviews.review(), full));
    assertEquals("no space left", failure.getMessage());
  }

  @Test
  void thePolicyNamesTheOneScriptAndTheOneSheetByTheirHashes() {
    String policy = unescaped(only(all("Content-Security-Policy\" content=\"([^\"]*)\"", PAGE)));
    String script = only(all("<script[^>]*>(.*?)</script", PAGE));
    String style = only(all("<style[^>]*>(.*?)</style", PAGE));
    assertEquals(
        "default-src 'none'; script-src '"
            + PageResources.hash(script)
            + "'; style-src '"
            + PageResources.hash(style)
            + "'; base-uri 'none'; form-action 'none'",
        policy);
    assertEquals(List.of(), all("( style=\"[^\"]*\"| on[a-z]+=\")", PAGE.replace(script, "")));
  }

  @Test
  void nothingIsLoadedFromAnywhere() {
    assertEquals(List.of(), all("((?:src|srcset|data|poster)=\"[^\"]*\")", PAGE));
    assertEquals(List.of("#head"), all("url\\(([^)]*)\\)", PAGE).stream().distinct().toList());
    assertFalse(PAGE.contains("<link") || PAGE.contains("@import"), PAGE);
    assertFalse(PAGE.toLowerCase(Locale.ROOT).contains("javascript:"), PAGE);
  }

  @Test
  void whatAnAddressLeadsToIsThere() {
    Set<String> ids = new HashSet<>();
    for (String id : all(" id=\"([^\"]*)\"", PAGE)) {
      assertTrue(ids.add(unescaped(id)), () -> "two elements have the id " + id);
    }
    for (String target : all(" href=\"#([^\"]*)\"", PAGE)) {
      String wanted = unescaped(target);
      // Without a script there is no filter for calls: then the table is all there is.
      assertTrue(ids.contains(wanted) || wanted.startsWith("calls?verdict="), wanted);
    }
  }

  @Test
  void textOfATreeIsText() {
    String page = PAGE.replace(only(all("<script[^>]*>(.*?)</script", PAGE)), "");
    assertEquals(1, all("(<script)", page).size());
    assertEquals(1, all("(</script)", page).size());
    for (String markup : List.of("<here>", "<next>", "<b>\"", "<sink>")) {
      assertFalse(page.contains(markup), markup);
    }
    assertTrue(page.contains("&lt;next&gt;"), page);
    assertTrue(page.contains("\\u202e") && !page.contains("\u202e"), page);
  }

  @Test
  void aFindingHasNoLineForWhatItLacks() {
    List<String> findings = all("(<details class=\"finding .*?)<p class=\"more\">", PAGE);
    assertEquals(4, findings.size());
    List<String> mended =
        findings.stream().filter(each -> each.contains("second audit confirmed")).toList();
    assertEquals(1, mended.size());
    assertTrue(mended.get(0).contains("<ins>+") && mended.get(0).contains("<del>-"), PAGE);
    for (String each : findings) {
      assertEquals(
          List.of(),
          all("(<(?:p|h4|ul|ol|pre|code|li|summary)(?: [^>]*)?>\\s*(?:When|Note:)?\\s*</)", each));
    }
  }

  @Test
  void theDirectoryOfTheTreeIsNotTold() {
    ReportedTree sample = Samples.tree(Samples.sources());
    for (String name : List.of("/srv/jdoe/linux-next/", "C:\\Users\\jdoe\\linux-next")) {
      ReportedTree tree =
          new ReportedTree(
              name,
              sample.sources(),
              sample.subsystemOf(),
              new Standpoint(file -> "/srv/jdoe/" + file, Optional.of("file:///srv/x/")),
              SourceUrl.NONE,
              sample.isScope());
      String page = written(Reviews.review(), tree);
      assertFalse(page.contains("jdoe") || page.contains("file://"), page);
      assertTrue(page.contains("<title>gfpaudit: linux-next</title>"), page);
      assertFalse(page.contains("href=\"http"), page);
    }
  }

  @Test
  void codeIsLinkedWhereSomebodySaysWhereItIs() {
    assertTrue(
        PAGE.contains(
            "<a href=\"https://code.example/fs/reader.c?h&#x3D;v6.1.192#n6\" rel=\"noreferrer\">"),
        PAGE);
  }

  @Test
  void everyFindingAndEveryRowIsThere() {
    Review review = Reviews.review();
    Set<String> ids = new TreeSet<>(all("<details class=\"finding [^\"]*\" id=\"([^\"]*)\"", PAGE));
    Set<String> wanted = new TreeSet<>();
    review.audit().findings().stream().map(Finding::id).forEach(wanted::add);
    assertEquals(wanted, ids);
    assertEquals(review.audit().rows().size(), all("(<tr tabindex)", PAGE).size());
  }

  /**
   * Three braces write what is not escaped again, so only what {@link Markup} made stands there.
   */
  @Test
  void templatesTakeWholeOnlyWhatIsEscapedAlready() throws IOException {
    Set<String> whole = new TreeSet<>();
    for (String name :
        List.of(
            "page",
            "overview",
            "findings",
            "finding",
            "fact",
            "calls",
            "systems",
            "compared",
            "keys",
            "difference")) {
      String template = PageResources.template(name);
      Pattern.compile("\\{\\{\\{(\\w+)\\}\\}\\}|\\{\\{&(\\w+)")
          .matcher(template)
          .results()
          .map(MatchResult::group)
          .forEach(whole::add);
    }
    assertEquals(
        Set.of(
            "{{{chart}}}",
            "{{{drawing}}}",
            "{{{excerpt}}}",
            "{{{factLines}}}",
            "{{{fix}}}",
            "{{{script}}}",
            "{{{stepLines}}}",
            "{{{style}}}"),
        whole);
  }
}
