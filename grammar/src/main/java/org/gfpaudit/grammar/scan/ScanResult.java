package org.gfpaudit.grammar.scan;

import java.util.List;
import org.gfpaudit.grammar.index.SourceIndex;

/**
 * An index and what it cost.
 *
 * @param unscanned the files that are missing from the index, in the order of their paths
 * @param byteCount the bytes of all files that were scanned
 */
public record ScanResult(SourceIndex index, List<UnscannedFile> unscanned, long byteCount) {
  /**
   * A file that could not be read, or on which the scanner failed.
   *
   * @param reason what went wrong, without the path
   */
  public record UnscannedFile(String path, String reason) {}

  public ScanResult {
    unscanned = List.copyOf(unscanned);
  }
}
