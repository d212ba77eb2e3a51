package org.gfpaudit.testdata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Thousands of findings. Machines differ, so no time is asked for: ten times as many findings may
 * take little more than ten times as long.
 */
class ManyFindingsTest extends BrowserTest {
  private static final int FEW = 500;
  private static final int MANY = 5_000;
  private static final double MOST_RATIO = 30;

  /**
   * Types a word letter by letter and takes it back; what the slowest letter took, with the layout
   * of the page after it, in milliseconds.
   */
  private static final String TYPING =
      """
      (async () => {
        const field = document.querySelector("#findings [name=text]");
        const times = [];
        for (const text of ["f", "fi", "fil", "fill_1", "fill_12", "", "sea", "sea3 file", ""]) {
          const start = performance.now();
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          document.body.offsetHeight;
          times.push(performance.now() - start);
        }
        return Math.max(...times);
      })()
      """;

  private static final String COUNT = "document.querySelector('#findings output').value";

  private double[] measured(int count) throws IOException, InterruptedException {
    Path file = written("many-" + count + ".html", GeneratedReview.page(count));
    tools.open(file, "#findings?level=error,warning,note");
    assertEquals(count + " of " + count, text(COUNT));
    double open =
        tools.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd").asDouble();
    tools.evaluate(TYPING); // The first time, the browser has to learn.
    double typing = tools.evaluate(TYPING).asDouble();
    assertEquals(count + " of " + count, text(COUNT));
    System.out.printf(
        "%d findings: opened in %.0f ms, the slowest letter %.0f ms%n", count, open, typing);
    return new double[] {open, typing};
  }

  @Test
  void fiveThousandAreFilteredWithoutAStutter() throws IOException, InterruptedException {
    double[] few = measured(FEW);
    double[] many = measured(MANY);
    assertTrue(many[0] / Math.max(20, few[0]) < MOST_RATIO, "opening");
    assertTrue(many[1] / Math.max(20, few[1]) < MOST_RATIO, "typing");
  }

  @Test
  void whatIsBeyondTheFirstHundredsIsThereOnDemand() throws IOException, InterruptedException {
    Path file = written("many.html", GeneratedReview.page(FEW));
    tools.open(file, "#findings?level=error,warning,note");
    int first = shown().size();
    assertTrue(first < FEW);
    tools.click("#findings .rest button");
    assertEquals(2 * first, shown().size());
    tools.open(file, "#G" + String.format("%08x", FEW - 1));
    assertTrue(shown().contains("G" + String.format("%08x", FEW - 1)));
    tools.open(file, "#findings?level=error,warning,note");
    tools.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertEquals(FEW, shown().size());
  }
}
