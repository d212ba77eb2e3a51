package org.gfpaudit.grammar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Names, and hashes that stand for names, are found where they are and nowhere else. */
class HashedNamesTest {

  /**
   * @param hashMask what is left of each hash, so that names share some
   */
  private static void allAreFound(int count, int hashMask) {
    StringBuilder pool = new StringBuilder();
    int[] starts = new int[count + 1];
    int[] hashes = new int[count];
    for (int name = 0; name < count; name++) {
      String text = "name_" + name + "x".repeat(name % 40);
      pool.append(text);
      starts[name + 1] = pool.length();
      hashes[name] = Names.hash(text) & hashMask;
    }
    ByteBuffer bytes = ByteBuffer.wrap(pool.toString().getBytes(StandardCharsets.UTF_8));
    Names names = Names.of(bytes, starts, hashes, count);
    assertEquals(count, names.count());
    for (int name = 0; name < count; name++) {
      String text = names.name(name);
      assertEquals(pool.substring(starts[name], starts[name + 1]), text);
      assertEquals(name, names.find(text.getBytes(StandardCharsets.UTF_8), hashes[name]));
      byte[] other = (text + "y").getBytes(StandardCharsets.UTF_8);
      assertEquals(-1, names.find(other, hashes[name]));
    }
    assertEquals(-1, names.find(new byte[] {'z'}, 0));
    assertEquals(-1, names.find(new byte[] {'z'}, -1));
  }

  @Test
  void everyNameIsFoundAndNoOther() {
    for (int count : new int[] {0, 1, 2, 3, 7, 8, 9, 100, 1023, 1024, 1025, 3000}) {
      allAreFound(count, -1);
      allAreFound(count, 0x80000007);
      allAreFound(Math.min(count, 100), 0);
    }
  }

  @Test
  void argumentsAgreeWithALookThroughAll() {
    Random random = new Random(22);
    for (int entityCount : new int[] {0, 1, 20, 700}) {
      for (int kinds : new int[] {1, 9, 4000}) {
        int[] hashOf = random.ints(kinds).toArray();
        int[] starts = new int[entityCount];
        List<Integer> found = new ArrayList<>();
        for (int entity = 0; entity < entityCount; entity++) {
          starts[entity] = found.size();
          for (int i = random.nextInt(30); i > 0; i--) {
            found.add(hashOf[random.nextInt(kinds)]);
          }
        }
        int[] all = found.stream().mapToInt(Integer::intValue).toArray();
        int[] longer = Arrays.copyOf(all, all.length + 5);
        Arguments arguments = Arguments.of(starts, entityCount, longer, all.length);
        for (int hash : hashOf) {
          TreeSet<Integer> expected = new TreeSet<>();
          for (int entity = 0; entity < entityCount; entity++) {
            int end = entity + 1 < entityCount ? starts[entity + 1] : all.length;
            if (found.subList(starts[entity], end).contains(hash)) {
              expected.add(entity);
            }
          }
          List<Integer> collected = new ArrayList<>();
          arguments.collect(hash, collected::add);
          assertEquals(List.copyOf(expected), collected);
        }
        arguments.collect(0, entity -> assertEquals(-1, entity, "nobody has this hash"));
      }
    }
  }
}
