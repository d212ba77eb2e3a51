package org.gfpaudit.analyzer.consequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.grammar.thread.Loop;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.Depth;

/**
 * Trees with a driver and with a file system that forbids FS, for tests of what masks can cause.
 */
final class Shores {
  /** A file system that forbids FS, so that setters are known. */
  static final String REEF =
      """
      struct inode { struct address_space *i_mapping; struct address_space i_data; };
      void reef_setup(struct inode *inode, int mode)
      {
      	%s
      	mapping_set_gfp_mask(inode->i_mapping, mapping_gfp_mask(inode->i_mapping) & ~__GFP_FS);
      }
      """;

  static final String STRUCTS =
      """
      struct inode { struct address_space *i_mapping; struct address_space i_data; };
      struct file { struct address_space *f_mapping; struct inode *f_inode; };
      """;

  static final String LOOP =
      """
      struct file_operations { int (*write_iter)(struct kiocb *, struct iov_iter *); };
      struct file { const struct file_operations *f_op; };
      struct mini { struct file *file; struct work_struct work; };
      static void mini_work(struct work_struct *work)
      {
      	struct mini *lo = container_of(work, struct mini, work);
      	%s
      	vfs_iter_write(lo->file, 0, 0, 0);
      	%s
      }
      static int mini_queue(struct blk_mq_hw_ctx *ctx, const struct blk_mq_queue_data *bd)
      {
      	queue_work(system_wq, 0);
      	return 0;
      }
      static const struct blk_mq_ops mini_ops = {
      	.queue_rq = mini_queue,
      };
      void mini_start(struct mini *lo)
      {
      	INIT_WORK(&lo->work, mini_work);
      }
      """;

  static final String SCOPED =
      LOOP.formatted("unsigned int f = memalloc_noio_save();", "memalloc_noio_restore(f);");

  static final String UNSCOPED = LOOP.formatted("", "");

  /** A tree with a driver, a setter in another file system, and a file of code. */
  static Rank rank(String path, String code, String driver, String function) {
    Map<String, String> texts = new HashMap<>();
    texts.put("drivers/block/loop.c", driver);
    texts.put("fs/reef/inode.c", REEF.formatted(""));
    texts.put(path, code);
    Phases phases = Phases.of(texts);
    return rank(phases, function);
  }

  static Rank rank(Phases phases, String function) {
    List<JudgedCall> rows = phases.rows(function);
    assertEquals(1, rows.size(), rows::toString);
    return run(phases).rank(rows.get(0)).orElseThrow();
  }

  static Consequences run(Phases phases) {
    return ConsequencePhase.run(
        phases.model(),
        new ConsequencePhase.Found(
            phases.masks(), phases.scopes(), phases.constraints(), phases.rows()),
        Depth.GUARDS,
        Loop.ALONE);
  }

  private Shores() {}
}
