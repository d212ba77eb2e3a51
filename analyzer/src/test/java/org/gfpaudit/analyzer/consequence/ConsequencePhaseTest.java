package org.gfpaudit.analyzer.consequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.MappingKinds;
import org.junit.jupiter.api.Test;

/** What masks can cause: the kinds of inodes, the devices behind them, and the level of both. */
class ConsequencePhaseTest {
  /** A file system that forbids FS, so that setters are known. */
  private static final String REEF =
      """
      struct inode { struct address_space *i_mapping; struct address_space i_data; };
      void reef_setup(struct inode *inode, int mode)
      {
      	%s
      	mapping_set_gfp_mask(inode->i_mapping, mapping_gfp_mask(inode->i_mapping) & ~__GFP_FS);
      }
      """;

  private static final String STRUCTS =
      """
      struct inode { struct address_space *i_mapping; struct address_space i_data; };
      struct file { struct address_space *f_mapping; struct inode *f_inode; };
      """;

  private static final String LOOP =
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

  private static final String SCOPED =
      LOOP.formatted("unsigned int f = memalloc_noio_save();", "memalloc_noio_restore(f);");

  private static final String UNSCOPED = LOOP.formatted("", "");

  /** A tree with a driver, a setter in another file system, and a file of code. */
  private static Rank rank(String path, String code, String driver, String function) {
    Map<String, String> texts = new HashMap<>();
    texts.put("drivers/block/loop.c", driver);
    texts.put("fs/reef/inode.c", REEF.formatted(""));
    texts.put(path, code);
    Phases phases = Phases.of(texts);
    return rank(phases, function);
  }

  private static Rank rank(Phases phases, String function) {
    List<JudgedCall> rows = phases.rows(function);
    assertEquals(1, rows.size(), rows::toString);
    return run(phases).rank(rows.get(0)).orElseThrow();
  }

  private static Consequences run(Phases phases) {
    return ConsequencePhase.run(
        phases.model(),
        new ConsequencePhase.Found(
            phases.masks(), phases.scopes(), phases.constraints(), phases.rows()));
  }

  private static MappingKinds kinds(String code, String function) {
    return rank("fs/kelp/file.c", STRUCTS + code, SCOPED, function).consequence().kinds();
  }

  private static void assertKind(InodeKind kind, String code, String function) {
    MappingKinds found = kinds(code, function);
    assertEquals(List.of(kind), found.kinds());
    assertTrue(found.isWhole(), found::text);
    assertFalse(found.evidence().isEmpty());
  }

  @Test
  void anInodeKeptInAFieldIsMetadata() {
    String code =
        """
        struct kelp_info { struct inode *tree; };
        int kelp_mount(struct kelp_info *info, struct super_block *sb)
        {
        	info->tree = new_inode(sb);
        	return 0;
        }
        int kelp_read(struct kelp_info *info, struct page *page)
        {
        	return add_to_page_cache_lru(page, info->tree->i_mapping, 0, GFP_KERNEL);
        }
        """;
    assertKind(InodeKind.METADATA, code, "kelp_read");
    // What anybody may put there is not known to be the file system's own.
    MappingKinds open = kinds(code.replace("new_inode(sb)", "kelp_any(sb)"), "kelp_read");
    assertFalse(open.isKnown(), open::text);
  }

  @Test
  void aReservedNumberTellsMetadata() {
    assertKind(
        InodeKind.METADATA,
        """
        int kelp_read(struct super_block *sb, struct page *page)
        {
        	struct inode *inode = kelp_iget(sb, KELP_QUOTA_INO);
        	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        }
        """,
        "kelp_read");
  }

  @Test
  void aTestAroundTheCallTellsTheKind() {
    String code =
        """
        int kelp_read(struct inode *inode, struct page *page)
        {
        	if (%s)
        		return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        	return 0;
        }
        """;
    assertKind(InodeKind.DIRECTORY, code.formatted("S_ISDIR(inode->i_mode)"), "kelp_read");
    assertKind(
        InodeKind.SYMLINK, code.formatted("inode->i_size && S_ISLNK(inode->i_mode)"), "kelp_read");
    assertFalse(
        kinds(code.formatted("inode->i_size || S_ISLNK(inode->i_mode)"), "kelp_read").isKnown());
    assertFalse(kinds(code.formatted("!S_ISDIR(inode->i_mode)"), "kelp_read").isKnown());
  }

  @Test
  void aReturnBeforeTheCallTellsTheKind() {
    assertKind(
        InodeKind.REGULAR,
        """
        int kelp_read(struct inode *inode, struct page *page)
        {
        	if (!S_ISREG(inode->i_mode))
        		return 0;
        	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        }
        """,
        "kelp_read");
  }

