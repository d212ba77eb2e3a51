package org.gfpaudit.analyzer.consequence;

import static org.gfpaudit.analyzer.consequence.Shores.LOOP;
import static org.gfpaudit.analyzer.consequence.Shores.REEF;
import static org.gfpaudit.analyzer.consequence.Shores.SCOPED;
import static org.gfpaudit.analyzer.consequence.Shores.STRUCTS;
import static org.gfpaudit.analyzer.consequence.Shores.UNSCOPED;
import static org.gfpaudit.analyzer.consequence.Shores.rank;
import static org.gfpaudit.analyzer.consequence.Shores.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.Level;
import org.junit.jupiter.api.Test;

/** What masks can cause: the setters and devices behind a mapping, and the level of both. */
class ConsequencePhaseTest {
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
    assertEquals(Level.WARNING, rank.level(), rank.reason());
    assertTrue(
        rank.reason().startsWith("I/O to a device of loop (mini_work(), drivers/block/loop.c:"),
        rank.reason());
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
        struct page *reed_read(struct reed *obj)
        {
        	return find_or_create_page(obj->filp->f_mapping, 0, GFP_KERNEL);
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
