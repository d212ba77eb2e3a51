package org.gfpaudit.analyzer.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.driver.Audit;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.analyzer.store.StoreDirectory;
import org.gfpaudit.grammar.segment.ContentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree that goes back to what it was, in another run. */
class OlderStateTest {
  private static final String QUESTION = "question";

  @TempDir Path cache;

  private static SourceTree tree(String mask) {
    String text =
        "int fill(struct page *page, struct address_space *m)\n{\n"
            + "\treturn add_to_page_cache_lru(page, m, 0, "
            + mask
            + ");\n}\n";
    return new OverlayTree(
        new MemoryTree("nothing", Map.of()),
        "tree",
        Map.of("fs/pond.c", text.getBytes(StandardCharsets.UTF_8)),
        Map.of("fs/pond.c", new ContentId("here", text.hashCode(), text.length(), 1, 0)),
        Set.of());
  }

  private static Recall.Lasting audited(SourceTree tree, IndexStore store) throws IOException {
    return Recall.lasting(
        new AuditRequest(tree, List.of(), Optional.of("6.1"), 1, Progress.NONE)
            .with(store, Audit.ANEW));
  }

  private IndexStore store() throws IOException {
    return IndexStore.in(StoreDirectory.open(cache, 1L << 30));
  }

  @Test
  void itsResultIsFoundWithoutALookAtTheNewerOne() throws IOException {
    Recall.Lasting older;
    try (IndexStore store = store()) {
      Memory first = new Memory(store);
      older = audited(tree("GFP_KERNEL"), store);
      first.keep(QUESTION, older.memo(), older.indexed().slots());
      Recall.Lasting newer = audited(tree("GFP_NOFS"), store);
      first.keep(QUESTION, newer.memo(), newer.indexed().slots());
      assertNotEquals(older.memo().result().rows(), newer.memo().result().rows());
    }
    try (IndexStore store = store()) {
      Memory later = new Memory(store);
      SourceTree tree = tree("GFP_KERNEL");
      Recall.Lasting now = audited(tree, store);
      var recalled =
          later.recall(List.of(QUESTION), tree, now.indexed().files(), now.indexed().slots());
      assertEquals(older.memo().result().rows(), recalled.orElseThrow().rows());
      assertEquals(1, later.all().size(), "results that were decoded");
    }
  }
}
