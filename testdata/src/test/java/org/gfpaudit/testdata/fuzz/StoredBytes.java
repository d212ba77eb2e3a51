package org.gfpaudit.testdata.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.gfpaudit.analyzer.recall.MemoFile;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.SegmentFile;

/** Files of a store that are damaged although their checksums are right. */
final class StoredBytes {
  static final String NAME = "fuzz";

  /** Magic, version, mark. */
  static final int MEMO_HEADER_BYTES = 24;

  private static final int FIRST_COLUMN = 20;
  private static final int COLUMNS_AT = 12;

  /** Its length and its checksum. */
  private static final int COLUMN_BYTES = 12;

  private static final int ALIGNMENT = 8;
  private static final int MOST_COLUMNS = 1 << 10;

  private StoredBytes() {}

  static ContentKey secret() {
    return new ContentKey(new byte[ContentKey.SECRET_BYTES]);
  }

  /** Reads a segment as it is, and again with the checksums of what it holds. */
  static void checkSegment(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("segment", ".fuzz");
    try {
      Files.write(file, bytes);
      map(file);
      Files.write(file, withChecksum(bytes));
      map(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void map(Path file) {
    try {
      SegmentFile.map(file, NAME).check();
    } catch (IOException e) {
      // It is scanned again.
    }
  }

  private static byte[] withChecksum(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < FIRST_COLUMN) {
      return bytes;
    }
    int columns = all.getInt(COLUMNS_AT);
    if (columns < 0 || columns >= MOST_COLUMNS) {
      return bytes;
    }
    int end = FIRST_COLUMN + columns * COLUMN_BYTES;
    long at = padded(end + Integer.BYTES);
    for (int column = FIRST_COLUMN;
        column < end && end + Integer.BYTES <= bytes.length;
        column += COLUMN_BYTES) {
      long length = all.getLong(column);
      if (length < 0 || length > bytes.length - at) {
        return bytes;
      }
      all.putInt(column + Long.BYTES, checksum(bytes, (int) at, (int) length));
      at += padded(length);
    }
    if (end + Integer.BYTES <= bytes.length) {
      all.putInt(end, checksum(all.array(), 0, end));
    }
    return all.array();
  }

  private static long padded(long length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }

  /** Reads a memo under the mark of what it holds. */
  static void checkMemo(byte[] bytes) {
    if (bytes.length < MEMO_HEADER_BYTES) {
      return;
    }
    byte[] marked = bytes.clone();
    ContentMark mark = secret().mark(bytes, MEMO_HEADER_BYTES, bytes.length - MEMO_HEADER_BYTES);
    ByteBuffer.wrap(marked).position(8).putLong(mark.a()).putLong(mark.b());
    try {
      MemoFile.decode(NAME, marked, secret());
    } catch (IOException e) {
      // It is found anew.
    }
  }
}
