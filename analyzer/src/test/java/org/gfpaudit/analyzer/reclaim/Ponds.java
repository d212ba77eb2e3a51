package org.gfpaudit.analyzer.reclaim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;

/**
 * A small kernel with one file system, {@code fs/pond}, for the tests of what reclaim waits for.
 */
final class Ponds {
  /** What every kernel has: inodes, their operations, shrinkers and locks. */
  static final String HEADER =
      """
      struct mutex { int owner; };
      struct rw_semaphore { int count; };
      struct work_struct { int data; };
      struct completion { int done; };
      struct wait_queue_head { int head; };
      typedef struct wait_queue_head wait_queue_head_t;
      struct shrink_control { gfp_t gfp_mask; };
      struct shrinker {
      	unsigned long (*scan_objects)(struct shrinker *s, struct shrink_control *sc);
      };
      struct super_operations {
      	void (*evict_inode)(struct inode *inode);
      	int (*drop_inode)(struct inode *inode);
      	void (*dirty_inode)(struct inode *inode, int flags);
      };
      struct super_block { const struct super_operations *s_op; int s_flags; };
      struct inode {
      	struct super_block *i_sb;
      	unsigned int i_nlink;
      	unsigned long i_state;
      	struct rw_semaphore i_rwsem;
      };
      void mutex_lock(struct mutex *lock);
      int mutex_trylock(struct mutex *lock);
      void mutex_unlock(struct mutex *lock);
      void down_write(struct rw_semaphore *sem);
      """;

  /** The shared code that prunes the cache of inodes. */
  static final String CACHE =
      """
      #include <linux/fs.h>
      void evict(struct inode *inode)
      {
      	const struct super_operations *op = inode->i_sb->s_op;
      	if (op->evict_inode)
      		op->evict_inode(inode);
      }
      static void iput_final(struct inode *inode)
      {
      	struct super_block *sb = inode->i_sb;
      	const struct super_operations *op = inode->i_sb->s_op;
      	int drop;
      	if (op->drop_inode)
      		drop = op->drop_inode(inode);
      	else
      		drop = generic_drop_inode(inode);
      	if (!drop && !(inode->i_state & I_DONTCACHE) && (sb->s_flags & SB_ACTIVE))
      		return;
      	if (!drop)
      		write_inode_now(inode);
      	evict(inode);
      }
      void write_inode_now(struct inode *inode)
      {
      	inode->i_sb->s_op->dirty_inode(inode, 0);
      }
      void iput(struct inode *inode)
      {
      	iput_final(inode);
      }
      """;

  static final String PRUNE =
      """
      #include <linux/fs.h>
      static unsigned long super_cache_scan(struct shrinker *s, struct shrink_control *sc)
      {
      	if (!(sc->gfp_mask & __GFP_FS))
      		return 0;
      	evict(first_of(s));
      	iput(second_of(s));
      	return 1;
      }
      static struct shrinker super_shrinker = { .scan_objects = super_cache_scan };
      """;

  private final Map<String, String> texts = new LinkedHashMap<>();

  private Ponds(String text) {
    texts.put("include/linux/fs.h", HEADER);
    texts.put("fs/inode.c", CACHE);
    texts.put("fs/super.c", PRUNE);
    texts.put("fs/pond/pond.c", "#include <linux/fs.h>\n" + text);
  }

  /** The kernel with that text of the file system. */
  static Ponds of(String text) {
    return new Ponds(text);
  }

  /** The same without the file that prunes caches, as vendors ship trees. */
  Ponds withoutPruning() {
    texts.remove("fs/super.c");
    return this;
  }

  /** The same with one more file. */
  Ponds with(String path, String text) {
    texts.put(path, text);
    return this;
  }

  /** The ways to a field of {@code struct pond}. */
  List<ReclaimWait> waits(String field) {
    return reclaim(LockClass.ofField("struct pond", field))
        .of("fs/pond", LockClass.ofField("struct pond", field));
  }

  /** What is found of a lock. */
  Reclaim reclaim(LockClass lock) {
    return reclaim(Phases.model(texts), lock);
  }

  private static Reclaim reclaim(Model model, LockClass lock) {
    TreeSet<LockClass> locks = new TreeSet<>(List.of(lock));
    return new ReclaimPhase(model, new Acquisitions(model)).run("fs/pond", locks);
  }

  /**
   * The one way to a field, as its gate, cuts and steps: {@code "FS [] evicts by pond_evict()"}.
   */
  String way(String field) {
    List<ReclaimWait> waits = waits(field);
    return waits.isEmpty() ? "none" : waits.get(0).gate() + " " + waits.get(0).cuts();
  }

  /** What the one way to a field enters by: {@code "pond_scan by scan_objects"}. */
  String root(String field) {
    Model model = Phases.model(texts);
    LockClass lock = LockClass.ofField("struct pond", field);
    return reclaim(model, lock).of("fs/pond", lock).get(0).path().root().stream()
        .map(root -> model.program().name(root.function()) + " by " + root.row().name())
        .collect(Collectors.joining());
  }

  /** The steps of the one way to a field, each by its kind and what it is done to. */
  List<String> steps(String field) {
    return waits(field).get(0).steps().stream().map(ChainStep::text).toList();
  }
}
