package org.gfpaudit.grammar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was written is read, and takes as many bytes as is said. */
class VarIntsTest {

  private static int[] values() {
    IntStream.Builder values = IntStream.builder();
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      for (int near = -1; near <= 1; near++) {
        values.add((1 << bit) + near).add(-(1 << bit) + near);
      }
    }
    new Random(22).ints(1000).forEach(values::add);
    return values.build().toArray();
  }

  @Test
  void bothKindsComeBack() {
    VarInts.Writer out = new VarInts.Writer(0);
    for (int value : values()) {
      out.unsigned(value);
      out.signed(value);
    }
    VarInts.Reader in = new VarInts.Reader(out.toBuffer(), 0);
    for (int value : values()) {
      assertEquals(value, in.unsigned());
      assertEquals(value, in.signed());
    }
    assertEquals(out.size(), in.at());
    assertThrows(IndexOutOfBoundsException.class, in::unsigned);
  }

  @Test
  void smallOnesAreShort() {
    VarInts.Writer out = new VarInts.Writer(1);
    out.unsigned(127);
    out.signed(-64);
    out.signed(63);
    assertEquals(3, out.size());
    out.unsigned(128);
    assertEquals(5, out.size());
    out.unsigned(-1);
    assertEquals(10, out.size());
    assertEquals(5, new VarInts.Reader(out.toBuffer(), 0).count(10));
  }

  @Test
  void oneIsAppendedToAnother() {
    VarInts.Writer some = new VarInts.Writer(0);
    some.unsigned(300);
    VarInts.Writer all = new VarInts.Writer(0);
    all.append(some);
    some.clear();
    some.signed(-7);
    all.append(some);
    VarInts.Reader in = new VarInts.Reader(all.toBuffer(), 0);
    assertEquals(300, in.unsigned());
    assertEquals(-7, in.signed());
  }
}
