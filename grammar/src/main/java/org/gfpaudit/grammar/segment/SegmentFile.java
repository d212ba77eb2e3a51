package org.gfpaudit.grammar.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A segment on disk: a header, then its columns one after another as they are in memory, in little
 * endian. It is read by mapping it, so opening one costs a checksum and nothing else, and two runs
 * share the memory.
 *
 * <p>The header: {@link #MAGIC}, {@link #VERSION}, the number of columns, the length of each column
 * in bytes, the checksum (CRC-32C) of all that follows the header.
 */
public final class SegmentFile {
  private static final long MAGIC = 0x67657353_50464721L; // "!GFPSseg"

  /**
   * Changes whenever the format does, or what the scanner finds in a file: a segment of another
   * version is not read. {@code ScannerVersionTest} fails where that was forgotten.
   */
  static final int VERSION = 1;

  private static final int COLUMNS = 37;
  private static final int HEADER_BYTES = 8 + 4 + 4 + COLUMNS * 8 + 4;

  /** Larger ones cannot be mapped as one buffer. */
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  private static final int CHUNK_BYTES = 1 << 18;
  private static final int ALIGNMENT = 8;

  private SegmentFile() {}

  /**
   * Writes a segment.
   *
   * @param file a new file
   * @throws IOException where it cannot be written, also where it would be too large
   */
  public static void write(Segment segment, Path file) throws IOException {
    List<ByteBuffer> columns = new ArrayList<>();
    ColumnWriter writer = new ColumnWriter(columns);
    writer.segment(segment);
    if (columns.size() != COLUMNS) {
      throw new IllegalStateException("internal error: " + columns.size() + " columns");
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(MAGIC).putInt(VERSION).putInt(COLUMNS);
    long length = padded(HEADER_BYTES);
    for (ByteBuffer column : columns) {
      header.putLong(column.remaining());
      length += padded(column.remaining());
    }
    if (length > MOST_BYTES) {
      throw new IOException("larger than 2 GiB");
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.position(padded(HEADER_BYTES));
      CRC32C checksum = new CRC32C();
      for (ByteBuffer column : columns) {
        writeAll(channel, column, checksum);
        int gap = (int) (padded(column.limit()) - column.limit());
        writeAll(channel, ByteBuffer.allocate(gap), checksum);
      }
      header.putInt((int) checksum.getValue()).flip();
      channel.position(0);
      while (header.hasRemaining()) {
        channel.write(header);
      }
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes, CRC32C checksum)
      throws IOException {
    checksum.update(bytes.duplicate());
    // The JDK copies a buffer of the heap to one outside of it, as large as what it is handed.
    ByteBuffer rest = bytes.duplicate();
    while (rest.hasRemaining()) {
      ByteBuffer chunk = rest.slice();
      chunk.limit(Math.min(CHUNK_BYTES, chunk.remaining()));
      rest.position(rest.position() + channel.write(chunk));
    }
  }

  private static long padded(long length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /**
   * Maps a segment. It stays readable when the file is removed; it must never be changed.
   *
   * @throws MalformedSegmentException if there is something wrong with its content
   * @throws IOException if it cannot be read
   */
  public static Segment map(Path file) throws IOException {
    ByteBuffer all;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < padded(HEADER_BYTES) || channel.size() > MOST_BYTES) {
        throw new MalformedSegmentException("not the size of a segment");
      }
      all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
    all.order(ByteOrder.LITTLE_ENDIAN);
    if (all.getLong() != MAGIC || all.getInt() != VERSION || all.getInt() != COLUMNS) {
      throw new MalformedSegmentException("of another version");
    }
    List<ByteBuffer> columns = new ArrayList<>();
    long at = padded(HEADER_BYTES);
    for (int c = 0; c < COLUMNS; c++) {
      long length = all.getLong();
      if (length < 0 || at + length > all.limit()) {
        throw new MalformedSegmentException("cut short");
      }
      columns.add(all.slice((int) at, (int) length).order(ByteOrder.LITTLE_ENDIAN));
      at += padded(length);
    }
    int expected = all.getInt();
    CRC32C checksum = new CRC32C();
    int body = (int) padded(HEADER_BYTES);
    checksum.update(all.slice(body, all.limit() - body));
    if (at != all.limit() || (int) checksum.getValue() != expected) {
      throw new MalformedSegmentException("damaged");
    }
    return new ColumnReader(columns).segment();
  }

  /** Takes a segment apart into columns. */
  private static final class ColumnWriter {
    private final List<ByteBuffer> columns;

    ColumnWriter(List<ByteBuffer> columns) {
      this.columns = columns;
    }

    void segment(Segment segment) {
      ints(segment.slots().firstEntity());
      ints(segment.slots().lengths());
      longs(segment.slots().ids());
      ints(segment.slots().table());
      bytes(segment.names().pool());
      ints(segment.names().starts());
      ints(segment.names().hashes());
      ints(segment.names().slots());
      ints(segment.entities().name());
      ints(segment.entities().start());
      ints(segment.entities().end());
      ints(segment.entities().nameOffset());
      bytes(segment.entities().flags());
      ints(segment.entities().condition());
      conditions(segment.conditions());
      rows(segment.calls());
      rows(segment.callers());
      rows(segment.fieldCallers());
      rows(segment.fieldWriters());
      rows(segment.definitions());
      ints(segment.initializers().entity());
      ints(segment.initializers().field());
      ints(segment.initializers().value());
      ints(segment.initializers().offset());
      rows(segment.initializers().byField());
      rows(segment.initializers().byValue());
      ints(segment.arguments().starts());
      ints(segment.arguments().hashes());
      ints(segment.arguments().entities());
    }

    private void rows(Rows rows) {
      ints(rows.starts());
      ints(rows.values());
    }

    private void conditions(Conditions conditions) {
      IntBuffer starts = IntBuffer.allocate(conditions.count() + 1);
      List<byte[]> encoded = new ArrayList<>();
      int length = 0;
      for (int c = 0; c < conditions.count(); c++) {
        byte[] text = conditions.text(c).getBytes(StandardCharsets.UTF_8);
        starts.put(c, length);
        length += text.length;
        encoded.add(text);
      }
      starts.put(conditions.count(), length);
      ByteBuffer all = ByteBuffer.allocate(length);
      encoded.forEach(all::put);
      ints(starts);
      bytes(all.flip());
    }

    private void bytes(ByteBuffer column) {
      columns.add(column.duplicate().rewind());
    }

    private void ints(IntBuffer column) {
      IntBuffer source = column.duplicate();
      source.rewind();
      ByteBuffer bytes =
          ByteBuffer.allocate(source.limit() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asIntBuffer().put(source);
      columns.add(bytes);
    }

    private void longs(LongBuffer column) {
      LongBuffer source = column.duplicate();
      source.rewind();
      ByteBuffer bytes =
          ByteBuffer.allocate(source.limit() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asLongBuffer().put(source);
      columns.add(bytes);
    }
  }

  /** Puts a segment together from columns, in the order in which they were written. */
  private static final class ColumnReader {
    private final List<ByteBuffer> columns;
    private int next;

    ColumnReader(List<ByteBuffer> columns) {
      this.columns = columns;
    }

    Segment segment() {
      return new Segment(
          new Segment.Slots(ints(), ints(), longs(), ints()),
          new Names(bytes(), ints(), ints(), ints()),
          new Segment.Entities(ints(), ints(), ints(), ints(), bytes(), ints()),
          Conditions.ofTexts(ints(), bytes()),
          rows(),
          rows(),
          rows(),
          rows(),
          rows(),
          new Segment.Initializers(ints(), ints(), ints(), ints(), rows(), rows()),
          new Arguments(ints(), ints(), ints()));
    }

    private Rows rows() {
      return new Rows(ints(), ints());
    }

    private ByteBuffer bytes() {
      return columns.get(next++);
    }

    private IntBuffer ints() {
      return bytes().asIntBuffer();
    }

    private LongBuffer longs() {
      return bytes().asLongBuffer();
    }
  }
}
