package org.gfpaudit.grammar.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Packed ints are the ints that were packed. */
class PackedIntsTest {
  private static PackedInts pack(int... values) {
    return PackedInts.of(values.length, i -> values[i]);
  }

  private static int[] unpack(PackedInts packed) {
    return IntStream.range(0, packed.count()).map(packed::get).toArray();
  }

  private static void roundTrip(int... values) {
    PackedInts packed = pack(values);
    assertArrayEquals(values, unpack(packed));
    assertArrayEquals(values, unpack(PackedInts.of(packed.heads(), packed.words())));
  }

  @Test
  void nothingAndOddValuesComeBack() {
    roundTrip();
    roundTrip(0);
    roundTrip(-1);
    roundTrip(Integer.MIN_VALUE, Integer.MAX_VALUE);
    roundTrip(Integer.MAX_VALUE, 0, Integer.MIN_VALUE, -1, 1);
  }

  @Test
  void everyWidthAndEveryLengthAroundABlockComesBack() {
    Random random = new Random(22);
    for (int width = 0; width <= Integer.SIZE; width++) {
      int mask = width == 0 ? 0 : -1 >>> (Integer.SIZE - width);
      for (int count : new int[] {1, 2, 31, 63, 64, 65, 127, 128, 129, 200}) {
        int least = random.nextInt();
        roundTrip(random.ints(count).map(i -> least + (i & mask)).toArray());
      }
    }
  }

  @Test
  void aBlockTakesTheBitsOfItsLargestAndNoMore() {
    PackedInts packed = pack(IntStream.range(0, 128).map(i -> i < 64 ? 7 : 1000 + i % 8).toArray());
    assertEquals(3, packed.words().limit(), "none for 64 equal ones, three bits for the others");
  }

  @Test
  void whatIsNotThereIsNotGiven() {
    PackedInts packed = pack(1, 2, 3);
    assertThrows(IndexOutOfBoundsException.class, () -> packed.get(3));
    assertThrows(IndexOutOfBoundsException.class, () -> packed.get(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> pack().get(0));
  }
}
