package org.gfpaudit.testdata.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gfpaudit.testdata.bench.BarChart.Bar;
import org.gfpaudit.testdata.bench.BarChart.Group;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Test;

class BarChartTest {
  private static String svg(Group... groups) throws IOException {
    StringWriter out = new StringWriter();
    chart(List.of(groups)).write(out);
    return out.toString();
  }

  private static BarChart chart(List<Group> groups) {
    return new BarChart(
        "How long <programs> take",
        List.of("linux 7.2, five rounds", "the line in a bar goes from the least to the most"),
        List.of("gfpaudit", "rg", "spatch"),
        "seconds, each mark ten times the one before",
        groups);
  }

  @Test
  void barsInGroups() throws IOException {
    var whole =
        new Group(
            "The whole tree",
            List.of(
                new Bar("rg -cw GFP_KERNEL", 1, 1.0, 0.9, 1.4, "1.00 s, 1.0"),
                new Bar("check, index \"there\"", 0, 3.25, 3.25, 3.25, "3.25 s, 3.3"),
                new Bar("spatch \033[2J & co", 2, 14.1, 14, 19, "14.10 s, 14.1")));
    var parse = new Group("", List.of(new Bar("short", 0, 0.052, 0.05, 0.06, "0.05 s")));
    String svg = svg(whole, parse);
    Path golden = Testdata.directory().resolve("bench/bars.golden");
    if (Boolean.getBoolean("testdata.update")) {
      Files.writeString(golden, svg);
    }
    assertEquals(Files.readString(golden), svg);
  }

  @Test
  void aChartNeedsABar() {
    assertThrows(IllegalArgumentException.class, () -> chart(List.of(new Group("g", List.of()))));
  }

  @Test
  void aValueOfNothingStandsAtTheBegin() throws IOException {
    var nothing = new Group("", List.of(new Bar("a", 0, 0.01, 0.01, 0.01, "0.01 s")));
    String svg = svg(nothing);
    assertTrue(svg.contains("width=\"0\""), svg);
  }
}
