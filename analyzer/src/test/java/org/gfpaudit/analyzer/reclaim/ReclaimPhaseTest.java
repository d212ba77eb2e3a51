package org.gfpaudit.analyzer.reclaim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.rules.finding.LockClass;
import org.junit.jupiter.api.Test;

/** How reclaim comes to wait for a lock: roots, gates and guards, sleeps and what is left out. */
class ReclaimPhaseTest {
  private static final String STRUCTS =
      """
      struct pond {
      	struct mutex lock;
      	struct mutex log_lock;
      	struct work_struct work;
      	struct completion done;
      	wait_queue_head_t queue;
      	unsigned long flags;
      };
      struct pond_inode { struct mutex own; struct inode vfs; struct pond *pond; };
      static struct pond_inode *POND_I(struct inode *inode)
      {
      	return container_of(inode, struct pond_inode, vfs);
      }
      """;

  private static final String TABLE =
      """
      static const struct super_operations pond_ops = {
      	.evict_inode = pond_evict,
      	.dirty_inode = pond_dirty,
      };
      """;

  /** A file system whose eviction runs some statements. */
  private static Ponds evicting(String before, String statements) {
    return Ponds.of(
        STRUCTS
            + before
            + """
            static void pond_evict(struct inode *inode)
            {
            	struct pond_inode *ip = POND_I(inode);
            	struct pond *pond = ip->pond;
            """
            + statements
            + "}\n"
            + TABLE);
  }

  @Test
  void theWayFromTheShrinkerIsReadFromTheTree() {
    assertEquals(
        List.of(
            "enters reclaim by super_cache_scan(), stored in struct shrinker.scan_objects",
            "calls evict()",
            "evicts by pond_evict()",
            "waits for struct pond.lock for write"),
        evicting("", "\tmutex_lock(&pond->lock);\n").steps("lock"));
    assertEquals(
        "super_cache_scan by scan_objects",
        evicting("", "\tmutex_lock(&pond->lock);\n").root("lock"));
  }

  @Test
  void aMissingFileIsStoodInForByTheTable() {
    Ponds ponds = evicting("", "\tmutex_lock(&pond->lock);\n").withoutPruning();
    assertEquals(
        List.of(
            "enters reclaim by pond_evict(), stored in struct super_operations.evict_inode",
            "waits for struct pond.lock for write"),
        ponds.steps("lock"));
    assertEquals("FS []", ponds.way("lock"));
    assertEquals("pond_evict by evict_inode", ponds.root("lock"));
  }

  @Test
  void theMaskIsTestedOnTheWay() {
    String scan = "static unsigned long pond_scan(struct shrinker *s, struct shrink_control *sc)\n";
    String table = "static struct shrinker pond_shrinker = { .scan_objects = pond_scan };\n";
    String take = "{\n\tstruct pond *pond = pond_of(s);\n%s\treturn 1;\n}\n";
    String lock = "\tmutex_lock(&pond->lock);\n";
    assertEquals("ANY []", Ponds.of(STRUCTS + scan + take.formatted(lock) + table).way("lock"));
    assertEquals(
        "IO []",
        Ponds.of(
                STRUCTS
                    + scan
                    + take.formatted("\tif (sc->gfp_mask & __GFP_IO)\n\t" + lock)
                    + table)
            .way("lock"));
    assertEquals(
        "none",
        Ponds.of(
                STRUCTS
                    + scan
                    + take.formatted("\tif (!(sc->gfp_mask & __GFP_IO))\n\t" + lock)
                    + table)
            .way("lock"),
        "without IO only");
    assertEquals(
        "FS [KSWAPD_ONLY]",
        Ponds.of(
                STRUCTS
                    + scan
                    + take.formatted(
                        """
                        	if (!(sc->gfp_mask & __GFP_FS) || !current_is_kswapd())
                        		return 0;
                        """
                            + lock)
                    + table)
            .way("lock"));
  }

  @Test
  void whatOnlyTriesWaitsForNothing() {
    assertEquals(
        "none", evicting("", "\tif (mutex_trylock(&pond->lock))\n\t\treturn;\n").way("lock"));
  }

  @Test
  void anUnlinkedInodeIsToldApart() {
    assertEquals(
        "FS [UNLINKED_ONLY]",
        evicting("", "\tif (inode->i_nlink)\n\t\treturn;\n\tmutex_lock(&pond->lock);\n")
            .way("lock"));
  }

  @Test
  void anInodeWithDataToWriteIsToldApart() {
    String write =
        """
        	if (!(inode->i_state & I_DIRTY_DATASYNC))
        		return;
        	mutex_lock(&pond->lock);
        """;
    String changed = "void pond_changed(struct inode *inode)\n{\n\tmark_inode_dirty(inode);\n}\n";
    assertEquals("none", evicting("", write).way("lock"), "nothing of the pond sets that flag");
    assertEquals("FS [DIRTY_ONLY]", evicting(changed, write).way("lock"));
  }

