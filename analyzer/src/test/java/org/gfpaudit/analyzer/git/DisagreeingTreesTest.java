package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.ContentIds;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.recall.Recall;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.analyzer.store.StoreDirectory;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.StageCost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trees that say different things of one content: what the index keeps of one never hides another.
 */
final class DisagreeingTreesTest {
  private static final String HEADER =
      """
      typedef unsigned int gfp_t;
      #define __GFP_IO ((gfp_t)0x40u)
      #define __GFP_FS ((gfp_t)0x80u)
      #define GFP_NOFS (__GFP_IO)
      #define GFP_KERNEL (__GFP_IO | __GFP_FS)
      """;

  private static final String GUILTY =
      """
      int fill(struct page *page, struct address_space *m)
      {
      	return add_to_page_cache_lru(page, m, 0, GFP_KERNEL);
      }
      """;

  /** As long as the guilty one. */
  private static final String HARMLESS =
      "int harmless(void);\n" + " ".repeat(GUILTY.length() - 21) + "\n";

  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofHours(1));

  @TempDir Path directory;
  @TempDir Path cache;

  private Path evil;
  private Path honest;

  @BeforeEach
  void makeDirectories() throws IOException {
    assertEquals(GUILTY.length(), HARMLESS.length());
    evil = Files.createDirectory(directory.resolve("evil"));
    honest = Files.createDirectory(directory.resolve("honest"));
  }

  private static NewRepository in(Path top, String text) throws IOException {
    NewRepository repository = NewRepository.in(top);
    repository.write("include/linux/gfp.h", HEADER).write("fs/sample/a.c", text);
    for (int i = 0; i < 300; i++) {
      repository.write("lib/l" + i + ".c", "int l" + i + "(void)\n{\n\treturn " + i + ";\n}\n");
    }
    repository.commit("first");
    return repository;
  }

  private record Run(AuditResult result, long scanned) {
    String said() {
      return result.rows() + "\n" + result.findings() + "\n" + result.problems();
    }
  }

  private Run run(SourceTree tree, IndexStore store) throws IOException {
    AuditRequest request = new AuditRequest(tree, List.of(), Optional.of("6.1"), 1, Progress.NONE);
    AuditResult result = new Recall(store).of(request).result();
    store.close();
    long scanned = -1;
    for (StageCost cost : result.costs()) {
      scanned = cost.stage().equals("scan") ? cost.counts().getOrDefault("files", 0L) : scanned;
    }
    return new Run(result, scanned);
  }

  private Run run(SourceTree tree) throws IOException {
    return run(tree, IndexStore.in(StoreDirectory.open(cache, 1L << 30)));
  }

  private static SourceTree workTree(Path top) {
    return new DirectoryTree(top, "tree", new WorkTreeIds(top), LATER);
  }

  private static RevisionTree revision(Path top) throws IOException {
    GitRepository repository = GitRepository.of(top).orElseThrow();
    return repository.tree(repository.commit("HEAD").orElseThrow(), "HEAD");
  }

  private void expectFound(Run run, String about) {
    assertEquals(1, run.result.findings().size(), about + ": " + run.said());
    assertTrue(run.said().contains("fs/sample/a.c"), about);
  }

  /** Puts a text under the name of an object that has another. */
  private static void forge(Path top, String blob, String text) throws IOException {
    Path file = top.resolve(".git/objects").resolve(blob.substring(0, 2) + "/" + blob.substring(2));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(("blob " + text.length() + "\0" + text).getBytes(StandardCharsets.UTF_8));
    }
    Files.delete(file);
    Files.write(file, bytes.toByteArray());
  }

  @Test
  void anObjectWithAnotherContentIsBelievedInItsRepositoryAlone() throws IOException {
    String blob = in(honest, GUILTY).blob("fs/sample/a.c");
    NewRepository forged = in(evil, GUILTY);
    assertEquals(blob, forged.blob("fs/sample/a.c"));
    forge(evil, blob, HARMLESS);
    try (RevisionTree tree = revision(evil)) {
      assertEquals(List.of(), run(tree).result.findings());
    }
    try (RevisionTree tree = revision(honest)) {
      expectFound(run(tree), "the revision");
    }
    expectFound(run(workTree(honest)), "the work tree");
    expectFound(run(new DirectoryTree(honest, "tree", ContentIds.NONE, LATER)), "the files");
  }

  @Test
  void aForgedIndexVouchesForNothingElsewhere() throws IOException {
    in(honest, GUILTY);
    in(evil, GUILTY);
    // The index still names the blob of the guilty text, with the stamp of the harmless one.
    Path file = evil.resolve("fs/sample/a.c");
    Files.writeString(file, HARMLESS);
    Files.setLastModifiedTime(file, FileTime.fromMillis(NewRepository.FIRST_COMMIT_SECONDS * 1000));
    rewriteStamp(
        evil.resolve(".git/index"), "fs/sample/a.c", NewRepository.stamp(file).changedNanos());
    assertNotEquals(
        ContentId.NONE,
        workTree(evil).contentId("fs/sample/a.c"),
        "the forged index is believed in its own tree");
    assertEquals(List.of(), run(workTree(evil)).result.findings());
    expectFound(run(workTree(honest)), "the work tree");
    try (RevisionTree tree = revision(honest)) {
      expectFound(run(tree), "the revision");
    }
  }

  private static void rewriteStamp(Path index, String path, long changedNanos) throws IOException {
    byte[] bytes = Files.readAllBytes(index);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int entry = text.indexOf(path) - 62;
    ByteBuffer.wrap(bytes)
        .putInt(entry, (int) (changedNanos / 1_000_000_000L))
        .putInt(entry + 4, (int) (changedNanos % 1_000_000_000L));
    Files.write(index, bytes);
  }

  @Test
  void whatWasHashedIsShared() throws IOException {
    in(honest, GUILTY);
    in(evil, GUILTY);
    Run first = run(workTree(evil));
    assertEquals(302, first.scanned);
    Run second = run(workTree(honest));
    assertEquals(0, second.scanned, "the same contents, by their hash");
    assertEquals(first.said(), second.said());
    assertEquals(0, run(workTree(honest)).scanned);
    Files.delete(cache.resolve("secret"));
    Path third = Files.createDirectory(directory.resolve("third"));
    in(third, GUILTY);
    assertEquals(302, run(workTree(third)).scanned, "another secret knows nothing");
  }

  @Test
  void anotherTreeAtTheSamePlaceIsAnother() throws IOException {
    in(honest, HARMLESS);
    assertEquals(List.of(), run(workTree(honest)).result.findings());
    Files.move(honest, directory.resolve("gone"));
    Files.createDirectory(honest);
    in(honest, GUILTY);
    expectFound(run(workTree(honest)), "the later one");
  }
}
