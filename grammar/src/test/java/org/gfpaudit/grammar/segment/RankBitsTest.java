package org.gfpaudit.grammar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ranks are what counting gives. */
class RankBitsTest {

  private static void agreesWithCounting(boolean[] members) {
    long[] bits = new long[RankBits.words(members.length)];
    for (int place = 0; place < members.length; place++) {
      if (members[place]) {
        bits[place / Long.SIZE] |= 1L << place;
      }
    }
    RankBits set = RankBits.of(bits);
    int count = 0;
    for (int place = 0; place < members.length; place++) {
      assertEquals(members[place], set.has(place), "member " + place);
      assertEquals(count, set.rank(place), "rank of " + place);
      count += members[place] ? 1 : 0;
    }
  }

  @Test
  void setsOfEveryDensityAgree() {
    Random random = new Random(22);
    for (int size : new int[] {0, 1, 63, 64, 65, 511, 512, 513, 1023, 1024, 1025, 5000}) {
      for (double density : new double[] {0, 0.01, 0.5, 0.99, 1}) {
        boolean[] members = new boolean[size];
        for (int place = 0; place < size; place++) {
          members[place] = random.nextDouble() < density;
        }
        agreesWithCounting(members);
      }
    }
  }
}
