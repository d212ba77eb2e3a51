package org.gfpaudit.analyzer.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A byte array that one thread reads file after file into. It grows to the largest file read and is
 * never shrunk: a fresh array per file would cost more than the reading.
 */
public final class ReadBuffer {
  /** Larger files are refused: no source file is, and a sparse one must not exhaust memory. */
  public static final int MAX_FILE_BYTES = 128 << 20;

  // FileInputStream copies through a native buffer of the size asked for; beyond 64 KB it gets
  // slower.
  private static final int CHUNK = 64 << 10;

  private byte[] bytes = new byte[256 << 10];

  /** The array that holds the last file read, at offset 0; it is replaced when it must grow. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Reads all of {@code in} and returns the number of bytes.
   *
   * @throws IOException if reading fails or there are more than {@link #MAX_FILE_BYTES} bytes
   */
  int fill(InputStream in) throws IOException {
    int length = 0;
    while (true) {
      if (length == bytes.length) {
        if (length >= MAX_FILE_BYTES) {
          throw new IOException("larger than " + (MAX_FILE_BYTES >> 20) + " MiB");
        }
        bytes = Arrays.copyOf(bytes, Math.min(MAX_FILE_BYTES, length * 2));
      }
      int read = in.read(bytes, length, Math.min(CHUNK, bytes.length - length));
      if (read < 0) {
        return length;
      }
      length += read;
    }
  }

  /** Replaces the content by {@code content} and returns its length. */
  int set(byte[] content) {
    if (bytes.length < content.length) {
      bytes = new byte[content.length];
    }
    System.arraycopy(content, 0, bytes, 0, content.length);
    return content.length;
  }
}
