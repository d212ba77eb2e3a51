package org.gfpaudit.analyzer.recall;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.analyzer.store.StoredSegment;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;

/**
 * Which content each file of a tree had: its slot, for a slot never changes.
 *
 * @param paths the {@link #hash} of each path, in the order of the paths
 * @param segments the names of the segments
 * @param segmentOf for each path the place of its segment's name, or -1 where it could not be read
 * @param slotOf for each path its slot
 */
record TreeState(long[] paths, List<String> segments, int[] segmentOf, int[] slotOf) {

  /**
   * The state of a tree.
   *
   * @param slots for each file, null where it could not be read
   */
  static TreeState of(List<String> files, Slot[] slots) {
    Map<StoredSegment, Integer> numbers = new LinkedHashMap<>();
    long[] paths = new long[slots.length];
    int[] segmentOf = new int[slots.length];
    int[] slotOf = new int[slots.length];
    for (int f = 0; f < slots.length; f++) {
      paths[f] = hash(files.get(f));
      if (slots[f] == null) {
        segmentOf[f] = -1;
        continue;
      }
      Integer number = numbers.get(slots[f].segment());
      if (number == null) {
        number = numbers.size();
        numbers.put(slots[f].segment(), number);
      }
      segmentOf[f] = number;
      slotOf[f] = slots[f].number();
    }
    return new TreeState(
        paths, numbers.keySet().stream().map(StoredSegment::name).toList(), segmentOf, slotOf);
  }

  /** A mark that another state does not have. */
  ContentMark mark(ContentKey key) {
    byte[] names = String.join("\0", segments).getBytes(StandardCharsets.UTF_8);
    ByteBuffer all =
        ByteBuffer.allocate(names.length + paths.length * (Long.BYTES + 2 * Integer.BYTES));
    for (int f = 0; f < paths.length; f++) {
      all.putLong(paths[f]).putInt(segmentOf[f]).putInt(slotOf[f]);
    }
    all.put(names);
    return key.mark(all.array(), 0, all.capacity());
  }

  /** FNV-1a over the characters, in 64 bits. */
  static long hash(String path) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < path.length(); i++) {
      hash = (hash ^ path.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /**
   * A file that is not what it was.
   *
   * @param now its place in the newer state, or -1 where it is gone
   * @param before its place in the older state, or -1 where it is new
   */
  record Change(int now, int before) {}

  /** What changed since {@code before}. */
  List<Change> since(TreeState before) {
    int[] olderNumbers = numbersOf(before.segments);
    List<Change> changes = new ArrayList<>();
    if (Arrays.equals(paths, before.paths)) {
      for (int f = 0; f < paths.length; f++) {
        if (!isSame(f, before, f, olderNumbers)) {
          changes.add(new Change(f, f));
        }
      }
      return changes;
    }
    Map<Long, Integer> older = new HashMap<>();
    for (int f = 0; f < before.paths.length; f++) {
      older.put(before.paths[f], f);
    }
    for (int f = 0; f < paths.length; f++) {
      Integer old = older.remove(paths[f]);
      if (old == null) {
        changes.add(new Change(f, -1));
      } else if (!isSame(f, before, old, olderNumbers)) {
        changes.add(new Change(f, old));
      }
    }
    older.values().forEach(f -> changes.add(new Change(-1, f)));
    return changes;
  }

  /** For each segment here its place among {@code others}, or -2. */
  private int[] numbersOf(List<String> others) {
    return segments.stream()
        .mapToInt(name -> others.contains(name) ? others.indexOf(name) : -2)
        .toArray();
  }

  private boolean isSame(int now, TreeState before, int then, int[] olderNumbers) {
    int segment = segmentOf[now] < 0 ? -1 : olderNumbers[segmentOf[now]];
    // A file that could not be read may be readable by now, and another by the time it is asked.
    return segment >= 0 && segment == before.segmentOf[then] && slotOf[now] == before.slotOf[then];
  }
}
