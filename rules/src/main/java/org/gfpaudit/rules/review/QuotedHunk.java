package org.gfpaudit.rules.review;

import java.util.List;
import org.gfpaudit.rules.finding.Place;

/**
 * A part of a patch as a reviewer quotes it.
 *
 * @param file the path after the patch
 * @param firstLine the 1-based line at which its new text begins after the patch was applied
 * @param lineCount how many lines of the patched file it covers
 * @param lines the line that begins with {@code @@} and those below it, without line ends
 */
public record QuotedHunk(String file, int firstLine, int lineCount, List<String> lines) {
  public QuotedHunk {
    lines = List.copyOf(lines);
  }

  /** Whether a place of the patched tree is in it. */
  public boolean contains(Place place) {
    return place.file().equals(file)
        && place.line() >= firstLine
        && place.line() < firstLine + Math.max(1, lineCount);
  }
}
