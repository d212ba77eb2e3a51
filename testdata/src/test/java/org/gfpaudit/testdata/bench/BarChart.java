package org.gfpaudit.testdata.bench;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gfpaudit.reports.plot.PlotStyle;
import org.gfpaudit.reports.plot.Scale;
import org.gfpaudit.reports.plot.SvgCanvas;

/**
 * Bars from left to right on a logarithmic axis, one below the other, each with its value behind
 * it. A bar ends at its value; a thin line shows from the least to the greatest one measured.
 *
 * @param title one line
 * @param notes lines below the title
 * @param series what the colours mean; at most {@value PlotStyle#SERIES}
 * @param unit what the axis counts, {@code seconds}
 * @param groups from top to bottom
 */
record BarChart(
    String title, List<String> notes, List<String> series, String unit, List<Group> groups) {

  /**
   * Bars that belong together.
   *
   * @param heading above them, or empty
   */
  record Group(String heading, List<Bar> bars) {}

  /**
   * One bar.
   *
   * @param series its place in the chart's series
   * @param value above 0
   * @param least not above {@code value}
   * @param most not below {@code value}
   * @param text behind the bar
   */
  record Bar(String label, int series, double value, double least, double most, String text) {}

  private static final double MARGIN = 20;
  private static final double ROW = 24;
  private static final double BAR = 15;
  private static final double HEADING = 30;
  private static final double CHAR = 6.8;
  private static final double AXIS_LENGTH = 420;
  private static final double BETWEEN = 10;
  private static final double SWATCH = 11;
  private static final double LEGEND_GAP = 22;

  BarChart {
    notes = List.copyOf(notes);
    series = List.copyOf(series);
    groups = List.copyOf(groups);
    if (groups.stream().allMatch(group -> group.bars().isEmpty())) {
      throw new IllegalArgumentException("a chart without bars");
    }
  }

  /** Writes the chart as SVG; {@code out} is neither flushed nor closed. */
  void write(Writer out) throws IOException {
    List<Bar> bars = new ArrayList<>();
    groups.forEach(group -> bars.addAll(group.bars()));
    double labels = widest(bars.stream().map(Bar::label).toList());
    double texts = widest(bars.stream().map(Bar::text).toList());
    double from = MARGIN + labels + BETWEEN;
    double to = from + AXIS_LENGTH;
    double least = bars.stream().mapToDouble(Bar::least).min().orElseThrow();
    double most = bars.stream().mapToDouble(Bar::most).max().orElseThrow();
    Scale scale = LogarithmicScale.of(least, most, from, to);

    double legendY = MARGIN + 12 + 18 * notes.size() + 24;
    double top = legendY + 14;
    double bottom = top;
    for (Group group : groups) {
      bottom += (group.heading().isEmpty() ? BETWEEN : HEADING) + ROW * group.bars().size();
    }
    double headWidth = widest(notes) + 2 * MARGIN;
    double width = Math.max(to + BETWEEN + texts + MARGIN, headWidth);
    double height = bottom + 50 + MARGIN;

    SvgCanvas canvas = new SvgCanvas(title, PlotStyle.SHEET);
    canvas.rect("paper", 0, 0, width, height, "");
    canvas.text("title", MARGIN, MARGIN + 12, SvgCanvas.Anchor.START, title);
    for (int i = 0; i < notes.size(); i++) {
      canvas.text("note", MARGIN, MARGIN + 30 + 18 * i, SvgCanvas.Anchor.START, notes.get(i));
    }
    drawLegend(legendY, canvas);
    drawAxis(scale, top, bottom + 6, canvas);
    canvas.text("note", (from + to) / 2, bottom + 40, SvgCanvas.Anchor.MIDDLE, unit);
    double y = top;
    for (Group group : groups) {
      y += group.heading().isEmpty() ? BETWEEN : HEADING;
      if (!group.heading().isEmpty()) {
        canvas.text("note", MARGIN, y - 8, SvgCanvas.Anchor.START, group.heading());
      }
      for (Bar bar : group.bars()) {
        draw(bar, scale, from, y, canvas);
        y += ROW;
      }
    }
    canvas.line("axis", from, top, from, bottom + 6);
    canvas.write(width, height, out);
  }

  private void draw(Bar bar, Scale scale, double from, double y, SvgCanvas canvas) {
    double middle = y + ROW / 2;
    double base = middle + 4;
    double end = scale.position(bar.value());
    String tip = bar.label() + ": " + bar.text();
    canvas.text("label", from - BETWEEN, base, SvgCanvas.Anchor.END, bar.label());
    canvas.rect("series" + bar.series(), from, middle - BAR / 2, end - from, BAR, tip);
    double most = scale.position(bar.most());
    if (bar.least() < bar.value() || bar.most() > bar.value()) {
      canvas.line("spread", scale.position(bar.least()), middle, most, middle);
    }
    canvas.text("value", Math.max(end, most) + 8, base, SvgCanvas.Anchor.START, bar.text());
  }

  private void drawLegend(double y, SvgCanvas canvas) {
    double x = MARGIN;
    for (int i = 0; i < series.size(); i++) {
      canvas.rect("series" + i, x, y - SWATCH + 1, SWATCH, SWATCH, "");
      canvas.text("label", x + SWATCH + 6, y, SvgCanvas.Anchor.START, series.get(i));
      x += SWATCH + 6 + CHAR * series.get(i).length() + LEGEND_GAP;
    }
  }

  private static void drawAxis(Scale scale, double top, double bottom, SvgCanvas canvas) {
    for (double mark : scale.marks()) {
      double x = scale.position(mark);
      canvas.line("grid", x, top, x, bottom);
      canvas.text("note", x, bottom + 16, SvgCanvas.Anchor.MIDDLE, plain(mark));
    }
  }

  /** {@code 0.1}, {@code 1}, {@code 100}. */
  private static String plain(double mark) {
    return mark >= 1
        ? String.format(Locale.ROOT, "%.0f", mark)
        : String.format(Locale.ROOT, "%.6f", mark).replaceAll("0+$", "");
  }

  private static double widest(List<String> texts) {
    return CHAR * texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
