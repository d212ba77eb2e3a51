package org.gfpaudit.grammar.scan;

import java.util.Arrays;

/**
 * Lists of ints by row, in two arrays: the row {@code r} is {@code values[starts[r], starts[r+1])}.
 */
final class Csr {
  private static final int[] NONE = {};

  private final int[] starts;
  private final int[] values;

  Csr(int[] starts, int[] values) {
    this.starts = starts;
    this.values = values;
  }

  /** A copy of a row; empty where there is no such row. */
  int[] row(int row) {
    if (row < 0 || row >= starts.length - 1 || starts[row] == starts[row + 1]) {
      return NONE;
    }
    return Arrays.copyOfRange(values, starts[row], starts[row + 1]);
  }

  /**
   * Groups positions by key; within a key they keep their order.
   *
   * @param keys the key of each position
   * @param rowCount one more than the largest key
   */
  static Csr positionsByKey(int[] keys, int rowCount) {
    int[] next = startsOf(keys, rowCount);
    int[] values = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      values[next[keys[i]]++] = i;
    }
    return shifted(next, values);
  }

  /** Groups values by key, as {@link #positionsByKey} does positions. */
  static Csr valuesByKey(int[] keys, int[] values, int rowCount) {
    int[] next = startsOf(keys, rowCount);
    int[] result = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      result[next[keys[i]]++] = values[i];
    }
    return shifted(next, result);
  }

  /** The transpose: for each value the rows that hold it, in order. */
  Csr transposed(int rowCount) {
    int[] next = startsOf(values, rowCount);
    int[] result = new int[values.length];
    for (int row = 0; row < starts.length - 1; row++) {
      for (int i = starts[row]; i < starts[row + 1]; i++) {
        result[next[values[i]]++] = row;
      }
    }
    return shifted(next, result);
  }

  private static int[] startsOf(int[] keys, int rowCount) {
    int[] starts = new int[rowCount + 1];
    for (int key : keys) {
      starts[key + 1]++;
    }
    for (int row = 0; row < rowCount; row++) {
      starts[row + 1] += starts[row];
    }
    return starts;
  }

  /** After filling, each start has moved to its row's end: the next row's start. */
  private static Csr shifted(int[] ends, int[] values) {
    System.arraycopy(ends, 0, ends, 1, ends.length - 1);
    ends[0] = 0;
    return new Csr(ends, values);
  }
}
