package org.gfpaudit.analyzer.constrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.junit.jupiter.api.Test;

/** Whole audits of trees of a few lines: what is found, and how it ranks. */
class ConstrainersTest {
  private static final String LOOP =
      """
      void bind(struct loop *lo, struct file *file)
      {
        lo->old = mapping_gfp_mask(file->f_mapping);
        mapping_set_gfp_mask(file->f_mapping, lo->old & ~(__GFP_IO | __GFP_FS));
      }
      """;
  private static final String REEF =
      """
      void reef_setup(struct inode *inode)
      {
        gfp_t gfp = mapping_gfp_mask(inode->i_mapping);
        mapping_set_gfp_mask(inode->i_mapping, gfp & ~__GFP_FS);
      }
      """;

  private static AuditResult audit(String... pathsAndTexts) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("Makefile", "VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 0\n");
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    try {
      return new AuditRequest(
              new MemoryTree("tree", texts), List.of(), Optional.empty(), 1, Progress.NONE)
          .result();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The one constrainer in a file of {@code fs/reef}. */
  private static ConstrainerSite only(String text) {
    List<ConstrainerSite> all = audit("fs/reef/inode.c", text).constrainers();
    assertEquals(1, all.size(), all::toString);
    return all.get(0);
  }

  private static void assertEffects(BitEffect fs, BitEffect io, ConstrainerSite site) {
    assertEquals(List.of(fs, io), List.of(site.fs(), site.io()), site::toString);
  }

  private static String setting(String mask) {
    return "void f(struct inode *i, struct inode *o, struct s *s, int x)\n{\n"
        + "  mapping_set_gfp_mask(i->i_mapping, "
        + mask
        + ");\n}\n";
  }

  @Test
  void saysWhatBecomesOfEachBit() {
    assertEffects(BitEffect.CLEARS, BitEffect.KEEPS, only(REEF));
    assertEffects(BitEffect.CLEARS, BitEffect.GIVES, only(setting("GFP_NOFS")));
    assertEffects(BitEffect.GIVES, BitEffect.GIVES, only(setting("GFP_HIGHUSER | __GFP_NOWARN")));
    assertEffects(
        BitEffect.CLEARS,
        BitEffect.CLEARS,
        only(setting("mapping_gfp_constraint(i->i_mapping, ~(__GFP_FS | __GFP_IO))")));
    assertEffects(
        BitEffect.CLEARS,
        BitEffect.DEPENDS,
        only(setting("x ? GFP_NOFS : mapping_gfp_mask(i->i_mapping) & ~__GFP_FS")));
    assertEffects(
        BitEffect.DEPENDS, BitEffect.DEPENDS, only(setting("mapping_gfp_mask(o->i_mapping)")));
    assertEffects(BitEffect.DEPENDS, BitEffect.DEPENDS, only(setting("s->saved")));
  }

  @Test
  void anInodeStandsForItsMapping() {
    ConstrainerSite site = only("void f(struct inode *link)\n{\n  inode_nohighmem(link);\n}\n");
    assertEffects(BitEffect.GIVES, BitEffect.GIVES, site);
    assertEquals("link", site.mapping());
    assertEquals("GFP_USER", site.mask());
    assertEquals("fs/reef", site.subsystem());
  }

  @Test
  void aMaskThatIsHandedInIsLookedUpAtTheCallers() {
    assertEffects(
        BitEffect.CLEARS,
        BitEffect.GIVES,
        only(
            """
            static void init(struct inode *inode, gfp_t gfp)
            {
              mapping_set_gfp_mask(inode->i_mapping, gfp);
            }
            void first(struct inode *inode) { init(inode, GFP_NOFS | __GFP_HIGHMEM); }
            void second(struct inode *inode) { init(inode, GFP_NOFS); }
            """));
  }

  @Test
  void aMaskIsFollowedThreeCallsUpAndNoFurther() {
    String chain =
        """
        static void set(struct inode *inode, gfp_t gfp)
        {
          mapping_set_gfp_mask(inode->i_mapping, gfp);
        }
        static void once(struct inode *inode, gfp_t gfp) { set(inode, gfp); }
        static void twice(struct inode *inode, gfp_t gfp) { once(inode, gfp); }
        """;
    assertEffects(
        BitEffect.CLEARS,
        BitEffect.GIVES,
        only(chain + "void top(struct inode *inode) { twice(inode, GFP_NOFS); }\n"));
    assertEffects(
        BitEffect.DEPENDS,
        BitEffect.DEPENDS,
        only(
            chain
                + "static void more(struct inode *inode, gfp_t gfp) { twice(inode, gfp); }\n"
                + "void top(struct inode *inode) { more(inode, GFP_NOFS); }\n"));
  }

  @Test
  void whoCallsItselfBringsNoMask() {
    assertEffects(
        BitEffect.CLEARS,
        BitEffect.GIVES,
        only(
            """
            static void all(struct inode *inode, gfp_t gfp, int rest)
            {
              mapping_set_gfp_mask(inode->i_mapping, gfp);
              if (rest)
                all(inode + 1, gfp, rest - 1);
            }
            void top(struct inode *inode) { all(inode, GFP_NOFS, 4); }
            """));
  }

  @Test
  void whatAHelperReturnsIsFollowed() {
    assertEffects(
        BitEffect.CLEARS,
        BitEffect.KEEPS,
        only(
            """
            static gfp_t calm(struct inode *inode)
            {
              return mapping_gfp_mask(inode->i_mapping) & ~__GFP_FS;
            }
            void f(struct inode *inode) { mapping_set_gfp_mask(inode->i_mapping, calm(inode)); }
            """));
  }

  @Test
  void theDefinitionOfAConstrainerIsNone() {
    String definition =
        """
        void inode_nohighmem(struct inode *i)
        {
          mapping_set_gfp_mask(i->i_mapping, GFP_USER);
        }
        #if 0
        void never(struct inode *i) { inode_nohighmem(i); }
        #endif
        """;
    assertTrue(audit("fs/inode.c", definition).constrainers().isEmpty());
  }

  @Test
  void tablesSayWhichMappingsAreMeant() {
    ConstrainerSite loop = audit("drivers/block/loop.c", LOOP).constrainers().get(0);
    assertEffects(BitEffect.CLEARS, BitEffect.CLEARS, loop);
    assertEquals(Audience.BACKING, loop.audience());
    assertEquals(Audience.INODES, only(REEF).audience());
  }

  // ---- ranks

  private static String inserting(String mapping, String mask) {
    return "int g(struct page *p, struct address_space *m, struct sb *sbi)\n{\n"
        + "  return add_to_page_cache_lru(p, "
        + mapping
        + ", 0, "
        + mask
        + ");\n}\n";
  }

  private static Finding finding(String path, String text, String... more) {
    String[] all = new String[more.length + 2];
    System.arraycopy(more, 0, all, 0, more.length);
    all[more.length] = path;
    all[more.length + 1] = text;
    return audit(all).findings().stream()
        .filter(found -> found.row().isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static void assertRank(Level level, String reason, Finding finding) {
    assertEquals(level, finding.level(), finding::reason);
    assertTrue(finding.reason().contains(reason), finding::reason);
  }

  @Test
  void aMappingOfTheSameFileSystemMakesAWarning() {
    String[] tree = {"fs/reef/inode.c", REEF, "drivers/block/loop.c", LOOP};
    String site = inserting("m", "GFP_KERNEL");
    assertRank(
        Level.WARNING,
        "fs/reef/inode.c:4 takes __GFP_FS out of the masks of mappings of fs/reef; nothing tells"
            + " this one from them, and this call puts it back",
        finding("fs/reef/a.c", site, tree));
    assertRank(
        Level.WARNING,
        "fs/reef/inode.c:4 takes __GFP_FS out of the masks of such mappings, and this call, which"
            + " any file's mapping can reach, puts it back",
        finding("mm/readahead.c", site, tree));
    assertRank(Level.WARNING, "any file's", finding("fs/mpage.c", site, tree));
    // The loop device of this tree reads and writes no file, so nothing is stored to one.
    assertRank(Level.NOTE, "no setter", finding("fs/shoal/a.c", site, tree));
    // What was handed in is anybody's, in a directory nobody knows as well.
    assertRank(Level.WARNING, "any file's", finding("drivers/gpu/drm/kelp/a.c", site, tree));
    assertRank(Level.WARNING, "any file's", finding("kernel/a.c", site, tree));
    assertRank(Level.NOTE, "fs/proc", finding("fs/proc/vmcore.c", site, tree));
  }

  @Test
  void theBitIsTheOneTheConstantSets() {
    String[] tree = {"fs/reef/inode.c", REEF, "drivers/block/loop.c", LOOP};
    String site = inserting("m", "GFP_NOFS");
    assertRank(Level.NOTE, "FS is not entered", finding("fs/reef/a.c", site, tree));
    String calm = REEF.replace("~__GFP_FS", "~__GFP_IO");
    assertRank(Level.WARNING, "__GFP_IO", finding("fs/reef/a.c", site, "fs/reef/inode.c", calm));
  }

  @Test
  void aTreeWithoutItsLoopDeviceStillHasOne() {
    Finding finding =
        finding("fs/shoal/a.c", inserting("m", "GFP_KERNEL"), "fs/reef/inode.c", REEF);
    assertRank(Level.NOTE, "loop (NOIO scope in this release", finding);
    Finding old =
        finding(
            "fs/shoal/a.c",
            inserting("m", "GFP_KERNEL"),
            "fs/reef/inode.c",
            REEF,
            "Makefile",
            "VERSION = 3\nPATCHLEVEL = 18\nSUBLEVEL = 0\n");
    assertRank(Level.WARNING, "was not found in the tree", old);
  }

  @Test
  void aTreeWithoutConstrainersKeepsTheLevelOfTheRule() {
    assertRank(Level.ERROR, "", finding("fs/shoal/a.c", inserting("m", "GFP_KERNEL")));
    Finding nofs = finding("fs/shoal/a.c", inserting("m", "GFP_NOFS"));
    assertRank(Level.WARNING, "", nofs);
    assertEquals("", nofs.reason());
  }

  @Test
  void thoseThatClearTheBitComeFirst() {
    String giver = "void s(struct inode *i)\n{\n  inode_nohighmem(i);\n}\n";
    Finding finding =
        finding(
            "fs/reef/z.c",
            inserting("m", "GFP_KERNEL"),
            "fs/reef/dir.c",
            giver,
            "fs/reef/inode.c",
            REEF);
    assertEquals(
        List.of(BitEffect.CLEARS, BitEffect.GIVES),
        finding.constrainers().stream().map(ConstrainerSite::fs).toList());
  }
}
