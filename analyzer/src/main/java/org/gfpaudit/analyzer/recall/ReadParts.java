package org.gfpaudit.analyzer.recall;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.jspecify.annotations.Nullable;

/** What was read of files that were not read whole. Kept as bytes until somebody asks. */
public final class ReadParts {
  private final byte[] bytes;
  private @Nullable Map<String, PartlyRead> files;

  private ReadParts(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Where all that was read was read whole. */
  static ReadParts none() {
    return of(Map.of());
  }

  /** Those of an audit that is over. */
  public static ReadParts of(SegmentIndex index, Program program, ContentKey key) {
    return of(PartlyRead.of(index, program, key));
  }

  static ReadParts of(Map<String, PartlyRead> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(files.size());
      for (Map.Entry<String, PartlyRead> file : files.entrySet()) {
        out.writeUTF(file.getKey());
        write(file.getValue(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // A path or pattern of 64 kB and more.
    }
    return new ReadParts(bytes.toByteArray());
  }

  private static void write(PartlyRead read, DataOutputStream out) throws IOException {
    out.writeInt(read.definitions().size());
    for (PartlyRead.Definition definition : read.definitions()) {
      out.writeInt(definition.ordinal());
      out.writeInt(definition.line());
      out.writeInt(definition.column());
      out.writeInt(definition.lastLine());
      out.writeLong(definition.hash());
    }
    out.writeInt(read.searches().size());
    for (Map.Entry<String, Boolean> search : read.searches().entrySet()) {
      out.writeUTF(search.getKey());
      out.writeBoolean(search.getValue());
    }
  }

  /** From what {@link #bytes} gave, whole and unchanged. */
  static ReadParts ofBytes(byte[] bytes) {
    return new ReadParts(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  /** The paths of the files, sorted. */
  Set<String> paths() {
    return files().keySet();
  }

  /** What was read of the file of that path, which is one of {@link #paths}. */
  PartlyRead of(String path) {
    return Objects.requireNonNull(files().get(path));
  }

  private Map<String, PartlyRead> files() {
    if (files == null) {
      files = new LinkedHashMap<>();
      try {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        for (int left = in.readInt(); left > 0; left--) {
          String path = in.readUTF();
          files.put(path, read(in));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("a damaged memo", e);
      }
    }
    return files;
  }

  private static PartlyRead read(DataInputStream in) throws IOException {
    List<PartlyRead.Definition> definitions = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      definitions.add(
          new PartlyRead.Definition(
              in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readLong()));
    }
    Map<String, Boolean> searches = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String pattern = in.readUTF();
      searches.put(pattern, in.readBoolean());
    }
    return new PartlyRead(definitions, searches);
  }
}