  @Test
  void aCaseOfTheModeTellsTheKindUnlessItIsFallenInto() {
    String code =
        """
        int kelp_read(struct inode *inode, struct page *page)
        {
        	switch (inode->i_mode & S_IFMT) {
        	case S_IFREG:
        		page = 0;
        		%s
        	case S_IFDIR:
        		return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        	}
        	return 0;
        }
        """;
    assertKind(InodeKind.DIRECTORY, code.formatted("break;"), "kelp_read");
    assertEquals(
        List.of(InodeKind.REGULAR, InodeKind.DIRECTORY),
        kinds(code.formatted(""), "kelp_read").kinds());
  }

  @Test
  void anOperationTellsTheKind() {
    String code =
        """
        static int kelp_symlink(struct inode *dir, struct dentry *dentry, const char *name)
        {
        	return add_to_page_cache_lru(0, %s->i_mapping, 0, GFP_KERNEL);
        }
        static const struct inode_operations kelp_dir_ops = {
        	.symlink = kelp_symlink,
        };
        """;
    assertKind(InodeKind.DIRECTORY, code.formatted("dir"), "kelp_symlink");
    assertKind(InodeKind.SYMLINK, code.formatted("d_inode(dentry)"), "kelp_symlink");
  }

  @Test
  void theCallersTellTheKindOfAParameter() {
    String code =
        """
        static int kelp_fill(struct address_space *mapping, struct page *page)
        {
        	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
        }
        int kelp_one(struct inode *inode, struct page *page)
        {
        	if (S_ISDIR(inode->i_mode))
        		return kelp_fill(inode->i_mapping, page);
        	return 0;
        }
        %s
        """;
    assertKind(InodeKind.DIRECTORY, code.formatted(""), "kelp_fill");
    MappingKinds both =
        kinds(
            code.formatted(
                """
                int kelp_two(struct inode *inode, struct page *page)
                {
                	return kelp_fill(inode->i_mapping, page);
                }
                """),
            "kelp_fill");
    assertFalse(both.isWhole(), both::text);
  }

  @Test
  void theTableOfPageOperationsIsThatOfTheKindsItIsSetFor() {
    String code =
        """
        static int kelp_read_folio(struct file *file, struct folio *folio)
        {
        	return filemap_add_folio(file->f_mapping, folio, 0, GFP_KERNEL);
        }
        static const struct address_space_operations kelp_aops = {
        	.read_folio = kelp_read_folio,
        };
        void kelp_setup(struct inode *inode)
        {
        	%s
        		inode->i_mapping->a_ops = &kelp_aops;
        }
        """;
    assertKind(InodeKind.REGULAR, code.formatted("if (S_ISREG(inode->i_mode))"), "kelp_read_folio");
    MappingKinds any = kinds(code.formatted(""), "kelp_read_folio");
    assertFalse(any.isWhole(), any::text);
    assertTrue(any.canBackDevice());
  }

  @Test
  void aFileOfShmemIsOne() {
    assertKind(
        InodeKind.SHMEM,
        """
        struct kelp_object { struct file *filp; };
        void kelp_init(struct kelp_object *obj)
        {
        	obj->filp = shmem_file_setup("kelp", 0, 0);
        }
        int kelp_read(struct kelp_object *obj, struct page *page)
        {
        	return add_to_page_cache_lru(page, obj->filp->f_mapping, 0, GFP_KERNEL);
        }
        """,
        "kelp_read");
  }

  @Test
  void aFileThatWasHandedInIsAnybodysInAnyDirectory() {
    String code =
        STRUCTS
            + """
            int beacon_read(struct file *file, struct page *page)
            {
            	return add_to_page_cache_lru(page, file->f_mapping, 0, GFP_KERNEL);
            }
            """;
    Rank scoped = rank("kernel/beacon.c", code, SCOPED, "beacon_read");
    assertEquals(Level.WARNING, scoped.level(), scoped.reason());
    assertTrue(scoped.reason().contains("fs/reef/inode.c:5"), scoped.reason());
    Rank unscoped = rank("kernel/beacon.c", code, UNSCOPED, "beacon_read");
    assertEquals(Level.ERROR, unscoped.level(), unscoped.reason());
    assertTrue(
        unscoped.reason().contains("mini_work(), drivers/block/loop.c:4"), unscoped.reason());
  }

  @Test
  void aRegularFileMattersWhereADriverHasNoScope() {
    String code =
        STRUCTS
            + """
            int kelp_read(struct inode *inode, struct page *page)
            {
            	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
            }
            """;
    Rank scoped = rank("fs/kelp/file.c", code, SCOPED, "kelp_read");
    assertEquals(Level.NOTE, scoped.level(), scoped.reason());
    assertTrue(scoped.reason().contains("loop (NOIO scope: mini_work()"), scoped.reason());
    assertEquals(Level.WARNING, rank("fs/kelp/file.c", code, UNSCOPED, "kelp_read").level());
  }

