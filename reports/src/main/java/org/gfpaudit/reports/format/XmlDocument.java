package org.gfpaudit.reports.format;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML by the platform's own writer, with text made safe: XML cannot hold most controls. */
public final class XmlDocument {
  private final XMLStreamWriter xml;
  private int depth;

  private XmlDocument(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Something that is written inside an element or a document. */
  @FunctionalInterface
  public interface Body {
    /** Writes it. */
    void write(XmlDocument xml) throws XMLStreamException;
  }

  /** Writes a document of one element, which {@code body} writes. */
  public static void write(Writer out, Body body) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      body.write(new XmlDocument(xml));
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
    }
  }

  /** An element with attributes, names and values in turn, on lines of its own. */
  public void element(String name, Body body, String... attributes) throws XMLStreamException {
    indent();
    start(name, attributes);
    xml.writeCharacters("\n");
    depth++;
    body.write(this);
    depth--;
    indent();
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** An element without children. */
  public void leaf(String name, String... attributes) throws XMLStreamException {
    indent();
    xml.writeEmptyElement(name);
    attributes(attributes);
    xml.writeCharacters("\n");
  }

  /** An element that holds text, whose line feeds stay. */
  public void text(String name, String text, String... attributes) throws XMLStreamException {
    indent();
    start(name, attributes);
    xml.writeCharacters(allowed(VisibleText.keepingLineFeeds(text)));
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], allowed(VisibleText.of(attributes[i + 1])));
    }
  }

  private void indent() throws XMLStreamException {
    xml.writeCharacters("  ".repeat(depth));
  }

  private static String allowed(String text) {
    return text.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
  }
}
