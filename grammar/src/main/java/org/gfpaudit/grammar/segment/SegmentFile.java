package org.gfpaudit.grammar.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * A segment on disk: a header, then its columns one after another as they are in memory, in little
 * endian. It is read by mapping it. Opening one compares the checksums of its header and of what
 * tells its files; each other part is compared when it is first asked for ({@link StoredPart}), so
 * that what nobody asks for costs neither time nor memory. Two runs share the memory.
 *
 * <p>The header: {@link #MAGIC}, {@link #VERSION}, the number of columns, the checksum of its name;
 * of each column its length in bytes and its checksum; the checksum of all this. Checksums are
 * CRC-32C. What lies between two columns, less than eight bytes, means nothing.
 */
public final class SegmentFile {
  private static final long MAGIC = 0x67657353_50464721L; // "!GFPSseg"

  /**
   * Changes whenever the format does, or what the scanner finds in a file: a segment of another
   * version is not read. {@code ScannerVersionTest} fails where that was forgotten.
   */
  static final int VERSION = 10;

  private static final int COLUMNS = 65;
  private static final int HEADER_BYTES = 8 + 4 + 4 + 4 + COLUMNS * (8 + 4) + 4;

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
      length += padded(column.byteCount());
    }
    if (length > MOST_BYTES) {
      throw new IOException("larger than 2 GiB");
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.position(padded(HEADER_BYTES));
      // Outside of the heap, or the JDK would copy each chunk once more.
      ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (Column column : columns) {
        CRC32C checksum = new CRC32C();
        for (int from = 0; from < column.length(); from += CHUNK_BYTES / Long.BYTES) {
          chunk.clear();
          column.put(from, Math.min(column.length(), from + CHUNK_BYTES / Long.BYTES), chunk);
          checksum.update(chunk.flip().duplicate());
          writeAll(channel, chunk);
        }
        header.putLong(column.byteCount()).putInt((int) checksum.getValue());
        int gap = (int) (padded(column.byteCount()) - column.byteCount());
        writeAll(channel, ByteBuffer.allocate(gap));
      }
      header.putInt(checksum(header.duplicate().flip())).flip();
      channel.position(0);
      writeAll(channel, header);
    }
  }

  private static int checksum(String name) {
    return checksum(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
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
    if (all.getInt(HEADER_BYTES - Integer.BYTES)
        != checksum(all.slice(0, HEADER_BYTES - Integer.BYTES))) {
      throw new MalformedSegmentException("damaged");
    }
    List<StoredColumn> columns = new ArrayList<>();
    long at = padded(HEADER_BYTES);
    for (int c = 0; c < COLUMNS; c++) {
      long length = all.getLong();
      if (length < 0 || at + length > all.limit()) {
        throw new MalformedSegmentException("cut short");
      }
      ByteBuffer bytes = all.slice((int) at, (int) length).order(ByteOrder.LITTLE_ENDIAN);
      columns.add(new StoredColumn(bytes, all.getInt()));
      at += padded(length);
    }
    if (at != all.limit()) {
      throw new MalformedSegmentException("not the size that it says");
    }
    return new PartReader(columns).segment();
  }

  /** Puts a segment together from columns, in the order in which they were written. */
  private static final class PartReader {
    private final List<StoredColumn> columns;
    private int next;

    PartReader(List<StoredColumn> columns) {
      this.columns = columns;
    }

    Segment segment() throws MalformedSegmentException {
      Segment.Part<Segment.Slots> slots =
          part(4, in -> new Segment.Slots(in.ints(), in.ints(), in.longs(), in.ints()));
      Segment segment =
          new Segment(
              slots(slots),
              part(
                  2 + 2 * ColumnReader.PACKED,
                  in -> new Names(in.bytes(), in.packed(), in.packed(), in.ints())),
              part(1 + 5 * ColumnReader.PACKED, PartReader::entities),
              part(2, in -> Conditions.ofTexts(in.ints(), in.bytes())),
              new Segment.Uses(
                  part(ColumnReader.ROWS, ColumnReader::unordered),
                  part(ColumnReader.ROWS, ColumnReader::ordered),
                  part(ColumnReader.ROWS, ColumnReader::ordered),
                  part(ColumnReader.ROWS, ColumnReader::ordered),
                  part(ColumnReader.ROWS, ColumnReader::ordered)),
              new Segment.Values(
                  part(4 * ColumnReader.PACKED + 2 * ColumnReader.ROWS, PartReader::initializers),
                  part(
                      ColumnReader.PACKED + ColumnReader.ROWS,
                      in -> new Arguments(in.packed(), in.ordered()))));
      if (next != COLUMNS) {
        throw new IllegalStateException("internal error: " + next + " columns are read");
      }
      return segment;
    }

    /** Which files it has is asked of every segment, so that this is compared at once. */
    private static Segment.Slots slots(Segment.Part<Segment.Slots> part)
        throws MalformedSegmentException {
      try {
        return part.get();
      } catch (UncheckedIOException e) {
        throw new MalformedSegmentException("damaged");
      }
    }

    private static Segment.Entities entities(ColumnReader in) {
      return new Segment.Entities(
          in.packed(), in.packed(), in.packed(), in.packed(), in.bytes(), in.packed());
    }

    private static Segment.Initializers initializers(ColumnReader in) {
      return new Segment.Initializers(
          in.packed(), in.packed(), in.packed(), in.packed(), in.ordered(), in.ordered());
    }

    private <T> Segment.Part<T> part(int columnCount, Function<ColumnReader, T> making) {
      int first = next;
      next += columnCount;
      return new StoredPart<>(columns.subList(first, next), making);
    }
  }
}
