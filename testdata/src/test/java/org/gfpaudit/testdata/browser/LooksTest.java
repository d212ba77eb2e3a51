package org.gfpaudit.testdata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gfpaudit.testdata.harness.Document;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Test;

/**
 * What the page looks like: light, dark, narrow, on paper, without scripts, and when read aloud.
 */
class LooksTest extends BrowserTest {
  private static final List<String> VIEWS =
      List.of("#overview", "#findings", "#calls", "#systems", "#compared", "#" + HARBOR);
  private static final int MOST_BYTES = 200_000;

  /** The least contrast of text that the guidelines for accessible pages ask for. */
  private static final double CONTRAST = 4.5;

  private static final String CONTRASTS =
      """
      (() => {
        const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
        const light = (text) => rgb(text).slice(0, 3)
            .map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = (e) => {
          for (let box = e; box; box = box.parentElement) {
            const colour = getComputedStyle(box).backgroundColor;
            if ((rgb(colour)[3] ?? 1) > 0) return colour;
          }
          return "rgb(255,255,255)";
        };
        const bad = [];
        for (const e of document.querySelectorAll("main *, header *")) {
          const own = Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.data.trim());
          if (!own || !e.getClientRects().length || e.closest("svg, option")) continue;
          const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (ratio < LEAST) bad.push(e.tagName + "." + e.className + " " + ratio.toFixed(2) + " " + e.textContent.slice(0, 30));
        }
        return Array.from(new Set(bad));
      })()
      """;

  private void openAll() throws InterruptedException {
    tools.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    tools.settle();
  }

  @Test
  void textCanBeReadInLightAndInDark() throws InterruptedException {
    String ground = "";
    for (boolean isDark : List.of(false, true)) {
      tools.show("screen", isDark);
      for (String view : VIEWS) {
        tools.open(page, view);
        openAll();
        assertEquals(
            List.of(),
            tools.texts(CONTRASTS.replace("LEAST", String.valueOf(CONTRAST))),
            view + (isDark ? " in dark" : " in light"));
      }
      String own = text("getComputedStyle(document.body).backgroundColor");
      assertNotEquals(ground, own);
      ground = own;
    }
  }

  @Test
  void aNarrowWindowNeedsNoScrollingToTheSide() throws InterruptedException {
    tools.resize(390, 800);
    for (String view : VIEWS) {
      tools.open(page, view);
      openAll();
      int width = tools.evaluate("document.documentElement.scrollWidth").asInt();
      assertTrue(width <= 390, view + " is as wide as " + width);
    }
  }

  @Test
  void paperHasWhatIsFolded() throws InterruptedException {
    tools.open(page, "#findings?level=error,warning,note");
    String folded = "document.querySelector('.finding:not([open]) .body').checkVisibility()";
    assertFalse(holds(folded));
    tools.show("print", false);
    assertTrue(holds(folded), "a folded finding is printed");
    assertEquals(0, tools.evaluate("document.querySelector('nav').offsetHeight").asInt());
    byte[] pdf = tools.pdf();
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    long pages =
        Pattern.compile("/Type\\s*/Page\\b(?!s)")
            .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
            .results()
            .count();
    assertTrue(pages >= 4, pages + " pages");
  }

  @Test
  void withoutScriptsAllOfItIsThere() throws InterruptedException {
    tools.letScripts(false);
    tools.open(page, "#findings?level=note&rule=re-added");
    assertEquals(
        List.of(),
        tools.texts(
            "Array.from(document.querySelectorAll('section.view')).filter((e) => !e.offsetHeight).map((e) => e.id)"));
    assertEquals(0, tools.evaluate("document.querySelector('form').offsetHeight").asInt());
    assertEquals(
        0,
        tools
            .evaluate(
                "document.querySelectorAll('button').length ? document.querySelector('#ask').offsetHeight : 0")
            .asInt());
    // The browser itself goes to what the address names, and opens what it stands in.
    assertTrue(holds("document.querySelector(':target').checkVisibility()"));
    tools.open(page, "#" + HARBOR + "-1.2");
    assertTrue(holds("document.querySelector(':target').checkVisibility()"));
    tools.letScripts(true);
  }

  @Test
  void everythingHasAName() throws InterruptedException {
    tools.open(page, "#" + HARBOR);
    openAll();
    assertEquals(
        List.of(),
        tools.texts(
            "Array.from(document.querySelectorAll('input,select,button,a,summary,figure[tabindex]'))"
                + ".filter((e) => !(e.textContent.trim() || e.getAttribute('aria-label')"
                + " || (e.labels && e.labels.length && e.labels[0].textContent.trim())))"
                + ".map((e) => e.outerHTML.slice(0, 90))"));
    for (String landmark :
        List.of("header", "nav[aria-label]", "main", "footer", "h1", "html[lang]")) {
      assertEquals(
          1,
          tools.evaluate("document.querySelectorAll('" + landmark + "').length").asInt(),
          landmark);
    }
    assertEquals(
        List.of(),
        tools.texts(
            "Array.from(document.querySelectorAll('thead th:not([scope])'), (e) => e.textContent)"));
    assertEquals(
        "polite", text("document.querySelector('#findings output').getAttribute('aria-live')"));
  }

  /** The picture in README.md; fonts differ from machine to machine, so it is not compared. */
  @Test
  void thePictureIsOfThePage() throws IOException, InterruptedException {
    Path picture = Testdata.directory().resolve("manual/page.png");
    if (Boolean.getBoolean("testdata.update")) {
      tools.resize(1100, 900);
      tools.open(page, "#" + HARBOR);
      tools.key("d");
      tools.evaluate("document.getElementById('" + HARBOR + "').scrollIntoView()");
      Files.write(picture, tools.screenshot());
    }
    assertTrue(Files.size(picture) < MOST_BYTES, "the picture is too large");
    assertTrue(
        Document.README.text().contains("](testdata/manual/page.png)"), "README.md shows it");
  }
}
