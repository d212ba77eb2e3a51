package org.gfpaudit.analyzer.graph;

import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.rules.finding.Verdict;

/**
 * The style sheet of a picture of a call graph, for a light page and for a dark one. What colours
 * say is said by words or dashes too. No text is smaller than 11 pixels.
 */
final class SvgSheet {
  private static final String FORMS =
      """
      text { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 11px; }
      .title { font-size: 16px; font-weight: bold; }
      .name { font-size: 12px; }
      .root .name { font-weight: bold; }
      .box { stroke-width: 1; }
      .root .box { stroke-width: 2.5; }
      .table .box { stroke-dasharray: 4 2; }
      .frame, .edge { fill: none; }
      .edge { stroke-width: 1.2; }
      .edge:hover { stroke-width: 3.5; }
      .ops-by-name { stroke-dasharray: 6 3; }
      .filler { stroke-dasharray: 10 3 2 3; }
      .callback { stroke-dasharray: 12 4; stroke-width: 1.8; }
      .handed-over { stroke-dasharray: 2 3; }
      .back { stroke-opacity: 0.6; }
      """;

  private static final String LIGHT =
      """
      text { fill: #1f2328; }
      .paper { fill: #ffffff; }
      .small, .through { fill: #57606a; }
      .cut { fill: #9a4a00; }
      .box { fill: #ffffff; stroke: #8c959f; }
      .frame, .root .box, .sink .box { stroke: #1f2328; }
      """;

  private static final String DARK =
      """
      text { fill: #e6edf3; }
      .paper { fill: #0d1117; }
      .small, .through { fill: #a4aeb8; }
      .cut { fill: #f0a860; }
      .box { fill: #161b22; stroke: #7d8590; }
      .frame, .root .box, .sink .box { stroke: #e6edf3; }
      """;

  private SvgSheet() {}

  /** The class of what has a verdict. */
  static String type(Verdict verdict) {
    return "is-" + verdict.word();
  }

  static String text() {
    StringBuilder sheet = new StringBuilder(FORMS);
    sheet.append(LIGHT);
    for (Verdict verdict : Verdict.values()) {
      colors(verdict, Palette.fill(verdict), Palette.line(verdict), sheet);
    }
    for (CallEdge.Kind kind : CallEdge.Kind.values()) {
      colors(kind, Palette.line(kind), sheet);
    }
    sheet.append("@media (prefers-color-scheme: dark) {\n").append(DARK);
    for (Verdict verdict : Verdict.values()) {
      colors(verdict, Palette.darkFill(verdict), Palette.darkLine(verdict), sheet);
    }
    for (CallEdge.Kind kind : CallEdge.Kind.values()) {
      colors(kind, Palette.darkLine(kind), sheet);
    }
    return sheet.append("}\n").toString();
  }

  private static void colors(Verdict verdict, String fill, String line, StringBuilder sheet) {
    String type = "." + type(verdict);
    sheet.append(type + " .box { fill: " + fill + "; stroke: " + line + "; }\n");
    sheet.append(type + " .frame { stroke: " + line + "; }\n");
    sheet.append(type + " .verdict { fill: " + line + "; }\n");
  }

  private static void colors(CallEdge.Kind kind, String line, StringBuilder sheet) {
    sheet.append(".edge." + kind.word() + " { stroke: " + line + "; }\n");
    sheet.append(".head." + kind.word() + " { fill: " + line + "; }\n");
  }
}
