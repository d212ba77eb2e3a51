package org.gfpaudit.grammar.segment;

import java.util.Optional;

/** Gives the entities of a tree their numbers. */
public final class Numbering {
  /** One behind the other, without a gap. */
  public static final Numbering DENSE = new Numbering(Optional.empty(), 0, 0);

  /** Three entities more find room in front of each other one. */
  private static final int SPACING_BITS = 2;

  /** So many more find room in each file. */
  private static final int ROOM = 16;

  private final Optional<IndexedFiles> before;
  private final int spacingBits;
  private final int room;

  private Numbering(Optional<IndexedFiles> before, int spacingBits, int room) {
    this.before = before;
    this.spacingBits = spacingBits;
    this.room = room;
  }

  /**
   * For a process that looks at one state of a tree after another: as the index before numbered
   * them, where the tree has the same files and what they define besides finds room; all anew, with
   * room, where not.
   */
  public static Numbering after(Optional<IndexedFiles> before) {
    return new Numbering(before, SPACING_BITS, ROOM);
  }

  EntityNumbers of(ScannedFiles files) {
    return before
        .flatMap(known -> known.numbers(files))
        .orElseGet(() -> EntityNumbers.of(files.counts(), spacingBits, room));
  }
}
