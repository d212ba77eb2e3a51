package org.gfpaudit.analyzer.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A map that shares is a map. */
class SharedMapTest {
  private static SharedMap<Integer, Integer> of(Map<Integer, Integer> content) {
    SharedMap<Integer, Integer> map = SharedMap.empty();
    for (Map.Entry<Integer, Integer> entry : content.entrySet()) {
      map = map.with(entry.getKey(), entry.getValue());
    }
    return map;
  }

  private static Map<Integer, Integer> content(SharedMap<Integer, Integer> map) {
    Map<Integer, Integer> content = new TreeMap<>();
    map.forEach(content::put);
    return content;
  }

  /** Keys of one hash, and keys that are not. */
  private record Key(int number, int hash) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Integer.compare(number, other.number);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  @Property
  void holdsWhatWasPutLast(@ForAll Map<@IntRange(max = 99) Integer, Integer> content) {
    SharedMap<Integer, Integer> map = of(content);
    assertEquals(new TreeMap<>(content), content(map));
    content.forEach((key, value) -> assertEquals(value, map.get(key)));
    content.forEach((key, value) -> assertSame(map, map.with(key, value)));
    assertSame(map, map.without(100));
    assertEquals(7, map.getOrDefault(100, 7));
  }

  @Property
  void isTheSameInWhateverOrderItWasMade(
      @ForAll Map<@IntRange(max = 99) Integer, Integer> content,
      @ForAll List<@IntRange(max = 99) Integer> others) {
    SharedMap<Integer, Integer> map = of(content);
    SharedMap<Integer, Integer> round = map;
    for (int other : others) {
      round = round.with(other, 5);
    }
    for (int other : others) {
      round = round.without(other);
    }
    for (int other : others) {
      if (content.containsKey(other)) {
        round = round.with(other, content.get(other));
      }
    }
    assertEquals(map, round);
    assertEquals(map.hashCode(), round.hashCode());
    assertEquals(map.toString(), round.toString());
  }

  @Property
  void mergesKeyByKey(
      @ForAll Map<@IntRange(max = 30) Integer, @IntRange(max = 9) Integer> one,
      @ForAll Map<@IntRange(max = 30) Integer, @IntRange(max = 9) Integer> two) {
    SharedMap<Integer, Integer> mine = of(one);
    SharedMap.Merging<Integer> larger = SharedMap.keeping((a, b) -> a >= b ? a : b);
    Map<Integer, Integer> expected = new TreeMap<>(one);
    two.forEach((key, value) -> expected.merge(key, value, Math::max));

    SharedMap<Integer, Integer> both = mine.merged(of(two), larger);

    assertEquals(expected, content(both));
    assertEquals(of(expected), both);
    assertSame(both, both.merged(mine, larger));
    assertSame(mine, mine.merged(mine, larger));
    expected.keySet().retainAll(one.keySet());
    expected.keySet().retainAll(two.keySet());
    assertEquals(
        of(expected),
        mine.merged(of(two), (a, b) -> a == null || b == null ? null : Math.max(a, b)));
  }

  @Property
  void keysOfOneHashAreKeptApart(@ForAll List<@IntRange(max = 40) Integer> numbers) {
    SharedMap<Key, Integer> up = SharedMap.empty();
    SharedMap<Key, Integer> down = SharedMap.empty();
    for (int i = 0; i < numbers.size(); i++) {
      up = up.with(new Key(numbers.get(i), numbers.get(i) % 2), numbers.get(i));
      int last = numbers.get(numbers.size() - 1 - i);
      down = down.with(new Key(last, last % 2), last);
    }
    assertEquals(up, down);
    for (int number : numbers) {
      assertEquals(number, up.get(new Key(number, number % 2)));
    }
  }
}
