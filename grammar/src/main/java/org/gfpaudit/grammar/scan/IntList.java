package org.gfpaudit.grammar.scan;

import java.util.Arrays;

/** A growing array of ints. */
final class IntList {
  private int[] values;
  private int size;

  IntList(int capacity) {
    values = new int[capacity];
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(16, size + (size >> 1)));
    }
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  void truncate(int newSize) {
    size = newSize;
  }

  /** The ints, and behind them what was allocated ahead; nothing may be added afterwards. */
  int[] array() {
    return values;
  }

  /** Lets go of what it holds, which somebody else has in another form. */
  void forget() {
    values = new int[0];
    size = 0;
  }
}
