package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A column of a segment on disk.
 *
 * @param checksum what the CRC-32C of the bytes was when they were written
 */
record StoredColumn(ByteBuffer bytes, int checksum) {

  /** Whether it is what was written. */
  boolean isWhole() {
    CRC32C now = new CRC32C();
    now.update(bytes.duplicate());
    return (int) now.getValue() == checksum;
  }
}
