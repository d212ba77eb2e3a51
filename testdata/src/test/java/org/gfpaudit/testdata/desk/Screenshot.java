package org.gfpaudit.testdata.desk;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Output of the program with its colours, as a picture of a terminal. */
final class Screenshot {
  private static final int LINE_HEIGHT = 18;
  private static final double COLUMN_WIDTH = 7.83;
  private static final int MARGIN = 16;

  private static final Pattern PAINTED = Pattern.compile("\033\\[([0-9;]+)m(.*?)\033\\[0m");

  /** What terminals make of the colours that the program uses, on a dark ground. */
  private static final Map<String, String> LOOKS =
      Map.of(
          "1", "font-weight=\"bold\"",
          "2", "fill=\"#8b949e\"",
          "1;31", "font-weight=\"bold\" fill=\"#ff7b72\"",
          "32", "fill=\"#7ee787\"",
          "1;33", "font-weight=\"bold\" fill=\"#e3b341\"",
          "1;36", "font-weight=\"bold\" fill=\"#76e3ea\"");

  private Screenshot() {}

  /** The picture, as SVG, of a command line and what it printed. */
  static String svg(String command, String output) {
    List<String> lines = output.lines().toList();
    int columns =
        Math.max(
            command.length() + 2,
            lines.stream()
                .mapToInt(line -> PAINTED.matcher(line).replaceAll("$2").length())
                .max()
                .orElse(0));
    int width = (int) Math.ceil(columns * COLUMN_WIDTH) + 2 * MARGIN;
    int height = (lines.size() + 1) * LINE_HEIGHT + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
    svg.append("\" height=\"").append(height).append("\">\n");
    svg.append("<title>").append(escaped(command)).append("</title>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#0d1117\"/>\n");
    svg.append(
        "<g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"13\""
            + " fill=\"#e6edf3\" xml:space=\"preserve\">\n");
    line(svg, 0, "\033[32m$\033[0m " + command);
    for (int i = 0; i < lines.size(); i++) {
      line(svg, i + 1, lines.get(i));
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static void line(StringBuilder svg, int number, String line) {
    if (line.isEmpty()) {
      return;
    }
    int y = MARGIN + (number + 1) * LINE_HEIGHT - 5;
    svg.append("<text x=\"").append(MARGIN).append("\" y=\"").append(y).append("\">");
    Matcher painted = PAINTED.matcher(line);
    int end = 0;
    while (painted.find()) {
      svg.append(escaped(line.substring(end, painted.start())));
      String look = LOOKS.get(painted.group(1));
      if (look == null) {
        throw new AssertionError("the picture has no colour " + painted.group(1));
      }
      svg.append("<tspan ").append(look).append('>').append(escaped(painted.group(2)));
      svg.append("</tspan>");
      end = painted.end();
    }
    svg.append(escaped(line.substring(end))).append("</text>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