  @Test
  void whatIsAskedOfAVariableIsNoMatterOfTheInode() {
    String write =
        """
        	int flags = changes_of(inode);
        	if (flags & I_DIRTY_DATASYNC)
        		mutex_lock(&pond->lock);
        """;
    assertEquals("FS []", evicting("", write).way("lock"));
  }

  /** A file system that ties inodes to dentries so, and says that it keeps them all. */
  private static Ponds keeping(String tied) {
    return evicting(
        "void pond_make(struct dentry *dentry, struct inode *inode)\n{\n"
            + tied
            + "}\nstatic struct file_system_type pond_type = { .kill_sb = kill_litter_super };\n",
        "\tmutex_lock(&pond->lock);\n");
  }

  @Test
  void anInodeIsKeptByADentryThatIsKept() {
    String kept = "\td_instantiate(dentry, inode);\n\tdget(dentry);\n";
    assertEquals("none", keeping(kept).way("lock"));
    assertEquals("none", keeping(kept).withoutPruning().way("lock"));
    assertEquals("FS []", keeping("\td_instantiate(dentry, inode);\n").way("lock"));
  }

  @Test
  void aShrinkerOfItsOwnMayDropTheLastReferenceToWhatIsKept() {
    Ponds ponds =
        keeping(
            """
            	d_instantiate(dentry, inode);
            	dget(dentry);
            }
            static unsigned long pond_scan(struct shrinker *s, struct shrink_control *sc)
            {
            	if (!(sc->gfp_mask & __GFP_FS))
            		return 0;
            	evict(inode_of(s));
            	return 1;
            }
            static struct shrinker pond_shrinker = { .scan_objects = pond_scan };
            void pond_other(void)
            {
            """);
    assertEquals("FS [UNLINKED_ONLY]", ponds.way("lock"));
  }

  @Test
  void flagsOfTheTaskCloseAWay() {
    assertEquals(
        "none",
        evicting(
                "",
                "\tif (current->flags & PF_MEMALLOC)\n\t\treturn;\n\tmutex_lock(&pond->lock);\n")
            .way("lock"),
        "a task that reclaims has it set");
    assertEquals(
        "FS []",
        evicting(
                "",
                "\tif (current->flags & PF_MEMALLOC_NOFS)\n\t\treturn;\n\tmutex_lock(&pond->lock);\n")
            .way("lock"),
        "where FS reclaim runs it is not set");
    assertEquals(
        "FS [NO_TRANSACTION]",
        evicting("", "\tif (!current->journal_info)\n\t\tmutex_lock(&pond->lock);\n").way("lock"));
  }

  @Test
  void constantsTravelWithTheCall() {
    String helper =
        """
        static void pond_lock(struct pond *pond, int flags)
        {
        	if (flags & POND_EXCL)
        		mutex_lock(&pond->lock);
        	if (flags & POND_LOG)
        		mutex_lock(&pond->log_lock);
        }
        """;
    Ponds ponds = evicting(helper, "\tpond_lock(pond, POND_EXCL);\n");
    assertEquals("FS []", ponds.way("lock"));
    assertEquals("none", ponds.way("log_lock"));
  }

  @Test
  void aVariableIsOneOfItsConstantsOrNothingIsKnownOfIt() {
    String helper =
        """
        static void pond_lock(struct pond *pond, int flags)
        {
        	if (flags & POND_EXCL)
        		mutex_lock(&pond->lock);
        	if (flags & POND_LOG)
        		mutex_lock(&pond->log_lock);
        }
        """;
    Ponds some =
        evicting(
            helper,
            """
            	int flags = POND_SHARED;
            	if (pond->flags)
            		flags = POND_EXCL;
            	pond_lock(pond, flags);
            """);
    assertEquals("FS []", some.way("lock"));
    assertEquals("none", some.way("log_lock"));
    Ponds growing =
        evicting(
            helper,
            """
            	int flags = POND_SHARED;
            	flags = flags | pond->flags;
            	pond_lock(pond, flags);
            """);
    assertEquals("FS []", growing.way("log_lock"), "it may be anything");
  }

  @Test
  void theLockOfTheObjectItselfIsMarked() {
    LockClass own = LockClass.ofField("struct pond_inode", "own");
    Ponds ponds = evicting("", "\tmutex_lock(&ip->own);\n");
    assertEquals("[OWN_OBJECT]", ponds.reclaim(own).of("fs/pond", own).get(0).cuts().toString());
    Ponds other = evicting("", "\tmutex_lock(&POND_I(pond_root(pond))->own);\n");
    assertEquals("[]", other.reclaim(own).of("fs/pond", own).get(0).cuts().toString());
  }

