package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gfpaudit.analyzer.driver.Audit;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.recall.Recall;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.segment.ContentId;
import org.junit.jupiter.api.Test;

/** A process goes on from what the audit before it knows, and from nothing else. */
class KeptStatesTest {
  private static final String FILE = "fs/sample/sample.c";

  private static final String SAMPLE =
      """
      struct page *get(struct address_space *m)
      {
      	return find_or_create_page(m, 0, GFP_NOFS);
      }
      """;

  /** The same where files are known not to have changed before anybody reads them. */
  private static AuditRequest identified(Map<String, String> texts) {
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, ContentId> ids = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          files.put(path, text.getBytes(StandardCharsets.UTF_8));
          ids.put(path, new ContentId("here", text.hashCode(), text.length(), 1, 0));
        });
    SourceTree none = new MemoryTree("nothing", Map.of());
    return KeptAnswersTest.request(texts).of(new OverlayTree(none, "texts", files, ids, Set.of()));
  }

  /** Also where the audit before used a line of a file and did not read that file again. */
  @Test
  void aResultMovesWithTheLinesThatItSpeaksOf() throws IOException {
    KeptReadings readings = new KeptReadings();
    Recall recall = Recall.ofThisRun();
    Map<String, String> texts = new HashMap<>();
    texts.put("include/linux/mask.h", "static inline gfp_t mask(void)\n{\n\treturn GFP_NOFS;\n}\n");
    texts.put(FILE, SAMPLE.replace("GFP_NOFS", "mask()"));
    texts.put("fs/sample/z.c", SAMPLE.replace("get", "one"));
    recall.of(identified(texts).keeping(readings)).result();
    texts.put("fs/sample/z.c", SAMPLE.replace("get", "one").replace("GFP_NOFS", "GFP_KERNEL"));
    recall.of(identified(texts).keeping(readings)).result();
    texts.computeIfPresent("include/linux/mask.h", (path, text) -> "\n\n" + text);
    assertEquals(
        KeptAnswersTest.fresh(texts),
        KeptAnswersTest.said(recall.of(identified(texts).keeping(readings)).result()));
  }

  /** Who asks on about an audit is told of its tree, whatever was audited since. */
  @Test
  void anOlderModelSaysWhatItsTreeSays() throws IOException {
    KeptAnswersTest.Session session = new KeptAnswersTest.Session(new KeptReadings());
    String more = SAMPLE + "void more(void)\n{\n\tget(0);\n}\n";
    session.said(Map.of(FILE, more.replace("get(0)", "gat(0)")));
    Map<String, String> other = Map.of(FILE, more.replace("get(0)", "got(0)"));
    Model older = session.audited(other).model();
    Model newer = session.audited(Map.of(FILE, more)).model();
    Entity function = newer.index().definitions("more").get(0);
    assertEquals(1, newer.edges().calleesOf(function).size());
    assertEquals(List.of(), older.edges().calleesOf(function));
    Model again = session.audited(Map.of(FILE, more)).model();
    assertEquals(1, again.edges().calleesOf(function).size());
  }

  /** Nobody held the answers of the audit before it against what it changed. */
  @Test
  void anAuditThatFailedIsNoneToGoOnFrom() throws IOException {
    Map<String, String> texts =
        new HashMap<>(Map.of(FILE, SAMPLE, "fs/sample/Makefile", "obj-y := sample.o\n"));
    KeptReadings readings = new KeptReadings();
    IndexStore store = IndexStore.inMemory();
    identified(texts).keeping(readings).with(store, Audit.ANEW).result();
    texts.put(FILE, SAMPLE.replace("GFP_NOFS", "GFP_KERNEL"));
    AuditRequest request = identified(texts).keeping(readings).with(store, Audit.ANEW);
    AuditRequest broken = request.of(new BrokenTree(request.tree()));
    assertThrows(IllegalStateException.class, broken::result);
    assertEquals(KeptAnswersTest.fresh(texts), KeptAnswersTest.said(request.result()));
  }
}
