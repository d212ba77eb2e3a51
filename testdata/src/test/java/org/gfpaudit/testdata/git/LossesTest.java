package org.gfpaudit.testdata.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gfpaudit.testdata.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commits take away of what kept reclaim out is said, and what they bring back. */
@Tag("integration")
class LossesTest {
  private static final String SCOPED =
      """
      #include <linux/pagemap.h>

      int pond_fill(struct address_space *mapping, struct page *page)
      {
      \tunsigned int flags = memalloc_nofs_save();
      \tint err = add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping));

      \tmemalloc_nofs_restore(flags);
      \treturn err;
      }
      """;

  private static final String BARE =
      """
      #include <linux/pagemap.h>

      int pond_fill(struct address_space *mapping, struct page *page)
      {
      \tint err = add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping));

      \treturn err;
      }
      """;

  private static final String LOST = "__GFP_FS can be used again in pond_fill()";

  @TempDir Path directory;

  private Clone clone;

  @BeforeEach
  void makeTheRepository() {
    clone = Clone.of(directory);
    clone.write("fs/pond.c", SCOPED);
    clone.commit("scoped");
    clone.write("fs/pond.c", BARE);
    clone.commit("bare");
    clone.write("fs/pond.c", SCOPED);
    clone.commit("back");
  }

  @Test
  void aChangeSinceARevisionSaysWhatItTakesAway() {
    CommandRun lost = clone.inside("check", "bare", "--since", "scoped", "--format", "gcc");
    assertEquals(1, lost.status(), lost.err());
    assertTrue(lost.out().contains(LOST), lost.out());
    for (String other : new String[] {"scoped", "back"}) {
      CommandRun none = clone.inside("check", other, "--since", "scoped", "--format", "gcc");
      assertEquals("", none.out(), none.err());
      assertEquals(0, none.status(), none.err());
    }
  }

  @Test
  void whatIsNotCommittedIsHeldAgainstTheRevisionAsWell() {
    clone.write("fs/pond.c", BARE);
    CommandRun lost = clone.inside("check", "--since", "back", "--format", "gcc");
    assertEquals(1, lost.status(), lost.err());
    assertTrue(lost.out().contains(LOST), lost.out());
  }

  @Test
  void whatWasBareBeforeIsNoLoss() {
    CommandRun run = clone.inside("check", "back", "--since", "bare");
    assertEquals(0, run.status(), run.out());
    assertFalse(run.out().contains(LOST), run.out());
    assertTrue(run.out().contains("__GFP_FS cannot be used any more in pond_fill()"), run.out());
  }

  @Test
  void aHistorySaysWhichCommitTookItAwayAndWhichBroughtItBack() {
    CommandRun run = clone.inside("history", "scoped..back", "--no-cache");
    assertEquals(0, run.status(), run.err());
    // The newest commit comes first, and what it changed stands below it.
    String back = clone.git("rev-parse", "back").substring(0, 12);
    String bare = clone.git("rev-parse", "bare").substring(0, 12);
    List<String> told =
        run.out()
            .lines()
            .filter(line -> line.contains("fs/pond.c") || line.matches("\\d{4}-.*"))
            .toList();
    assertEquals(4, told.size(), run.out());
    assertTrue(told.get(0).contains(back), run.out());
    assertTrue(told.get(1).matches(" +fixed .*protection-dropped.*"), run.out());
    assertTrue(told.get(2).contains(bare), run.out());
    assertTrue(told.get(3).matches(" +new .*protection-dropped.*"), run.out());
  }
}