  @Test
  void aFlushIsFollowedIntoItsWork() {
    String work =
        """
        static void pond_work(struct work_struct *work)
        {
        	struct pond *pond = container_of(work, struct pond, work);
        	mutex_lock(&pond->lock);
        }
        void pond_init(struct pond *pond)
        {
        	INIT_WORK(&pond->work, pond_work);
        }
        """;
    List<String> steps = evicting(work, "\tflush_work(&pond->work);\n").steps("lock");
    assertEquals(
        List.of(
            "waits for struct pond.work",
            "is woken by pond_work(), a work item",
            "waits for struct pond.lock for write"),
        steps.subList(3, 6));
    assertEquals(
        "none",
        evicting(work, "\tqueue_work(wq, &pond->work);\n").way("lock"),
        "nobody waits for what is only queued");
  }

  @Test
  void aSleepIsFollowedToWhoEndsItAndNoFurther() {
    String work =
        """
        static void pond_finish(struct pond *pond)
        {
        	mutex_lock(&pond->lock);
        	mutex_unlock(&pond->lock);
        	wake_up_bit(&pond->flags, POND_BUSY);
        	mutex_lock(&pond->log_lock);
        }
        static void pond_work(struct work_struct *work)
        {
        	pond_finish(container_of(work, struct pond, work));
        }
        void pond_init(struct pond *pond)
        {
        	INIT_WORK(&pond->work, pond_work);
        }
        """;
    Ponds ponds = evicting(work, "\twait_on_bit(&pond->flags, POND_BUSY, 2);\n");
    assertEquals(
        List.of(
            "waits for bit POND_BUSY of struct pond.flags",
            "is woken by pond_work(), a work item",
            "calls pond_finish()",
            "waits for struct pond.lock for write"),
        ponds.steps("lock").subList(3, 7));
    assertEquals("none", ponds.way("log_lock"), "it is taken when the sleep is over");
    assertEquals(
        "none",
        evicting(work, "\twait_on_bit(&pond->flags, POND_OTHER, 2);\n").way("lock"),
        "another bit");
  }

  @Test
  void aWrapperOfASleepIsLookedThrough() {
    String work =
        """
        static void pond_wait(struct completion *done)
        {
        	wait_for_completion(done);
        }
        static int pond_thread(void *data)
        {
        	struct pond *pond = data;
        	mutex_lock(&pond->lock);
        	complete(&pond->done);
        	return 0;
        }
        void pond_init(struct pond *pond)
        {
        	kthread_run(pond_thread, pond, "p");
        }
        """;
    Ponds ponds = evicting(work, "\tpond_wait(&pond->done);\n");
    assertTrue(ponds.steps("lock").contains("waits for struct pond.done"), ponds::toString);
    assertTrue(ponds.steps("lock").contains("is woken by pond_thread(), a kernel thread"));
  }

  @Test
  void anotherFileSystemIsNotEntered() {
    Ponds ponds =
        Ponds.of(
                STRUCTS
                    + """
                    void pond_sync(struct pond *pond)
                    {
                    	mutex_lock(&pond->lock);
                    }
                    static void pond_dirty(struct inode *inode, int flags)
                    {
                    }
                    static const struct super_operations pond_ops = {
                    	.dirty_inode = pond_dirty,
                    };
                    """)
            .with(
                "fs/lake/lake.c",
                """
                #include <linux/fs.h>
                struct pond;
                static void lake_evict(struct inode *inode)
                {
                	pond_sync(pond_of(inode));
                }
                static const struct super_operations lake_ops = {
                	.evict_inode = lake_evict,
                };
                """);
    assertEquals("none", ponds.way("lock"), "its inodes are others");
  }

  @Test
  void whatCodeSaysOfReclaimIsTaken() {
    Ponds ponds =
        Ponds.of(
            STRUCTS
                + """
                void pond_init(struct pond *pond)
                {
                	fs_reclaim_acquire(GFP_KERNEL);
                	mutex_lock(&pond->lock);
                	mutex_unlock(&pond->lock);
                	fs_reclaim_release(GFP_KERNEL);
                	mutex_lock(&pond->log_lock);
                }
                """);
    assertEquals("FS []", ponds.way("lock"));
    assertEquals("none", ponds.way("log_lock"), "outside");
  }

  @Test
  void theEndOfIoIsAWaitOfItsOwn() {
    String io =
        """
        static void pond_end_io(struct bio *bio)
        {
        	struct pond *pond = bio->bi_private;
        	complete(&pond->done);
        }
        static void pond_write(struct pond *pond, struct bio *bio)
        {
        	bio->bi_end_io = pond_end_io;
        	wait_for_completion(&pond->done);
        }
        """;
    Reclaim found = evicting(io, "\tpond_write(pond, ip->bio);\n").reclaim(Reclaim.IO);
    assertEquals(1, found.of("fs/pond", Reclaim.IO).size());
  }

  @Test
  void whatWasLookedAtIsSaid() {
    LockClass lock = LockClass.ofField("struct pond", "lock");
    Reclaim.Looked looked =
        evicting("", "\tmutex_lock(&pond->log_lock);\n")
            .reclaim(lock)
            .looked("fs/pond")
            .orElseThrow();
    assertEquals(1, looked.roots());
    assertFalse(looked.isCut());
  }
}
