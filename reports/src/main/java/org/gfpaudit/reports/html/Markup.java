package org.gfpaudit.reports.html;

import org.gfpaudit.reports.format.XmlText;

/**
 * HTML under construction. Whatever comes from a tree goes through {@link #text} or an attribute,
 * and both escape; names of elements and attributes are our own.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** An attribute of an element. */
  record Attribute(String name, String value) {}

  /** An attribute; its value is escaped when it is written. */
  static Attribute with(String name, String value) {
    return new Attribute(name, value);
  }

  /** Opens an element. */
  Markup open(String element, Attribute... attributes) {
    out.append('<').append(element);
    for (Attribute attribute : attributes) {
      out.append(' ').append(attribute.name()).append("=\"");
      out.append(XmlText.of(attribute.value())).append('"');
    }
    out.append('>');
    return this;
  }

  /** Closes an element. */
  Markup close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  /** Text, escaped, on one line. */
  Markup text(String text) {
    out.append(XmlText.of(text));
    return this;
  }

  /** Ends a line of the file, which shows as white space only. */
  Markup line() {
    out.append('\n');
    return this;
  }

  /** An element with text and nothing else. */
  Markup element(String element, String text, Attribute... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** What was written. */
  String whole() {
    return out.toString();
  }
}
