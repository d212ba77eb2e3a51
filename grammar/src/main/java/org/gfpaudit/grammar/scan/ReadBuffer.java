package org.gfpaudit.grammar.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A byte array that one thread reads file after file into. */
public final class ReadBuffer {
  /** This many bytes of the array are never filled. */
  public static final int SLACK = 16;

  /** Larger files are refused: no source file comes near, and the array must fit the heap. */
  public static final int MAX_FILE_BYTES = 1 << 28;

  /** Larger requests make the JDK allocate the same again outside the heap, and slow it down. */
  private static final int CHUNK = 1 << 16;

  private byte[] bytes = new byte[1 << 20];

  /** The array, valid until the next call of {@link #fill}. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Reads a stream to its end and returns the number of bytes.
   *
   * @throws IOException where the stream throws or holds more than {@link #MAX_FILE_BYTES}
   */
  public int fill(InputStream in) throws IOException {
    int length = 0;
    while (true) {
      if (length + CHUNK + SLACK > bytes.length) {
        // What is left as the stream has it, which may be wrong.
        reserve(length + CHUNK + Math.min(in.available(), MAX_FILE_BYTES));
      }
      int count = in.read(bytes, length, CHUNK);
      if (count < 0) {
        return length;
      }
      length += count;
      if (length > MAX_FILE_BYTES) {
        throw new IOException("larger than " + (MAX_FILE_BYTES >> 20) + " MiB");
      }
    }
  }

  /** Takes over a text that is in memory already and returns its length. */
  public int fill(byte[] text) {
    reserve(text.length);
    System.arraycopy(text, 0, bytes, 0, text.length);
    return text.length;
  }

  private void reserve(int length) {
    if (length + SLACK > bytes.length) {
      // Doubling would touch, and leave to the collector, far more than the few large files need.
      bytes = Arrays.copyOf(bytes, Math.max(length + SLACK, bytes.length + (bytes.length >> 2)));
    }
  }
}
