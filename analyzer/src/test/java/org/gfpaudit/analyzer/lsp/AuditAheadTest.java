package org.gfpaudit.analyzer.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.model.NotedReadings;
import org.gfpaudit.analyzer.recall.Recall;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.AuditResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session does while nobody waits, so that the next save is a short one. */
class AuditAheadTest {
  private static final Path ROOT = Path.of("/linux");
  private static final String POND = "fs/pond.c";
  private static final String LAKE = "fs/lake.c";

  private static final String HEADER =
      """
      typedef unsigned int gfp_t;
      #define ___GFP_IO 0x40u
      #define ___GFP_FS 0x80u
      #define __GFP_IO ((__force gfp_t)___GFP_IO)
      #define __GFP_FS ((__force gfp_t)___GFP_FS)
      #define GFP_KERNEL (__GFP_IO | __GFP_FS)
      """;

  private final Map<String, String> files = new TreeMap<>();

  /** One process, in which the tree was audited before. */
  private final Recall recall = new Recall(IndexStore.inMemory(), "this program");

  private final OpenTexts texts = new OpenTexts();
  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

  /** What an audit ahead reads, in order; the trees of the audits are numbered from 1. */
  private final BlockingQueue<String> reads = new LinkedBlockingQueue<>();

  private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
  private final Worker worker = new NotingWorker();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** How often something that was read before was held against a newer tree. */
  private final AtomicInteger looks = new AtomicInteger();

  private int trees;
  private int version;
  private TreeSession session = session();

  /** A worker that says when something that was done ahead came to its end. */
  private final class NotingWorker extends Worker {
    @Override
    void whenIdle(Runnable task) {
      super.whenIdle(
          () -> {
            task.run();
            ended.add(isAwaited() ? "gave way" : "done");
          });
    }
  }

