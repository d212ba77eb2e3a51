package org.gfpaudit.grammar.segment;

import java.nio.IntBuffer;

/**
 * Lists of ints by row, in two columns: the row {@code r} is {@code values[starts[r],
 * starts[r+1])}.
 *
 * @param starts one more than there are rows
 */
public record Rows(IntBuffer starts, IntBuffer values) {

  /** Where a row starts among the values. */
  public int start(int row) {
    return starts.get(row);
  }

  /** Where a row ends among the values, exclusive. */
  public int end(int row) {
    return starts.get(row + 1);
  }

  /** A value by its place, as {@link #start} counts them. */
  public int value(int place) {
    return values.get(place);
  }

  /**
   * Groups positions by key; within a key they keep their order.
   *
   * @param keys the key of each position in {@code [0, keyCount)}
   * @param rowCount one more than the largest key
   */
  public static Rows positionsByKey(int[] keys, int keyCount, int rowCount) {
    int[] next = startsOf(keys, keyCount, rowCount);
    int[] values = new int[keyCount];
    for (int i = 0; i < keyCount; i++) {
      values[next[keys[i]]++] = i;
    }
    return shifted(next, values);
  }

  /**
   * The transpose of rows: for each value the rows that hold it, in order.
   *
   * @param starts where each row starts among the values; the last row ends with them
   * @param rowCount how many rows there are
   * @param values all values
   * @param valueCount how many values there are
   * @param keyCount one more than the largest value
   */
  public static Rows transposed(
      int[] starts, int rowCount, int[] values, int valueCount, int keyCount) {
    int[] next = startsOf(values, valueCount, keyCount);
    int[] result = new int[valueCount];
    for (int row = 0; row < rowCount; row++) {
      int end = row + 1 < rowCount ? starts[row + 1] : valueCount;
      for (int i = starts[row]; i < end; i++) {
        result[next[values[i]]++] = row;
      }
    }
    return shifted(next, result);
  }

  private static int[] startsOf(int[] keys, int keyCount, int rowCount) {
    int[] starts = new int[rowCount + 1];
    for (int i = 0; i < keyCount; i++) {
      starts[keys[i] + 1]++;
    }
    for (int row = 0; row < rowCount; row++) {
      starts[row + 1] += starts[row];
    }
    return starts;
  }

  /** After filling, each start has moved to its row's end: the next row's start. */
  private static Rows shifted(int[] ends, int[] values) {
    System.arraycopy(ends, 0, ends, 1, ends.length - 1);
    ends[0] = 0;
    return new Rows(IntBuffer.wrap(ends), IntBuffer.wrap(values));
  }
}
