package org.gfpaudit.grammar.segment;

import java.util.Arrays;
import java.util.List;

/** Which entities of segments are those of a tree. */
final class TreeSlots {
  private static final int NOWHERE = SegmentIndex.NOWHERE;

  private final List<Segment> segments;
  private final EntityNumbers numbers;

  /** For each segment the file of each slot, or {@link #NOWHERE} where the tree has none. */
  private final int[][] fileOfSlot;

  /**
   * @param segmentOf for each number of a file the place of its segment in the list, or {@link
   *     #NOWHERE}
   * @param slotOf for each number of a file its slot there
   */
  TreeSlots(List<Segment> segments, int[] segmentOf, int[] slotOf, EntityNumbers numbers) {
    this.segments = segments;
    this.numbers = numbers;
    fileOfSlot = new int[segments.size()][];
    for (int s = 0; s < fileOfSlot.length; s++) {
      fileOfSlot[s] = new int[segments.get(s).slotCount()];
      Arrays.fill(fileOfSlot[s], NOWHERE);
    }
    for (int file = 0; file < segmentOf.length; file++) {
      if (segmentOf[file] != NOWHERE) {
        fileOfSlot[segmentOf[file]][slotOf[file]] = file;
      }
    }
  }

  /** Adds a row of entities of a segment; they ascend, so the slot is mostly that of the last. */
  void collect(int segment, int[] row, Found found) {
    Segment.Slots slots = segments.get(segment).slots();
    int first = 0;
    int last = 0;
    int file = NOWHERE;
    for (int local : row) {
      if (local >= last) {
        int slot = slots.slotOf(local);
        file = fileOfSlot[segment][slot];
        first = slots.firstEntity().get(slot);
        last = slots.firstEntity().get(slot + 1);
      }
      if (file != NOWHERE) {
        found.add(numbers.number(file, local - first));
      }
    }
  }

  /** The number in the tree of an entity of a segment, or -1 where its file is not in the tree. */
  int number(int segment, int local) {
    Segment.Slots slots = segments.get(segment).slots();
    int slot = slots.slotOf(local);
    int file = fileOfSlot[segment][slot];
    return file == NOWHERE ? -1 : numbers.number(file, local - slots.firstEntity().get(slot));
  }
}
