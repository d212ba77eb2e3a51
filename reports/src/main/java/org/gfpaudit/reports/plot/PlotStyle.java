package org.gfpaudit.reports.plot;

/** The style sheet of plots: one set of names, with colours for a light page and for a dark one. */
public final class PlotStyle {
  /** How many series have colours of their own: {@code series0} and so on. */
  public static final int SERIES = 4;

  /**
   * Classes: {@code paper}, {@code title}, {@code head}, {@code label}, {@code value}, {@code
   * note}, {@code cell} for text in columns, {@code axis}, {@code grid}, {@code spread}, {@code
   * ink}, and {@code series0} to {@code series3} for what is filled, {@code trace0} to {@code
   * trace3} for lines. {@code thick}, {@code dashed} and {@code dotted} go beside a class and tell
   * lines apart where colours cannot. No text is smaller than 11 pixels.
   */
  public static final String SHEET =
      """
      text { font-family: system-ui, "DejaVu Sans", Arial, sans-serif; font-size: 12px; fill: #1f2328; }
      .title { font-size: 15px; font-weight: bold; }
      .value { font-variant-numeric: tabular-nums; }
      .note { font-size: 11px; fill: #57606a; }
      .cell { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 11px; }
      .head { font-size: 11px; font-weight: bold; }
      .paper { fill: #ffffff; }
      .axis { stroke: #57606a; fill: none; }
      .grid { stroke: #d8dee4; fill: none; }
      .spread { stroke: #1f2328; stroke-width: 1.5; fill: none; }
      .ink { fill: #1f2328; }
      .series0 { fill: #2a6fbb; }
      .series1 { fill: #8c959f; }
      .series2 { fill: #c4691a; }
      .series3 { fill: #7a4fb5; }
      .trace0 { stroke: #2a6fbb; stroke-width: 1.8; fill: none; }
      .trace1 { stroke: #8c959f; stroke-width: 1.8; fill: none; }
      .trace2 { stroke: #c4691a; stroke-width: 1.8; fill: none; }
      .trace3 { stroke: #7a4fb5; stroke-width: 1.8; fill: none; }
      .thick { stroke-width: 2.8; }
      .dashed { stroke-dasharray: 7 3; }
      .dotted { stroke-dasharray: 2 3; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3; }
        .note { fill: #9da7b1; }
        .paper { fill: #0d1117; }
        .axis { stroke: #9da7b1; }
        .grid { stroke: #30363d; }
        .spread { stroke: #e6edf3; }
        .ink { fill: #e6edf3; }
        .series0 { fill: #58a6ff; }
        .series1 { fill: #7d8590; }
        .series2 { fill: #e3873a; }
        .series3 { fill: #b08cf0; }
        .trace0 { stroke: #58a6ff; }
        .trace1 { stroke: #7d8590; }
        .trace2 { stroke: #e3873a; }
        .trace3 { stroke: #b08cf0; }
      }
      """;

  private PlotStyle() {}
}
