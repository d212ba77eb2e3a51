package org.gfpaudit.analyzer.reclaim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a way of reclaim is not believed for: rare inodes, tables of many functions, an unmount. */
class ReclaimDoubtTest {
  private static final String STRUCTS =
      """
      struct pond_ops { void (*sync)(struct pond *pond); };
      struct pond {
      	int state;
      	const struct pond_ops *ops;
      	struct super_block *other;
      	struct mutex lock;
      };
      struct pond_inode { struct inode vfs; struct pond *pond; };
      static struct pond_inode *POND_I(struct inode *inode)
      {
      	return container_of(inode, struct pond_inode, vfs);
      }
      static void pond_locked(struct pond *pond)
      {
      	mutex_lock(&pond->lock);
      }
      """;

  private static final String TABLE =
      """
      static const struct super_operations pond_sops = {
      	.evict_inode = pond_evict,
      	.dirty_inode = pond_dirty,
      };
      """;

  /** A file system of which an inode is written, and another one thrown away. */
  private static Ponds pond(String before, String evict, String dirty) {
    return Ponds.of(
        STRUCTS
            + before
            + "static void pond_evict(struct inode *inode)\n{\n"
            + "\tstruct pond *pond = POND_I(inode)->pond;\n"
            + evict
            + "}\nstatic void pond_dirty(struct inode *inode, int flags)\n{\n"
            + dirty
            + "}\n"
            + TABLE);
  }

  @Test
  void anInodeIsUncachedOnlyWhereItsFileSystemMakesItSo() {
    String dirty = "\tmutex_lock(&POND_I(inode)->pond->lock);\n";
    assertEquals("none", pond("", "", dirty).way("lock"), "nobody sets the flag");
    String marks = "void pond_mark(struct inode *inode)\n{\n\td_mark_dontcache(inode);\n}\n";
    assertEquals("FS [UNCACHED_ONLY]", pond(marks, "", dirty).way("lock"));
  }

  /** Tables with so many functions that take the lock. */
  private static String tables(int count) {
    StringBuilder tables = new StringBuilder();
    for (int i = 0; i < count; i++) {
      tables
          .append("static void pond_sync")
          .append(i)
          .append("(struct pond *pond)\n{\n\tpond_locked(pond);\n}\n")
          .append("static const struct pond_ops ops")
          .append(i)
          .append(" = { .sync = pond_sync")
          .append(i)
          .append(" };\n");
    }
    return tables.toString();
  }

  @Test
  void oneOfManyFunctionsOfATableIsNotCertain() {
    String evict = "\tpond->ops->sync(pond);\n";
    assertEquals("FS []", pond(tables(1), evict, "").way("lock"), "nothing else can be meant");
    assertEquals("FS []", pond(tables(3), evict, "").way("lock"), "one of a few, once");
    assertEquals("FS [UNCERTAIN]", pond(tables(5), evict, "").way("lock"), "one of many");
  }

  @Test
  void aFileSystemInUseIsNotUnmounted() {
    Ponds ponds =
        pond(
                "",
                "\tdeactivate_super(pond->other);\n",
                "\tmutex_lock(&POND_I(inode)->pond->lock);\n")
            .with(
                "fs/mount.c",
                """
                #include <linux/fs.h>
                void deactivate_super(struct super_block *sb)
                {
                	sb->s_op->dirty_inode(first_of(sb), 0);
                }
                """);
    assertEquals("none", ponds.way("lock"));
  }

  @Test
  void aVariableIsTrueUnderWhatItWasSetUnder() {
    String evict =
        """
        	int gone = 0;
        	if (!inode->i_nlink)
        		gone = 1;
        	if (gone)
        		mutex_lock(&pond->lock);
        """;
    assertEquals("FS [UNLINKED_ONLY]", pond("", evict, "").way("lock"));
  }

