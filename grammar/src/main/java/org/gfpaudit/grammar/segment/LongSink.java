package org.gfpaudit.grammar.segment;

import java.nio.LongBuffer;
import java.util.Arrays;

/** A growing array of longs. */
final class LongSink {
  private long[] values;
  private int size;

  LongSink(int capacity) {
    values = new long[capacity];
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(16, size + (size >> 1)));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /** The longs and nothing behind them; nothing may be added afterwards. */
  LongBuffer toBuffer() {
    return LongBuffer.wrap(Arrays.copyOf(values, size));
  }
}
