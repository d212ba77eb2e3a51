package org.gfpaudit.reports.plot;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.reports.format.XmlText;

/**
 * A picture under construction. Lengths are pixels from the upper left corner; {@code type} is a
 * class of the style sheet; all text is escaped here. Elements are painted in the order they come.
 */
public final class SvgCanvas {
  /** Where a text stands from its x. */
  public enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String word;

    Anchor(String word) {
      this.word = word;
    }
  }

  private final StringBuilder body = new StringBuilder();
  private final String title;
  private final String description;
  private final String style;

  /**
   * An empty picture.
   *
   * @param title what the picture is called where it cannot be seen
   * @param style a style sheet, our own text
   */
  public SvgCanvas(String title, String style) {
    this(title, "", style);
  }

  /**
   * An empty picture.
   *
   * @param title what the picture is called where it cannot be seen
   * @param description what it says there; may be empty
   * @param style a style sheet, our own text
   */
  public SvgCanvas(String title, String description, String style) {
    this.title = title;
    this.description = description;
    this.style = style;
  }

  /** A rectangle; {@code tip} is shown when one points at it, and may be empty. */
  public void rect(String type, double x, double y, double width, double height, String tip) {
    body.append("<rect class=\"" + type + "\" x=\"" + number(x) + "\" y=\"" + number(y));
    body.append("\" width=\"" + number(width) + "\" height=\"" + number(height) + "\"");
    close("rect", tip);
  }

  /** A straight line. */
  public void line(String type, double x, double y, double toX, double toY) {
    body.append("<path class=\"" + type + "\" d=\"M" + number(x) + " " + number(y));
    body.append("L" + number(toX) + " " + number(toY) + "\"/>\n");
  }

  /** Straight lines from point to point. */
  public void polyline(String type, double[] xs, double[] ys) {
    body.append("<path class=\"" + type + "\" d=\"");
    for (int i = 0; i < xs.length; i++) {
      body.append((i == 0 ? "M" : "L") + number(xs[i]) + " " + number(ys[i]));
    }
    body.append("\"/>\n");
  }

  /** A filled circle around a point. */
  public void dot(String type, double x, double y, double radius) {
    body.append("<circle class=\"" + type + "\" cx=\"" + number(x) + "\" cy=\"" + number(y));
    body.append("\" r=\"" + number(radius) + "\"/>\n");
  }

  /** A line of text on the base line {@code y}. */
  public void text(String type, double x, double y, Anchor anchor, String text) {
    body.append("<text class=\"" + type + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\"");
    if (anchor != Anchor.START) {
      body.append(" text-anchor=\"" + anchor.word + "\"");
    }
    body.append(">" + XmlText.of(text) + "</text>\n");
  }

  /** Writes the picture in the given size; {@code out} is neither flushed nor closed. */
  public void write(double width, double height, Writer out) throws IOException {
    String size = number(width) + " " + number(height);
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.write("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width));
    out.write("\" height=\"" + number(height) + "\" viewBox=\"0 0 " + size + "\" role=\"img\">\n");
    out.write("<title>" + XmlText.of(title) + "</title>\n");
    if (!description.isEmpty()) {
      out.write("<desc>" + XmlText.of(description) + "</desc>\n");
    }
    out.write("<style>\n" + style + "</style>\n");
    out.write(body + "</svg>\n");
  }

  private void close(String element, String tip) {
    body.append(
        tip.isEmpty() ? "/>\n" : "><title>" + XmlText.of(tip) + "</title></" + element + ">\n");
  }

  /** A length with one decimal at most. */
  public static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? String.valueOf(tenths / 10)
        : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }
}
