package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/**
 * Lists of ints by row, most of them short and many empty. The rows that hold something lie one
 * behind another as {@link VarInts}: how many bytes follow the first value; the first value, as the
 * signed difference to that of the row before; then the difference of each value to the one before.
 * Every sixteenth row has its place written down, and the difference of its first value is to 0.
 *
 * @param filled which rows hold something
 * @param places where every sixteenth of these starts among the bytes
 * @param bytes the rows
 * @param isOrdered whether the values of each row ascend; else their differences have a sign
 */
public record Rows(RankBits filled, IntBuffer places, ByteBuffer bytes, boolean isOrdered) {
  private static final int GROUP_BITS = 4;
  private static final int GROUP = 1 << GROUP_BITS;
  private static final int[] NONE = {};

  /** The values of a row, which the caller may keep. */
  public int[] row(int row) {
    if (!filled.has(row)) {
      return NONE;
    }
    int number = filled.rank(row);
    VarInts.Reader in = new VarInts.Reader(bytes, places.get(number >>> GROUP_BITS));
    int length = in.unsigned();
    int value = in.signed();
    for (int left = number & (GROUP - 1); left > 0; left--) {
      in.skip(length);
      length = in.unsigned();
      value += in.signed();
    }
    int[] values = new int[1 + in.count(length)];
    values[0] = value;
    for (int i = 1; i < values.length; i++) {
      value += isOrdered ? in.unsigned() : in.signed();
      values[i] = value;
    }
    return values;
  }

  /**
   * Packs rows.
   *
   * @param starts where each row starts among the values, and at the end where the last one ends
   * @param isOrdered whether the values of each row ascend
   */
  public static Rows of(int[] starts, int rowCount, int[] values, boolean isOrdered) {
    Packer packer = new Packer(rowCount, filledCount(starts, rowCount), isOrdered);
    for (int row = 0; row < rowCount; row++) {
      for (int i = starts[row]; i < starts[row + 1]; i++) {
        packer.add(row, values[i]);
      }
    }
    return packer.rows();
  }

  /** Packs rows, value by value. */
  static final class Packer {
    private static final int NOTHING = -1;

    private final boolean isOrdered;
    private final long[] filled;
    private final int[] places;
    private final VarInts.Writer bytes;
    private final VarInts.Writer rest = new VarInts.Writer(64);
    private int number;
    private int row = NOTHING;
    private int first;
    private int last;
    private int firstBefore;

    /**
     * @param filledCount how many of the rows will hold something
     */
    Packer(int rowCount, int filledCount, boolean isOrdered) {
      this.isOrdered = isOrdered;
      filled = new long[RankBits.words(rowCount)];
      places = new int[(filledCount + GROUP - 1) >>> GROUP_BITS];
      bytes = new VarInts.Writer(filledCount * 4 + 16);
    }

    /** Adds a value to a row, which is that of the value before or a later one. */
    void add(int toRow, int value) {
      if (toRow != row) {
        end();
        row = toRow;
        first = value;
      } else if (isOrdered) {
        rest.unsigned(value - last);
      } else {
        rest.signed(value - last);
      }
      last = value;
    }

    private void end() {
      if (row == NOTHING) {
        return;
      }
      filled[row / Long.SIZE] |= 1L << row;
      if ((number & (GROUP - 1)) == 0) {
        places[number >>> GROUP_BITS] = bytes.size();
        firstBefore = 0;
      }
      number++;
      bytes.unsigned(rest.size());
      bytes.signed(first - firstBefore);
      bytes.append(rest);
      rest.clear();
      firstBefore = first;
    }

    /** The rows; nothing may be added afterwards. */
    Rows rows() {
      end();
      return new Rows(RankBits.of(filled), IntBuffer.wrap(places), bytes.toBuffer(), isOrdered);
    }
  }

  private static int filledCount(int[] starts, int rowCount) {
    int count = 0;
    for (int row = 0; row < rowCount; row++) {
      count += starts[row] < starts[row + 1] ? 1 : 0;
    }
    return count;
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
    return shifted(next, rowCount, values);
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
    return shifted(next, keyCount, result);
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
  private static Rows shifted(int[] ends, int rowCount, int[] values) {
    System.arraycopy(ends, 0, ends, 1, ends.length - 1);
    ends[0] = 0;
    return of(ends, rowCount, values, true);
  }
}
