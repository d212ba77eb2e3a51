package org.gfpaudit.analyzer.deadlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.HeldLock;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.ReclaimRoot;
import org.junit.jupiter.api.Test;

/** What reclaim has tried to lock on its way follows from what it entered by, not from texts. */
class UnreachableTest {
  private static final LockClass TABLES = LockClass.ofField("struct pond", "tables");

  /** What a step says where reclaim enters by that field, word for word. */
  private static final String TEXT = "pond_evict(), stored in struct super_operations.evict_inode";

  private final Model model =
      Phases.model(
          Map.of(
              "fs/pond/pond.c",
              """
              struct super_block { void *s_fs_info; };
              struct pond { struct mutex tables; };
              static void pond_evict(struct inode *inode) {}
              static unsigned long pond_scan(struct shrinker *s) { return 0; }
              static int pond_fill(struct super_block *sb, struct pond *pond)
              {
              	sb->s_fs_info = pond;
              	return 0;
              }
              static void pond_put(struct super_block *sb) { read_tables(sb); }
              static const struct super_operations pond_ops = { .put_super = pond_put };
              """));

  private Entity function(String name) {
    return model.index().definitions(name).get(0);
  }

  private ReclaimRoot row(String field) {
    return model.knowledge().reclaim().roots(ReclaimRoot.Kind.FIELD).stream()
        .filter(row -> row.name().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> reason(Optional<ReclaimWait.Root> root, String text) {
    ChainStep first =
        new ChainStep(
            new Place("fs/pond/pond.c", 3, 1, "pond_evict"), ChainStep.Kind.ENTERS_RECLAIM, text);
    ReclaimWait wait =
        new ReclaimWait(
            TABLES,
            LockMode.WRITE,
            ReclaimWait.Gate.FS,
            "fs/pond",
            List.of(),
            new ReclaimWait.Path(root, List.of(first)));
    HeldLock held =
        new HeldLock(
            TABLES,
            LockMode.WRITE,
            List.of(new CallSite(function("pond_put"), 0)),
            /* isCertain= */ true);
    return new Unreachable(model, new Instances(model)).reason(held, wait, "fs/pond");
  }

  @Test
  void whatReclaimEnteredByTellsThatItTriedTheSuperBlock() {
    ReclaimWait.Root evicted = new ReclaimWait.Root(function("pond_evict"), row("evict_inode"));
    assertTrue(reason(Optional.of(evicted), "pond_evict() for each inode").isPresent());
  }

  @Test
  void aTextTellsNothing() {
    ReclaimWait.Root scanned = new ReclaimWait.Root(function("pond_scan"), row("scan_objects"));
    assertEquals(Optional.empty(), reason(Optional.of(scanned), TEXT));
    assertEquals(Optional.empty(), reason(Optional.empty(), TEXT));
  }
}
