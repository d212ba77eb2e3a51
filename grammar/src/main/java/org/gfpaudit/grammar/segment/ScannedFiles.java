package org.gfpaudit.grammar.segment;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a tree, each with where it is in which segment. */
final class ScannedFiles {
  private final String[] paths;
  private final @Nullable Segment[] segments;
  private final int[] slots;

  /**
   * @param segments for each file the segment that it is in, or null
   * @param slots for each file its slot there
   */
  ScannedFiles(String[] paths, @Nullable Segment[] segments, int[] slots) {
    this.paths = paths;
    this.segments = segments;
    this.slots = slots;
  }

  /** How many there are. */
  int size() {
    return paths.length;
  }

  boolean hasPathsOf(ScannedFiles other) {
    return Arrays.equals(paths, other.paths);
  }

  /** Whether a file is where it is in {@code other}: then it has the same content. */
  @SuppressWarnings("ReferenceEquality") // Nothing else tells segments apart so fast.
  boolean isSame(int file, ScannedFiles other) {
    return segments[file] == other.segments[file] && slots[file] == other.slots[file];
  }

  /** What a file defines; empty where it could not be read. */
  Optional<FileEntities> entities(int file) {
    return Optional.ofNullable(segments[file]).map(s -> new FileEntities(s, slots[file]));
  }

  /** How many entities each file has. */
  int[] counts() {
    int[] counts = new int[paths.length];
    for (int file = 0; file < paths.length; file++) {
      @Nullable Segment segment = segments[file];
      counts[file] = segment == null ? 0 : segment.entityCountOf(slots[file]);
    }
    return counts;
  }
}
