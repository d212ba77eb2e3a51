package org.gfpaudit.analyzer.reclaim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.rules.finding.LockClass;
import org.junit.jupiter.api.Test;

/** Which definitions are read to find who takes a lock: those whose text names what takes it. */
class CorridorTest {
  private static final LockClass OF_EVERY_INODE =
      new LockClass(LockClass.Kind.FILE_SYSTEM, "", "i_rwsem");

  /** How reclaim comes to wait for the lock of an inode, where an eviction runs a statement. */
  private static List<ReclaimWait> waits(String statement) {
    return Ponds.of(
            """
            #define pond_lock(inode) inode_lock(inode)
            static void pond_evict(struct inode *inode)
            {
            	struct inode *root = pond_root(inode->i_sb);
            	STATEMENT
            }
            static const struct super_operations pond_ops = { .evict_inode = pond_evict };
            """
                .replace("STATEMENT", statement))
        .reclaim(OF_EVERY_INODE)
        .of("fs/pond", OF_EVERY_INODE);
  }

  @Test
  void theLockOfEveryInodeIsFoundByWhateverTakesIt() {
    for (String take :
        List.of("inode_lock(root);", "down_write(&root->i_rwsem);", "pond_lock(root);")) {
      List<ReclaimWait> waits = waits(take);
      assertEquals(1, waits.size(), take);
      assertTrue(waits.get(0).steps().stream().anyMatch(step -> step.text().contains("i_rwsem")));
    }
    assertEquals(List.of(), waits("inode_unlock(root);"));
  }
}
