package org.gfpaudit.reports.html;

import static org.gfpaudit.reports.html.Markup.with;

import java.util.Comparator;
import java.util.List;
import org.gfpaudit.reports.format.SubsystemTally;
import org.gfpaudit.reports.format.VisibleText;

/**
 * The picture of who obeys the mapping: a bar for each subsystem, with a piece for each {@link
 * Obedience} that says how many calls it has. Those that obey least come first. A piece is told by
 * its number, its pattern and its place in the bar, never by its colour alone.
 */
final class ObedienceChart {
  private static final double ROW = 24;
  private static final double BAR = 17;
  private static final double NAME_WIDTH = 190;
  private static final double BARS = 560;
  private static final double WIDTH = NAME_WIDTH + BARS + 120;
  private static final double LEAST = 16;
  private static final double DIGIT = 7;
  private static final int MOST_NAME = 26;

  private final Markup svg = new Markup();

  private ObedienceChart() {}

  /** The picture; empty where there are no rows. */
  static String of(List<SubsystemTally> tallies) {
    List<SubsystemTally> shown =
        tallies.stream()
            .filter(tally -> rows(tally) > 0)
            .sorted(
                Comparator.comparingLong((SubsystemTally tally) -> -Obedience.IGNORES.count(tally))
                    .thenComparingLong(tally -> -Obedience.PARTLY.count(tally))
                    .thenComparingLong(tally -> -rows(tally))
                    .thenComparing(SubsystemTally::name))
            .toList();
    return shown.isEmpty() ? "" : new ObedienceChart().drawn(shown);
  }

  private static long rows(SubsystemTally tally) {
    return tally.verdicts().values().stream().mapToLong(Long::longValue).sum();
  }

  private String drawn(List<SubsystemTally> tallies) {
    long most = tallies.stream().mapToLong(ObedienceChart::rows).max().orElse(1);
    double unit = (BARS - Obedience.values().length * LEAST) / most;
    double height = tallies.size() * ROW + 4;
    svg.open(
        "svg",
        with("class", "chart"),
        with("viewBox", "0 0 " + Math.round(WIDTH) + " " + Math.round(height)),
        with("role", "group"),
        with("aria-label", "Who obeys the mapping, by file system"));
    double y = 2;
    for (SubsystemTally tally : tallies) {
      row(tally, y, unit);
      y += ROW;
    }
    return svg.close("svg").whole();
  }

  private void row(SubsystemTally tally, double y, double unit) {
    String name = VisibleText.of(tally.name());
    svg.line().open("a", with("href", "#" + PageTree.systemId(name)));
    svg.element("title", name + ": " + inWords(tally));
    String shown = name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME - 3) + "...";
    text("name", NAME_WIDTH - 8, y + 13, shown);
    double x = NAME_WIDTH;
    for (Obedience group : Obedience.values()) {
      long count = group.count(tally);
      if (count == 0) {
        continue;
      }
      double width = Math.max(LEAST, count * unit);
      rect(group.word(), x, y, width);
      if (String.valueOf(count).length() * DIGIT < width) {
        text("count on-" + group.word(), x + width / 2, y + 13, String.valueOf(count));
      }
      x += width + 1;
    }
    text("use", x + 6, y + 13, tally.use().words().equals("-") ? "" : tally.use().words());
    svg.close("a");
  }

  private static String inWords(SubsystemTally tally) {
    StringBuilder words = new StringBuilder();
    for (Obedience group : Obedience.values()) {
      long count = group.count(tally);
      if (count > 0) {
        words.append(words.length() == 0 ? "" : "; ").append(count + " " + group.text());
      }
    }
    return words.toString();
  }

  private void rect(String type, double x, double y, double width) {
    svg.open(
            "rect",
            with("class", type),
            with("x", String.valueOf(Math.round(x))),
            with("y", String.valueOf(Math.round(y))),
            with("width", String.valueOf(Math.max(1, Math.round(width)))),
            with("height", String.valueOf(Math.round(BAR))))
        .close("rect");
  }

  private void text(String type, double x, double y, String text) {
    if (!text.isEmpty()) {
      svg.element(
          "text",
          text,
          with("class", type),
          with("x", String.valueOf(Math.round(x))),
          with("y", String.valueOf(Math.round(y))));
    }
  }
}
