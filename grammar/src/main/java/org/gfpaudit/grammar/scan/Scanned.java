package org.gfpaudit.grammar.scan;

import java.util.List;
import org.gfpaudit.grammar.segment.Segment;

/**
 * What a scan of some files found.
 *
 * @param segments one for each thread
 * @param segmentOf for each file, as they were given, the place of its segment in the list, or
 *     {@link org.gfpaudit.grammar.segment.SegmentIndex#NOWHERE}: it could not be read, or its
 *     content was known
 * @param slotOf for each file its slot there
 * @param unscanned the files that are missing, in the order of their paths
 * @param byteCount the bytes of all files that were scanned
 */
public record Scanned(
    List<Segment> segments,
    int[] segmentOf,
    int[] slotOf,
    List<UnscannedFile> unscanned,
    long byteCount) {
  /**
   * A file that could not be read, or on which the scanner failed.
   *
   * @param reason what went wrong, without the path
   */
  public record UnscannedFile(String path, String reason) {}

  public Scanned {
    segments = List.copyOf(segments);
    unscanned = List.copyOf(unscanned);
  }
}
