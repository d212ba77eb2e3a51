package org.gfpaudit.grammar.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One number for each name of several segments, given when the name is first asked for. Safe for
 * several threads; which number a name gets depends on who asks first.
 */
final class NameNumbers {
  private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(int[].class);

  private static final Entry NONE = new Entry(-1, "", new int[0]);

  private final List<Segment> segments;
  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

  /**
   * The entries by number. The array is replaced when it grows, and an entry is in it before anyone
   * knows its number.
   */
  private volatile Entry[] numbered = new Entry[1 << 10];

  private int size;
  private final Set<String> missed = ConcurrentHashMap.newKeySet();

  /** A bit for each question about a name that no segment has. */
  private final ConcurrentMap<String, Integer> askedOfMissed = new ConcurrentHashMap<>();

  /** For each segment the number of each of its names plus one, or 0 where it has none yet. */
  private final int[][] numbers;

  /** A name; {@code locals} holds its number in each segment, or -1. */
  private static final class Entry {
    private final int number;
    private final String name;
    private final int[] locals;

    /** A bit for each question that was asked about it. */
    private volatile int asked;

    Entry(int number, String name, int[] locals) {
      this.number = number;
      this.name = name;
      this.locals = locals;
    }
  }

  NameNumbers(List<Segment> segments) {
    this.segments = segments;
    numbers = new int[segments.size()][];
    for (int s = 0; s < numbers.length; s++) {
      numbers[s] = new int[segments.get(s).names().count()];
    }
  }

  /** The number of a name, or -1 where no segment has it. */
  int number(String name) {
    Entry known = entries.get(name);
    return known != null ? known.number : add(name).number;
  }

  /** The number of a segment's name. */
  int numberOf(int segment, int local) {
    int known = (int) NUMBERS.getAcquire(numbers[segment], local);
    if (known == 0) {
      known = number(segments.get(segment).names().name(local)) + 1;
      NUMBERS.setRelease(numbers[segment], local, known);
    }
    return known - 1;
  }

  String name(int number) {
    return numbered[number].name;
  }

  /** Notes that a question was asked about a name. */
  void ask(int number, int question) {
    Entry entry = numbered[number];
    if ((entry.asked & 1 << question) == 0) {
      synchronized (entry) {
        entry.asked |= 1 << question;
      }
    }
  }

  /** Notes that a question, one that goes by the hash, was asked about a name no segment has. */
  void askMissed(String name, int question) {
    askedOfMissed.merge(name, 1 << question, (one, other) -> one | other);
  }

  /** The names that something was asked about, with a bit for each question. */
  Map<String, Integer> asked() {
    Map<String, Integer> asked = new HashMap<>(askedOfMissed);
    for (Entry entry : entries.values()) {
      if (entry.asked != 0) {
        asked.put(entry.name, entry.asked);
      }
    }
    return asked;
  }

  /** The names that were looked for and that no segment has. */
  Set<String> missed() {
    return Set.copyOf(missed);
  }

  /** The number of a name in each segment, or -1 where it does not have it. */
  int[] locals(int number) {
    return numbered[number].locals;
  }

  private Entry add(String name) {
    int[] locals = find(name);
    synchronized (this) {
      Entry known = entries.get(name);
      if (known != null) {
        return known;
      }
      if (Arrays.stream(locals).allMatch(local -> local < 0)) {
        missed.add(name);
        return NONE;
      }
      if (size == numbered.length) {
        numbered = Arrays.copyOf(numbered, size * 2);
      }
      Entry added = new Entry(size, name, locals);
      numbered[size++] = added;
      entries.put(name, added);
      return added;
    }
  }

  private int[] find(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int hash = Names.hash(Arrays.copyOf(bytes, bytes.length + Names.SLACK), 0, bytes.length);
    int[] locals = new int[segments.size()];
    for (int s = 0; s < locals.length; s++) {
      locals[s] = segments.get(s).names().find(bytes, hash);
    }
    return locals;
  }
}
