package org.gfpaudit.grammar.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
 * <p>The header: {@link #MAGIC}, {@link #VERSION}, the number of columns, the checksum of its name,
 * the length of each column in bytes, the checksum (CRC-32C) of all that follows the header.
 */
public final class SegmentFile {
  private static final long MAGIC = 0x67657353_50464721L; // "!GFPSseg"

  /**
   * Changes whenever the format does, or what the scanner finds in a file: a segment of another
   * version is not read. {@code ScannerVersionTest} fails where that was forgotten.
   */
  static final int VERSION = 9;

  private static final int COLUMNS = 37;
  private static final int HEADER_BYTES = 8 + 4 + 4 + 4 + COLUMNS * 8 + 4;

  /** Larger files cannot be mapped as one buffer. */
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  private static final int CHUNK_BYTES = 1 << 18;
  private static final int ALIGNMENT = 8;

  private SegmentFile() {}

  /**
   * Writes a segment.
   *
   * @param file a new file
   * @param name what it will be asked for by
   * @throws IOException where it cannot be written, also where it would be too large
   */
  public static void write(Segment segment, Path file, String name) throws IOException {
    List<Column> columns = Columns.of(segment);
    if (columns.size() != COLUMNS) {
      throw new IllegalStateException("internal error: " + columns.size() + " columns");
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(MAGIC).putInt(VERSION).putInt(COLUMNS).putInt(checksum(name));
    long length = padded(HEADER_BYTES);
    for (Column column : columns) {
      header.putLong(column.byteCount());
      length += padded(column.byteCount());
    }
    if (length > MOST_BYTES) {
      throw new IOException("larger than 2 GiB");
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.position(padded(HEADER_BYTES));
      CRC32C checksum = new CRC32C();
      // Outside of the heap, or the JDK would copy each chunk once more.
      ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (Column column : columns) {
        for (int from = 0; from < column.length(); from += CHUNK_BYTES / Long.BYTES) {
          chunk.clear();
          column.put(from, Math.min(column.length(), from + CHUNK_BYTES / Long.BYTES), chunk);
          writeAll(channel, chunk.flip(), checksum);
        }
        int gap = (int) (padded(column.byteCount()) - column.byteCount());
        writeAll(channel, ByteBuffer.allocate(gap), checksum);
      }
      header.putInt((int) checksum.getValue()).flip();
      channel.position(0);
      while (header.hasRemaining()) {
        channel.write(header);
      }
    }
  }

  private static int checksum(String name) {
    CRC32C checksum = new CRC32C();
    checksum.update(name.getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes, CRC32C checksum)
      throws IOException {
    checksum.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static long padded(long length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /**
   * Maps a segment. It stays readable when the file is removed; it must never be changed.
   *
   * @param name what it was written as: another's slots are other files
   * @throws MalformedSegmentException if there is something wrong with its content
   * @throws IOException if it cannot be read
   */
  public static Segment map(Path file, String name) throws IOException {
    ByteBuffer all;
    if (!Files.isRegularFile(file)) {
      // Whoever opens a pipe waits for somebody to write to it.
      throw Files.exists(file)
          ? new MalformedSegmentException("no file")
          : new NoSuchFileException(file.toString());
    }
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
    if (all.getInt() != checksum(name)) {
      throw new MalformedSegmentException("another part");
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
          new Segment.Uses(rows(), rows(), rows(), rows(), rows()),
          new Segment.Values(
              new Segment.Initializers(ints(), ints(), ints(), ints(), rows(), rows()),
              new Arguments(ints(), ints(), ints())));
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
