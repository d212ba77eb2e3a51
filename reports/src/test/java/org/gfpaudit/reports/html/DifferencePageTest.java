package org.gfpaudit.reports.html;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.review.Difference;
import org.gfpaudit.rules.review.KnownFinding;
import org.junit.jupiter.api.Test;

class DifferencePageTest {
  private static KnownFinding finding(String id, int line, String message) {
    return new KnownFinding(
        "G" + id,
        new Fingerprint(id, id),
        "hardcoded",
        Level.WARNING,
        new Place("fs/<a>.c", line, 3, "f"),
        message);
  }

  @Test
  void itIsOnePageOfText() {
    KnownFinding before = finding("00000003", 5, "as it was");
    var difference =
        new Difference(
            "/srv/jdoe/linux-6.1",
            "v6.12<script>",
            List.of(
                new Difference.Appeared(
                    finding("00000001", 7, "new \033[1m<b>"), List.of("changed <here>"))),
            List.of(finding("00000002", 9, "gone")),
            new Difference.Kept(
                List.of(), List.of(new Difference.Moved(finding("00000003", 8, "x"), before)), 4));

    String page = Samples.render(out -> new DifferencePage("1.0").write(difference, out));

    Golden.assertMatches("difference-html", page);
    assertFalse(page.contains("jdoe") || page.contains("<script"), page);
    assertTrue(page.contains("<h2 id=\"new-title\">1 new</h2>"), page);
    assertTrue(page.contains("<em>changed &lt;here&gt;</em>"), page);
    assertTrue(page.contains("<em>was at fs/&lt;a&gt;.c:5:3</em>"), page);
  }
}
