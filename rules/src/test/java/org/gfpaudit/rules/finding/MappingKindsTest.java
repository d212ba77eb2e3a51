package org.gfpaudit.rules.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of the inode behind a mapping, and how it is put together. */
class MappingKindsTest {
  private static final Place HERE = new Place("fs/a.c", 1, 1, "f");

  private static MappingKinds kind(InodeKind kind) {
    return MappingKinds.of(kind, HERE, "is told here");
  }

  @Test
  void aWayThatWasNotFollowedLeavesTheKindsOpen() {
    MappingKinds open = kind(InodeKind.DIRECTORY).join(MappingKinds.UNKNOWN);
    assertEquals(List.of(InodeKind.DIRECTORY), open.kinds());
    assertTrue(open.canBe(InodeKind.REGULAR));
    assertFalse(open.isOnly(EnumSet.of(InodeKind.DIRECTORY)));
    assertTrue(open.isAtMost(EnumSet.of(InodeKind.DIRECTORY)));
    assertEquals("directory, as far as it was followed", open.text());
  }

  @Test
  void noneIsTheNeutralElementOfJoin() {
    assertEquals(kind(InodeKind.SHMEM), MappingKinds.NONE.join(kind(InodeKind.SHMEM)));
    assertEquals(kind(InodeKind.SHMEM), kind(InodeKind.SHMEM).join(MappingKinds.NONE));
  }

  @Test
  void aTestNarrowsWhatIsKnownAndTellsWhatIsNot() {
    MappingKinds two = kind(InodeKind.REGULAR).join(kind(InodeKind.SYMLINK));
    assertEquals(List.of(InodeKind.SYMLINK), two.narrow(kind(InodeKind.SYMLINK)).kinds());
    assertEquals(
        List.of(InodeKind.SYMLINK), MappingKinds.UNKNOWN.narrow(kind(InodeKind.SYMLINK)).kinds());
    assertEquals(two, two.narrow(MappingKinds.UNKNOWN));
    // A test that contradicts what is known is of another inode.
    assertEquals(two, two.narrow(kind(InodeKind.SHMEM)));
  }

  @Test
  void kindsOfWhichNothingIsKnownOverlapWithAll() {
    assertTrue(MappingKinds.UNKNOWN.overlaps(kind(InodeKind.METADATA)));
    assertTrue(kind(InodeKind.METADATA).overlaps(MappingKinds.UNKNOWN));
    assertFalse(kind(InodeKind.METADATA).overlaps(kind(InodeKind.REGULAR)));
  }
}