  @Test
  void aMaskWithoutDirectReclaimEntersNothing() {
    Rank rank =
        rank(
            "fs/kelp/file.c",
            STRUCTS
                + """
                int kelp_read(struct inode *inode, struct page *page)
                {
                	return add_to_page_cache_lru(page, inode->i_mapping, 0, __GFP_IO);
                }
                """,
            UNSCOPED,
            "kelp_read");
    assertEquals(Level.NOTE, rank.level());
    assertTrue(rank.reason().contains("direct reclaim"), rank.reason());
  }

  @Test
  void aSetterOfOneKindSaysNothingOfAnother() {
    String site =
        """
        int reef_read(struct inode *inode, struct page *page)
        {
        	if (S_ISREG(inode->i_mode))
        		return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        	return 0;
        }
        """;
    Phases other =
        Phases.of(
            Map.of(
                "drivers/block/loop.c",
                SCOPED,
                "fs/reef/inode.c",
                REEF.formatted("if (S_ISDIR(mode))") + site));
    assertEquals(Level.NOTE, rank(other, "reef_read").level(), rank(other, "reef_read").reason());
    Phases same =
        Phases.of(
            Map.of(
                "drivers/block/loop.c",
                SCOPED,
                "fs/reef/inode.c",
                REEF.formatted("if (S_ISREG(mode))") + site));
    assertEquals(Level.WARNING, rank(same, "reef_read").level(), rank(same, "reef_read").reason());
  }

  @Test
  void aWorkerWithoutAScopeWaitsForItsOwnDevice() {
    String allocates =
        """
        static int mini_fill(struct page *page, struct address_space *m)
        {
        	return add_to_page_cache_lru(page, m, 0, GFP_KERNEL);
        }
        """;
    String call = "mini_fill(0, lo->file->f_mapping);";
    Phases bare =
        Phases.of(
            Map.of(
                "drivers/block/loop.c",
                allocates + LOOP.formatted(call, ""),
                "fs/reef/inode.c",
                REEF.formatted("")));
    Rank rank = rank(bare, "mini_fill");
    assertTrue(rank.level().isAtLeast(Level.WARNING), rank.reason());
    assertEquals("loop", rank.consequence().below().orElseThrow().name());
    Phases elsewhere =
        Phases.of(
            Map.of(
                "drivers/block/loop.c",
                allocates
                    + UNSCOPED
                    + "int mini_ioctl(struct mini *lo)\n{\n\treturn "
                    + call
                    + "\n}\n",
                "fs/reef/inode.c",
                REEF.formatted("")));
    assertTrue(rank(elsewhere, "mini_fill").consequence().below().isEmpty());
  }

  @Test
  void whoRestoresASavedMaskLoosensThatOfAnother() {
    String driver =
        SCOPED
            + """
            struct lo { gfp_t old; };
            void mini_bind(struct lo *lo, struct file *file)
            {
            	lo->old = mapping_gfp_mask(file->f_mapping);
            	mapping_set_gfp_mask(file->f_mapping, lo->old & ~(__GFP_IO | __GFP_FS));
            }
            void mini_release(struct lo *lo, struct file *file)
            {
            	%s
            }
            """;
    Phases restores =
        Phases.of(
            Map.of(
                "drivers/block/loop.c",
                driver.formatted("mapping_set_gfp_mask(file->f_mapping, lo->old);")));
    List<Objection> found = run(restores).objections();
    assertEquals(1, found.size());
    assertEquals("mini_release", found.get(0).subject().flagged().place().function());
    assertEquals(Level.NOTE, found.get(0).subject().rank().orElseThrow().level());
    List<Objection> never =
        run(Phases.of(Map.of("drivers/block/loop.c", driver.formatted("")))).objections();
    assertEquals(1, never.size());
    assertEquals("mini_bind", never.get(0).subject().flagged().place().function());
  }

  @Test
  void aConstantMayAllowMemoryThatTheMappingExcludes() {
    String code =
        """
        struct reed { struct file *filp; };
        void reed_init(struct reed *obj)
        {
        	obj->filp = shmem_file_setup("reed", 0, 0);
        	mapping_set_gfp_mask(obj->filp->f_mapping, GFP_KERNEL%s);
        }
        int reed_read(struct reed *obj, struct page *page)
        {
        	return add_to_page_cache_lru(page, obj->filp->f_mapping, 0, GFP_KERNEL);
        }
        """;
    Rank low =
        rank(
            "drivers/gpu/drm/reed/gem.c",
            STRUCTS + code.formatted(" | __GFP_DMA32"),
            SCOPED,
            "reed_read");
    assertTrue(low.consequence().placement().orElseThrow().contains("reed/gem.c:7"));
    Rank same =
        rank("drivers/gpu/drm/reed/gem.c", STRUCTS + code.formatted(""), SCOPED, "reed_read");
    assertTrue(same.consequence().placement().isEmpty());
  }
}