  @BeforeEach
  void auditBefore() throws IOException {
    files.put("include/linux/gfp.h", HEADER);
    files.put(POND, fill("pond_fill"));
    files.put(LAKE, fill("lake_fill"));
    recall.of(request(tree())).result();
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private static String fill(String function) {
    return "#include <linux/gfp.h>\nint "
        + function
        + "(struct page *page, struct address_space *m)\n{\n"
        + "\treturn add_to_page_cache_lru(page, m, 0, GFP_KERNEL);\n}\n";
  }

  private static AuditRequest request(SourceTree tree) {
    return new AuditRequest(tree, List.of(), Optional.of("6.1"), 1, Progress.NONE);
  }

  private SourceTree tree() {
    Map<String, byte[]> contents = new TreeMap<>();
    Map<String, ContentId> ids = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          contents.put(path, text.getBytes(StandardCharsets.UTF_8));
          ids.put(path, new ContentId("here", text.hashCode(), text.length(), 1, 0));
        });
    return new OverlayTree(new MemoryTree("nothing", Map.of()), "linux", contents, ids, Set.of());
  }

  private TreeSession session() {
    TreeLookup lookup =
        new TreeLookup() {
          @Override
          public Optional<Path> root(Path file, ClientSettings settings) {
            return Optional.of(ROOT);
          }

          @Override
          public Workplace workplace(Path root, ClientSettings settings) {
            int number = ++trees;
            SourceTree tree = new NotingTree(tree(), path -> read(number + " " + path));
            return new Workplace(recall.of(request(tree)), UnaryOperator.identity());
          }
        };
    LanguageClient remote =
        (LanguageClient)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LanguageClient.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("publishDiagnostics")) {
                    published.add((PublishDiagnosticsParams) arguments[0]);
                  }
                  return null;
                });
    Client client = new Client(remote, Client.Abilities.of(new ClientCapabilities()));
    TreeSession.State state =
        new TreeSession.State() {
          @Override
          public Client client() {
            return client;
          }

          @Override
          public ClientSettings settings() {
            return ClientSettings.DEFAULT;
          }

          @Override
          public boolean isCancelled(String token) {
            return false;
          }
        };
    return new TreeSession(
        ROOT,
        new TreeSession.Server(lookup, texts, worker, state),
        NotedReadings.of(looks::incrementAndGet));
  }

  private void read(String what) {
    reads.add(what);
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void edit(String text) {
    boolean isFirst = version == 0;
    Path file = ROOT.resolve(POND);
    texts.put(file, new OpenTexts.OpenText("file:///linux/" + POND, ++version, text, isFirst));
    session.refresh(0);
  }

  /** The result for the newest text, whose diagnostics were published. */
  private AuditResult shown() throws Exception {
    AuditResult result = session.current().get().snapshot().whole();
    while (published.take().getVersion() == null) {}
    return result;
  }

  private static boolean isAnew(AuditResult result) {
    return result.costs().stream().anyMatch(cost -> cost.stage().equals("solve"));
  }

  private static String said(AuditResult result) {
    return result.kernelVersion()
        + result.rows()
        + result.findings()
        + result.problems()
        + result.tree();
  }

  private String fresh(String pond) throws IOException {
    files.put(POND, pond);
    return said(request(tree()).result());
  }

  private static String edited() {
    return fill("pond_fill").replace("\treturn", "\tpond_looks_again(m);\n\treturn");
  }

  private List<String> readSoFar() {
    List<String> all = new ArrayList<>();
    reads.drainTo(all);
    return all;
  }

  @Test
  void theFirstSaveAfterARememberedResultUsesTheAnswersOfAnAuditAhead() throws Exception {
    edit(fill("pond_fill"));
    assertFalse(isAnew(shown()), "what is shown first was remembered");
    assertEquals("done", ended.take());
    assertTrue(readSoFar().contains("1 " + LAKE), "the audit ahead reads the whole tree");
    assertEquals(0, looks.get());

    edit(edited());
    AuditResult saved = shown();

    assertTrue(isAnew(saved));
    assertTrue(looks.get() > 0, "what its answers were made from is held against the new text");
    assertEquals(fresh(edited()), said(saved));
    assertTrue(published.isEmpty(), "the audit ahead has nothing new to say");
    assertTrue(ended.isEmpty(), "one is enough");
  }

  @Test
  void aSaveDoesNotWaitForAnAuditAhead() throws Exception {
    gate = new CountDownLatch(1);
    edit(fill("pond_fill"));
    assertFalse(isAnew(shown()));
    String first = reads.take(); // It reads, and goes no further before the gate opens.
    assertTrue(first.startsWith("1 "), first);

    edit(edited());
    gate.countDown();
    AuditResult saved = shown();

    assertEquals("gave way", ended.take());
    assertEquals(
        List.of(), readSoFar().stream().filter(r -> r.startsWith("1 ")).toList(), "reads after");
    assertTrue(isAnew(saved));
    assertEquals(fresh(edited()), said(saved));
    assertTrue(ended.isEmpty(), "the audit of the save left what the next one needs");
  }

  @Test
  void whatAsksForTheModelComesFirstAndTheAuditAheadBeginsAgain() throws Exception {
    gate = new CountDownLatch(1);
    edit(fill("pond_fill"));
    shown();
    reads.take();

    CompletableFuture<List<String>> asked = new CompletableFuture<>();
    worker.execute(() -> asked.complete(List.copyOf(ended)));
    gate.countDown();

    assertEquals(List.of("gave way"), asked.get());
    assertEquals("gave way", ended.take());
    assertEquals("done", ended.take());
    assertTrue(published.isEmpty());
  }

  @Test
  void whatIsClosedIsNotAuditedAhead() throws Exception {
    gate = new CountDownLatch(1);
    edit(fill("pond_fill"));
    shown();
    reads.take();

    session.close();
    gate.countDown();
    CompletableFuture<Void> idle = new CompletableFuture<>();
    worker.execute(() -> idle.complete(null));
    idle.get();

    assertEquals("gave way", ended.take());
    assertEquals(List.of(), readSoFar());
    assertTrue(ended.isEmpty(), "it does not begin again");
  }
}
