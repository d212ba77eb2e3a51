package org.gfpaudit.testdata.expect;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One annotated file.
 *
 * @param path where it stands in the audited tree
 * @param header absent for a header file of a program of several files
 * @param labels the line of each {@code step}, by label
 * @param markers in the order they are written
 * @param functions the function around each line, by 1-based line; absent outside
 */
public record Sample(
    String path,
    Optional<Header> header,
    Map<String, Integer> labels,
    List<Marker> markers,
    Map<Integer, String> functions) {

  /** How many findings of this kind of promise the file holds. */
  public long count(Marker.Promise promise) {
    return markers.stream()
        .filter(marker -> marker instanceof Marker.OfFinding of && of.promise() == promise)
        .count();
  }
}
