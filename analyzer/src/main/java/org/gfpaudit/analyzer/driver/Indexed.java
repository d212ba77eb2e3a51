package org.gfpaudit.analyzer.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.analyzer.store.StoredSegment;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.Numbering;
import org.gfpaudit.grammar.segment.Segment;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.rules.finding.Problem;

/**
 * The files of a tree with their index.
 *
 * @param files in the order of their paths
 * @param slots for each file where its index is, or null where it could not be read
 * @param problems what could not be read
 */
public record Indexed(List<String> files, Slot[] slots, List<Problem> problems) {

  /** Whether a file was scanned with that content, or it is not known with which. */
  public boolean isOf(String file, ContentMark content) {
    int at = Collections.binarySearch(files, file);
    if (at < 0 || slots[at] == null) {
      return false;
    }
    ContentMark scanned = slots[at].segment().segment().content(slots[at].number());
    return scanned.equals(content) || scanned.equals(ContentMark.NONE);
  }

  /** The index of all files. */
  SegmentIndex index() {
    return index(Numbering.DENSE);
  }

  /** The same with entities that have other numbers. */
  SegmentIndex index(Numbering numbering) {
    Map<StoredSegment, Integer> numbers = new HashMap<>();
    List<Segment> segments = new ArrayList<>();
    int[] segmentOf = new int[slots.length];
    int[] slotOf = new int[slots.length];
    Arrays.fill(segmentOf, SegmentIndex.NOWHERE);
    for (int f = 0; f < slots.length; f++) {
      if (slots[f] == null) {
        continue;
      }
      Integer number = numbers.get(slots[f].segment());
      if (number == null) {
        number = segments.size();
        numbers.put(slots[f].segment(), number);
        segments.add(slots[f].segment().segment());
      }
      segmentOf[f] = number;
      slotOf[f] = slots[f].number();
    }
    return new SegmentIndex(segments, files.toArray(String[]::new), segmentOf, slotOf, numbering);
  }
}
