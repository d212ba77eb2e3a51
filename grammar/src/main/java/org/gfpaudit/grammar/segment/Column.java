package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** A column of a segment on its way to disk. */
interface Column {
  /** How many elements it has. */
  int length();

  /** How many bytes they take. */
  long byteCount();

  /** Appends the elements in {@code [from, to)} to {@code bytes}, in its byte order. */
  void put(int from, int to, ByteBuffer bytes);

  /** A column of bytes. */
  record OfBytes(ByteBuffer elements) implements Column {
    @Override
    public int length() {
      return elements.limit();
    }

    @Override
    public long byteCount() {
      return length();
    }

    @Override
    public void put(int from, int to, ByteBuffer bytes) {
      bytes.put(elements.slice(from, to - from));
    }
  }

  /** A column of ints. */
  record OfInts(IntBuffer elements) implements Column {
    @Override
    public int length() {
      return elements.limit();
    }

    @Override
    public long byteCount() {
      return (long) length() * Integer.BYTES;
    }

    @Override
    public void put(int from, int to, ByteBuffer bytes) {
      bytes.asIntBuffer().put(elements.slice(from, to - from));
      bytes.position(bytes.position() + (to - from) * Integer.BYTES);
    }
  }

  /** A column of longs. */
  record OfLongs(LongBuffer elements) implements Column {
    @Override
    public int length() {
      return elements.limit();
    }

    @Override
    public long byteCount() {
      return (long) length() * Long.BYTES;
    }

    @Override
    public void put(int from, int to, ByteBuffer bytes) {
      bytes.asLongBuffer().put(elements.slice(from, to - from));
      bytes.position(bytes.position() + (to - from) * Long.BYTES);
    }
  }
}
