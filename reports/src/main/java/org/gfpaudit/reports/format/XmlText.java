package org.gfpaudit.reports.format;

/** Text for the inside of XML elements and attributes. */
public final class XmlText {
  private XmlText() {}

  /**
   * {@code text} on one line, with what XML gives a meaning to escaped and what XML forbids written
   * as {@code \x1b} or {@code \\uffff}.
   */
  public static String of(String text) {
    String visible = VisibleText.of(text);
    StringBuilder escaped = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\ufffe', '\uffff' -> escaped.append(String.format("\\u%04x", (int) c));
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
