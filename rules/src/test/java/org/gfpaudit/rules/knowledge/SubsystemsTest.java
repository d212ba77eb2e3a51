package org.gfpaudit.rules.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gfpaudit.rules.finding.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsystemsTest {
  private static final Knowledge SHIPPED = Knowledge.shipped();

  @ParameterizedTest
  @CsvSource({
    "fs/ext4/readpage.c, fs/ext4, FILES",
    "fs/xfs/scrub/xfile.c, fs/xfs, FILES",
    "fs/smb/client/file.c, fs/smb/client, FILES",
    "fs/mpage.c, fs, GENERIC",
    "fs/aio.c, fs/aio, PRIVATE",
    "fs/iomap/buffered-io.c, fs/iomap, GENERIC",
    "fs/proc/vmcore.c, fs/proc, PRIVATE",
    "mm/filemap.c, mm, GENERIC",
    "mm/shmem.c, mm/shmem, FILES",
    "include/linux/pagemap.h, include, GENERIC",
    "drivers/staging/lustre/lustre/llite/dir.c, drivers/staging/lustre, FILES",
    "drivers/gpu/drm/i915/gt/shmem_utils.c, drivers/gpu/drm/i915, OTHER",
    "drivers/block/rbd.c, drivers/block, OTHER",
    "drivers/mtd/nand/raw/nandsim.c, drivers/mtd/nandsim, GENERIC",
    "odd.c, odd.c, OTHER",
  })
  void filesBelongToSubsystems(String file, String name, Subsystem.Kind kind) {
    assertEquals(new Subsystem(name, kind), SHIPPED.subsystems().of(file));
  }

  @Test
  void rowsSayWhichMappingsAConstrainerIsFor() {
    assertEquals(
        Audience.BACKING,
        SHIPPED.constrainedMapping("drivers/block/loop.c", "loop_set_fd").orElseThrow().audience());
    assertTrue(SHIPPED.constrainedMapping("fs/xfs/xfs_iops.c", "xfs_setup_inode").isEmpty());
  }

  @Test
  void filesOfAModuleAreOneSubsystemWhateverTheirPath() {
    Subsystems beside =
        Knowledge.shipped().withModule(file -> file.startsWith("lib/")).at("6.1").subsystems();
    assertEquals(new Subsystem("this module", Subsystem.Kind.FILES), beside.of("lib/inode.c"));
    assertEquals(new Subsystem("fs/xfs", Subsystem.Kind.FILES), beside.of("fs/xfs/xfs_buf.c"));
  }
}
