package org.gfpaudit.reports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Opens generators that share the layout and the escapes of every JSON report. */
public final class JsonDocument {
  static final int SCHEMA_VERSION = 1;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private JsonDocument() {}

  /** The body of one JSON object. */
  @FunctionalInterface
  public interface Body {
    /** Writes what is inside. */
    void write(JsonGenerator json) throws IOException;
  }

  /** Writes an object that begins with the schema's version and the tool's, then {@code body}. */
  static void write(Writer out, String toolVersion, Body body) throws IOException {
    writeIndented(
        out,
        json -> {
          json.writeStartObject();
          json.writeNumberField("schemaVersion", SCHEMA_VERSION);
          json.writeObjectFieldStart("tool");
          json.writeStringField("name", "gfpaudit");
          json.writeStringField("version", toolVersion);
          json.writeEndObject();
          body.write(json);
          json.writeEndObject();
        });
  }

  /** Writes what {@code body} writes, indented, and a line feed. */
  public static void writeIndented(Writer out, Body body) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setPrettyPrinter(printer);
      json.setCharacterEscapes(new SafeEscapes());
      body.write(json);
    }
    out.write('\n');
  }

  /** Writes what {@code body} writes on one line, and a line feed. */
  public static void writeLine(Writer out, Body body) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setCharacterEscapes(new SafeEscapes());
      body.write(json);
    }
    out.write('\n');
  }

  /** JSON's own escapes, and those that keep a terminal and a page safe. */
  private static final class SafeEscapes extends CharacterEscapes {
    private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

    SafeEscapes() {
      escapes['<'] = ESCAPE_STANDARD;
      escapes[0x7f] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
