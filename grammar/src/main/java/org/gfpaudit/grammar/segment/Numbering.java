package org.gfpaudit.grammar.segment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the files and the entities of a tree their numbers. */
public final class Numbering {
  /** One behind the other, without a gap. */
  public static final Numbering DENSE =
      new Numbering(Optional.empty(), 0, new EntityNumbers.Room(0, 0, 0));

  /** Three files more find room in front of each other one. */
  private static final int FILE_SPACING_BITS = 2;

  /**
   * Three entities more find room in front of each other one, 16 in each file, and as many as a
   * file has mostly where there is room for files.
   */
  private static final EntityNumbers.Room ROOM = new EntityNumbers.Room(2, 16, 256);

  private final Optional<IndexedFiles> before;
  private final int fileSpacingBits;
  private final EntityNumbers.Room room;

  private Numbering(Optional<IndexedFiles> before, int fileSpacingBits, EntityNumbers.Room room) {
    this.before = before;
    this.fileSpacingBits = fileSpacingBits;
    this.room = room;
  }

  /**
   * For a process that looks at one state of a tree after another: as the index before numbered
   * them, where what the tree has besides finds room; all anew, with room, where not.
   */
  public static Numbering after(Optional<IndexedFiles> before) {
    return new Numbering(before, FILE_SPACING_BITS, ROOM);
  }

  /**
   * The files of a tree with their numbers.
   *
   * @param paths sorted
   * @param segments for each path the segment that its file is in, or null
   * @param slots for each path its slot there
   */
  IndexedFiles of(String[] paths, @Nullable Segment[] segments, int[] slots) {
    FileNumbers anew = FileNumbers.of(paths, fileSpacingBits);
    ScannedFiles files = new ScannedFiles(anew, paths, segments, slots);
    return before
        .flatMap(known -> known.numbered(files, room))
        .orElseGet(() -> new IndexedFiles(files, EntityNumbers.of(files, room)));
  }
}