  /** A block driver that leaves a request to a work item so many calls after it was handed it. */
  private static String served(int calls) {
    StringBuilder text =
        new StringBuilder(
            """
            struct blk_mq_ops { void (*queue_rq)(struct pond *pond); };
            struct pond { int a; int b; int c; int d; struct work_struct work; struct mutex lock; };
            static void pond_serve(struct work_struct *work)
            {
            	struct pond *pond = container_of(work, struct pond, work);
            	mutex_lock(&pond->lock);
            }
            void pond_start(struct pond *pond)
            {
            	INIT_WORK(&pond->work, pond_serve);
            }
            static void pond_call0(struct pond *pond)
            {
            	queue_work(wq, &pond->work);
            }
            """);
    for (int i = 1; i < calls; i++) {
      text.append("static void pond_call").append(i).append("(struct pond *pond)\n{\n\tpond_call");
      text.append(i - 1).append("(pond);\n}\n");
    }
    return text.append("static const struct blk_mq_ops pond_mq = { .queue_rq = pond_call")
        .append(calls - 1)
        .append(" };\n")
        .toString();
  }

  @Test
  void whatIsQueuedLateServesSomethingElse() {
    assertEquals("IO [TO_THAT_DEVICE]", Ponds.of(served(1)).way("lock"), "at once");
    assertEquals("IO [TO_THAT_DEVICE]", Ponds.of(served(2)).way("lock"), "by a function for that");
    assertEquals(
        "IO [UNCERTAIN, TO_THAT_DEVICE]", Ponds.of(served(3)).way("lock"), "on an error, say");
  }

  @Test
  void whoeverServesADeviceHoldsAReferenceToWhatServesIt() {
    String text =
        """
        struct blk_mq_ops { void (*queue_rq)(struct pond *pond); };
        struct pond { int a; int b; int c; int d; struct refs *refs; struct mutex lock; };
        static void pond_free(struct pond *pond)
        {
        	mutex_lock(&pond->lock);
        }
        static void pond_queue(struct pond *pond)
        {
        	if (TEST)
        		pond_free(pond);
        }
        static const struct blk_mq_ops pond_mq = { .queue_rq = pond_queue };
        """;
    assertEquals("IO [TO_THAT_DEVICE]", Ponds.of(text.replace("TEST", "pond->a")).way("lock"));
    String last = text.replace("TEST", "refcount_dec_and_test(pond->refs)");
    assertEquals("IO [UNCERTAIN, TO_THAT_DEVICE]", Ponds.of(last).way("lock"));
    String not = text.replace("TEST", "!refcount_dec_and_test(pond->refs)");
    assertEquals("IO [TO_THAT_DEVICE]", Ponds.of(not).way("lock"));
  }

  @Test
  void whatIsADirectoryIsNoRegularFileBelow() {
    String below =
        """
        static void pond_return(struct inode *inode, int sync)
        {
        	if (!S_ISREG(inode->i_mode))
        		return;
        	mutex_lock(&POND_I(inode)->pond->lock);
        }
        static void pond_check(struct inode *inode)
        {
        	pond_return(inode, 0);
        }
        """;
    String evict = "\tif (TEST)\n\t\tpond_check(inode);\n";
    assertEquals("FS []", pond(below, "\tpond_check(inode);\n", "").way("lock"), "no test");
    String regular = evict.replace("TEST", "S_ISREG(inode->i_mode)");
    assertEquals("FS []", pond(below, regular, "").way("lock"), "the same kind");
    String directory = evict.replace("TEST", "pond->state && S_ISDIR(inode->i_mode)");
    assertEquals("none", pond(below, directory, "").way("lock"), "another kind");
    String either = evict.replace("TEST", "pond->state || S_ISDIR(inode->i_mode)");
    assertEquals("FS []", pond(below, either, "").way("lock"), "not on every way");
    String both = evict.replace("TEST", "S_ISREG(inode->i_mode) || S_ISDIR(inode->i_mode)");
    assertEquals("FS []", pond(below, both, "").way("lock"), "one of two kinds");
    String not = evict.replace("TEST", "!S_ISDIR(inode->i_mode)");
    assertEquals("FS []", pond(below, not, "").way("lock"), "any other kind");
    assertEquals(
        "FS []",
        pond(below, directory + "\tinode = next_of(inode);\n", "").way("lock"),
        "which inode it is at the test is not told");
    String another = directory.replace("check(inode)", "check(pond->parent)");
    assertEquals("FS []", pond(below, another, "").way("lock"), "the kind of another inode");
  }
}
