package org.gfpaudit.grammar.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of an index, for who wants to know later in what another index of the same tree
 * differs.
 */
public final class IndexedFiles {
  private final String[] paths;
  private final @Nullable Segment[] segments;
  private final int[] slots;

  /**
   * @param segments for each file the segment that it is in, or null
   * @param slots for each file its slot there
   */
  IndexedFiles(String[] paths, @Nullable Segment[] segments, int[] slots) {
    this.paths = paths;
    this.segments = segments;
    this.slots = slots;
  }

  /**
   * In what {@code after} differs from this, where only a few files have another content and these
   * define the same under the same conditions in the same order: then entities and files of both
   * have the same numbers. Empty where more differs.
   *
   * @param mostFiles how many are few
   */
  @SuppressWarnings("ReferenceEquality") // Nothing else tells segments apart so fast.
  public Optional<IndexChange> changeTo(IndexedFiles after, int mostFiles) {
    if (!Arrays.equals(paths, after.paths)) {
      return Optional.empty();
    }
    List<IndexChange.InFile> changed = new ArrayList<>();
    BitSet numbers = new BitSet();
    for (int file = 0; file < paths.length; file++) {
      @Nullable Segment before = segments[file];
      @Nullable Segment now = after.segments[file];
      if (before == now && slots[file] == after.slots[file]) {
        continue;
      }
      if (changed.size() == mostFiles || before == null || now == null) {
        return Optional.empty();
      }
      var change =
          new IndexChange.InFile(
              new IndexChange.Slot(before, slots[file]),
              new IndexChange.Slot(now, after.slots[file]));
      if (!change.hasSameDefinitions()) {
        return Optional.empty();
      }
      changed.add(change);
      numbers.set(file);
    }
    return Optional.of(new IndexChange(numbers, List.copyOf(changed)));
  }
}
