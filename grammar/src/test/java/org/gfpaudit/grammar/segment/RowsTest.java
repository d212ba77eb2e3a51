package org.gfpaudit.grammar.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Packed rows are the rows that were packed. */
class RowsTest {

  private static void roundTrip(List<int[]> rows, boolean isOrdered) {
    int[] starts = new int[rows.size() + 1];
    for (int row = 0; row < rows.size(); row++) {
      starts[row + 1] = starts[row] + rows.get(row).length;
    }
    int[] values = rows.stream().flatMapToInt(IntStream::of).toArray();
    Rows packed = Rows.of(starts, rows.size(), values, isOrdered);
    for (int row = 0; row < rows.size(); row++) {
      assertArrayEquals(rows.get(row), packed.row(row), "row " + row);
    }
  }

  private static int[] row(Random random, int length, int most, boolean isOrdered) {
    IntStream values = random.ints(length, 0, most);
    return isOrdered ? values.distinct().sorted().toArray() : values.toArray();
  }

  @Test
  void rowsOfEveryLengthComeBack() {
    Random random = new Random(22);
    for (boolean isOrdered : new boolean[] {true, false}) {
      for (int share : new int[] {0, 1, 5, 50, 100}) {
        for (int count : new int[] {0, 1, 15, 16, 17, 64, 700}) {
          List<int[]> rows = new ArrayList<>();
          for (int row = 0; row < count; row++) {
            int length =
                random.nextInt(100) < share ? 1 + random.nextInt(row % 9 == 0 ? 300 : 3) : 0;
            rows.add(row(random, length, 1 << (1 + random.nextInt(30)), isOrdered));
          }
          roundTrip(rows, isOrdered);
        }
      }
    }
  }

  @Test
  void theLargestAndNegativeValuesComeBack() {
    roundTrip(
        List.of(
            new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE},
            new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 0, -1},
            new int[] {-5}),
        false);
    roundTrip(List.of(new int[] {0, Integer.MAX_VALUE}, new int[] {Integer.MAX_VALUE}), true);
  }

  @Test
  void aRowThatIsNotThereIsNotGiven() {
    Rows rows = Rows.of(new int[] {0, 1}, 1, new int[] {7}, true);
    assertThrows(IndexOutOfBoundsException.class, () -> rows.row(64));
    assertThrows(IndexOutOfBoundsException.class, () -> rows.row(-1));
  }

  @Test
  void transposingAndGroupingAgreeWithALookThroughAll() {
    Random random = new Random(4);
    int rowCount = 60;
    int keyCount = 90;
    List<int[]> rows = new ArrayList<>();
    int[] starts = new int[rowCount];
    List<Integer> all = new ArrayList<>();
    for (int row = 0; row < rowCount; row++) {
      starts[row] = all.size();
      rows.add(row(random, random.nextInt(8), keyCount, true));
      IntStream.of(rows.get(row)).forEach(all::add);
    }
    int[] values = all.stream().mapToInt(Integer::intValue).toArray();
    Rows transposed = Rows.transposed(starts, rowCount, values, values.length, keyCount);
    Rows positions = Rows.positionsByKey(values, values.length, keyCount);
    for (int key = 0; key < keyCount; key++) {
      int wanted = key;
      assertArrayEquals(
          IntStream.range(0, rowCount)
              .filter(row -> IntStream.of(rows.get(row)).anyMatch(v -> v == wanted))
              .toArray(),
          transposed.row(key));
      assertArrayEquals(
          IntStream.range(0, values.length).filter(i -> values[i] == wanted).toArray(),
          positions.row(key));
    }
    assertEquals(0, Rows.positionsByKey(values, 0, keyCount).bytes().limit());
  }
}
