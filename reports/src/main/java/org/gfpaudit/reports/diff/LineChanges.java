package org.gfpaudit.reports.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which lines of a text are not those of an older one. */
public final class LineChanges {
  private final BitSet changed;
  private final BitSet added;

  /** Where, from a line on, the older text is so many lines behind. */
  private final NavigableMap<Integer, Integer> offsets;

  private LineChanges(BitSet changed, BitSet added, NavigableMap<Integer, Integer> offsets) {
    this.changed = changed;
    this.added = added;
    this.offsets = offsets;
  }

  /** Every line counts as changed, as in a file that was not there before. */
  public static LineChanges all() {
    BitSet lines = new BitSet();
    lines.set(0, Integer.MAX_VALUE);
    return new LineChanges(lines, lines, new TreeMap<>());
  }

  /** No line counts as changed. */
  public static LineChanges none() {
    return new LineChanges(new BitSet(), new BitSet(), new TreeMap<>());
  }

  /**
   * The lines of {@code after} that were added or changed, and, where lines were only taken away,
   * the line that now stands in their place.
   */
  public static LineChanges between(byte[] before, byte[] after) {
    BitSet changed = new BitSet();
    BitSet added = new BitSet();
    TreeMap<Integer, Integer> offsets = new TreeMap<>();
    List<String> old = lines(before);
    List<String> now = lines(after);
    // Equal ends are cut off first: what is left is small, however long the file is.
    int start = 0;
    while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < old.size() - start
        && end < now.size() - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    List<String> oldMiddle = old.subList(start, old.size() - end);
    List<String> nowMiddle = now.subList(start, now.size() - end);
    for (AbstractDelta<String> delta : DiffUtils.diff(oldMiddle, nowMiddle).getDeltas()) {
      int from = start + delta.getTarget().getPosition();
      changed.set(from + 1, from + 1 + Math.max(1, delta.getTarget().size()));
      added.set(from + 1, from + 1 + delta.getTarget().size());
      int nowEnd = from + delta.getTarget().size();
      int oldEnd = start + delta.getSource().getPosition() + delta.getSource().size();
      offsets.put(nowEnd + 1, oldEnd - nowEnd);
    }
    return new LineChanges(changed, added, offsets);
  }

  /** Whether a 1-based line was changed. */
  public boolean contains(int line) {
    return changed.get(line);
  }

  /** The line of the older text that a 1-based line was; 0 where it is not the same line. */
  public int before(int line) {
    if (changed.get(line)) {
      return 0;
    }
    return line + offset(line);
  }

  /** The line of the older text that a 1-based line is as it was; 0 where it has none. */
  public int same(int line) {
    return added.get(line) ? 0 : line + offset(line);
  }

  private int offset(int line) {
    Map.Entry<Integer, Integer> offset = offsets.floorEntry(line);
    return offset == null ? 0 : offset.getValue();
  }

  private static List<String> lines(byte[] content) {
    return List.of(new String(content, StandardCharsets.ISO_8859_1).split("\n", -1));
  }
}
