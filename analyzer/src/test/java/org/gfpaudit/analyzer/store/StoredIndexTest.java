package org.gfpaudit.analyzer.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.ContentIds;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.recall.Recall;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.StageCost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the index on disk, an audit says what it would say without one. */
class StoredIndexTest {
  private static final String HEADER =
      """
      typedef unsigned int gfp_t;
      #define __GFP_IO ((gfp_t)0x40u)
      #define __GFP_FS ((gfp_t)0x80u)
      #define GFP_NOFS (__GFP_IO)
      #define GFP_KERNEL (__GFP_IO | __GFP_FS)
      """;

  /** Files written just now are not kept, for they may be written again in the same moment. */
  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofHours(1));

  @TempDir Path tree;
  @TempDir Path cache;

  @BeforeEach
  void writeTree() throws IOException {
    write("include/linux/gfp.h", HEADER);
    for (int i = 0; i < 20; i++) {
      write("fs/f" + i + ".c", source("fill" + i, i % 2 == 0 ? "GFP_KERNEL" : "GFP_NOFS"));
    }
    write("lib/other.c", "int other(void)\n{\n\treturn 1;\n}\n");
  }

  private static String source(String function, String mask) {
    return "#ifdef CONFIG_A\nint "
        + function
        + "(struct page *page, struct address_space *m)\n{\n\treturn add_to_page_cache_lru(page, m,"
        + " 0, "
        + mask
        + ");\n}\n#endif\n";
  }

  private void write(String path, String text) throws IOException {
    Path file = tree.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Numbers of files scanned, and what was said. */
  private record Run(AuditResult result, List<String> remarks, long scanned) {
    String said() {
      return result.rows() + "\n" + result.findings() + "\n" + result.problems();
    }

    boolean isRecalled() {
      return result.costs().stream().noneMatch(cost -> cost.stage().equals("solve"));
    }
  }

  private Run run() throws IOException {
    return run(IndexStore.in(StoreDirectory.open(cache, 1L << 30)));
  }

  private Run run(IndexStore store) throws IOException {
    return run(store, new Recall(store), LATER);
  }

  /**
   * As a program that knows its own results again.
   *
   * @param clock by the system's, files that were written last may be written again unseen
   */
  private Run runRemembering(InstantSource clock) throws IOException {
    IndexStore store = IndexStore.in(StoreDirectory.open(cache, 1L << 30));
    return run(store, new Recall(store, "this build"), clock);
  }

  private Run run(IndexStore store, Recall recall, InstantSource clock) throws IOException {
    AuditRequest request =
        new AuditRequest(
            new DirectoryTree(tree, "tree", ContentIds.NONE, clock),
            List.of(),
            Optional.of("6.1"),
            2,
            Progress.NONE);
    AuditResult result = recall.of(request).result();
    store.close();
    long scanned = -1;
    for (StageCost cost : result.costs()) {
      scanned = cost.stage().equals("scan") ? cost.counts().getOrDefault("files", 0L) : scanned;
    }
    return new Run(result, store.remarks(), scanned);
  }

  private String expected() throws IOException {
    return run(IndexStore.inMemory()).said();
  }

  private List<Path> stored(String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(cache, "*" + ending)) {
      all.forEach(files::add);
    }
    return files;
  }

  @Test
  void anUnchangedTreeIsNotScannedAgain() throws IOException {
    Run first = run();
    assertEquals(22, first.scanned());
    Run second = run();
    assertEquals(0, second.scanned());
    assertEquals(first.said(), second.said());
    assertEquals(expected(), second.said());
    assertEquals(List.of(), second.remarks());
  }

  @Test
  void oneChangedFileCostsOneFile() throws IOException {
    run();
    write("fs/f3.c", source("fill3", "GFP_KERNEL"));
    Run second = run();
    assertEquals(expected(), second.said());
    assertEquals(0, run().scanned());
  }

  @Test
  void aChangeThatKeepsSizeAndTimeIsSeen() throws IOException {
    Path file = tree.resolve("fs/f0.c");
    FileTime time = Files.getLastModifiedTime(file);
    String before = run().said();
    Files.writeString(file, source("fill0", "GFP_NOFS  "));
    Files.setLastModifiedTime(file, time);
    Run second = run();
    assertNotEquals(before, second.said());
    assertEquals(expected(), second.said());
  }

  @Test
  void aResultIsKnownAgainAlsoWhereFilesWereWrittenJustNow() throws IOException {
    Path file = tree.resolve("fs/f0.c");
    FileTime time = FileTime.from(Instant.now().plusSeconds(1));
    String before = "";
    for (String mask : List.of("GFP_NOFS  ", "GFP_KERNEL", "0x40u     ")) {
      Files.writeString(file, source("fill0", mask));
      Files.setLastModifiedTime(file, time);
      Run first = runRemembering(InstantSource.system());
      assertFalse(first.isRecalled(), mask);
      assertEquals(expected(), first.said());
      assertNotEquals(before, first.said());
      Run second = runRemembering(InstantSource.system());
      assertTrue(second.isRecalled(), mask);
      assertEquals(first.said(), second.said());
      before = first.said();
    }
    Run later = runRemembering(LATER);
    assertTrue(later.isRecalled());
    assertEquals(before, later.said());
  }

  @Test
  void filesWithOtherTimesAndTheSameContentAreNotScannedAgain() throws IOException {
    for (int i = 0; i < 300; i++) {
      write("lib/l" + i + ".c", "int l" + i + "(void)\n{\n\treturn " + i + ";\n}\n");
    }
    String before = run().said();
    FileTime time = FileTime.from(Instant.now().minusSeconds(7200));
    for (int i = 0; i < 300; i++) {
      Path file = tree.resolve("lib/l" + i + ".c");
      Files.createLink(tree.resolve("link" + i), file); // Another time of change.
      Files.setLastModifiedTime(file, time);
    }
    Files.writeString(tree.resolve("lib/l7.c"), "int l8(void)\n{\n\treturn 7;\n}\n");
    Run second = run();
    // One changed, and segments of fewer than 64 are not asked.
    assertTrue(second.scanned() >= 1 && second.scanned() <= 64, second.scanned() + " scanned");
    assertEquals(before, second.said());
    assertEquals(
        List.of(
            "other times but the same content: "
                + (300 - second.scanned())
                + " files were read, compared by their hash and not scanned again"),
        second.remarks());
    Run third = run();
    assertEquals(0, third.scanned());
    assertEquals(List.of(), third.remarks());
  }

  @Test
  void removedAndNewFilesAreSeen() throws IOException {
    run();
    Files.delete(tree.resolve("fs/f4.c"));
    write("fs/new.c", source("brand_new", "GFP_KERNEL"));
    assertEquals(expected(), run().said());
    Files.delete(tree.resolve("fs/new.c"));
    assertEquals(expected(), run().said());
  }

  @Test
  void anyDamageIsFoundSaidAndMended() throws IOException {
    run();
    String expected = expected();
    Random random = new Random(7);
    for (String ending : List.of(".seg", ".tree")) {
      for (int i = 0; i < 40; i++) {
        for (Path file : stored(ending)) {
          byte[] bytes = Files.readAllBytes(file);
          int at = random.nextInt(bytes.length);
          bytes[at] ^= (byte) (1 << random.nextInt(8));
          Path other = file.resolveSibling("other");
          Files.write(other, bytes);
          Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Run damaged = run();
        assertEquals(expected, damaged.said(), ending + " " + i);
        // What lies between columns is not read; everything else is noticed.
        assertTrue(
            damaged.scanned() == 0 || damaged.remarks().size() <= 2, damaged.remarks()::toString);
        assertEquals(expected, run().said());
      }
    }
  }

  @Test
  void anAuditThatReadsDamagedPartsScansTheirFilesAnew() throws IOException {
    run();
    String expected = expected();
    Random random = new Random(8);
    int told = 0;
    for (int i = 0; i < 80; i++) {
      for (Path memo : stored(".memo")) {
        Files.delete(memo);
      }
      for (Path memo : stored(".memo1")) {
        Files.delete(memo);
      }
      List<Path> parts = stored(".seg");
      // Their names are drawn: by their sizes they are the same ones each time.
      parts.sort(Comparator.comparing(each -> each.toFile().length()));
      Path part = parts.get(random.nextInt(parts.size()));
      byte[] bytes = Files.readAllBytes(part);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Path other = part.resolveSibling("other");
      Files.write(other, bytes);
      Files.move(other, part, StandardCopyOption.REPLACE_EXISTING);
      Run damaged = run();
      assertEquals(expected, damaged.said(), "damage " + i);
      if (!damaged.remarks().isEmpty()) {
        told++;
        assertTrue(damaged.scanned() > 0, "what is damaged is scanned anew");
        assertTrue(Files.notExists(part), "what is damaged is removed");
      } else {
        assertEquals(0, damaged.scanned());
      }
    }
    // About half; which parts there are, and what of them an audit reads, is not the same each
    // time.
    assertTrue(told > 10, told + " of 80 were told");
    assertEquals(List.of(), run().remarks());
  }

  @Test
  void filesCutShortAndOtherVersionsAreBuiltAnew() throws IOException {
    run();
    for (Path file : stored(".seg")) {
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
    Run cut = run();
    assertEquals(22, cut.scanned());
    assertEquals(1, cut.remarks().size(), cut.remarks()::toString);
    for (Path file : stored(".seg")) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[8]++;
      Files.delete(file);
      Files.write(file, bytes);
    }
    Run other = run();
    assertEquals(
        List.of("part of the index is of another version and is built anew"), other.remarks());
    assertEquals(expected(), other.said());
    assertEquals(List.of(), run().remarks());
  }

  @Test
  void aStoreThatCannotBeWrittenIsSaidOnce() throws IOException {
    IndexStore store = IndexStore.in(StoreDirectory.open(cache, 1L << 30));
    Files.delete(cache.resolve("secret"));
    Files.delete(cache);
    Run run = run(store);
    assertEquals(1, run.remarks().size(), run.remarks()::toString);
    assertEquals(expected(), run.said());
    Files.createDirectory(cache);
  }

  @Test
  void aPlaceThatIsNoDirectoryIsSaidToBeNone() throws IOException {
    Path file = Files.writeString(cache.resolve("file"), "x");
    IOException failure =
        assertThrows(IOException.class, () -> StoreDirectory.open(file, 1L << 30));
    assertEquals(file + " is no directory", failure.getMessage());
  }

  @Test
  void leftoversOfKilledRunsAreRemovedInTime() throws IOException {
    Path old = Files.writeString(cache.resolve("a.seg-1.part"), "x");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
    Path fresh = Files.writeString(cache.resolve("b.seg-2.part"), "x");
    run();
    assertTrue(Files.notExists(old));
    assertTrue(Files.exists(fresh));
  }

  @Test
  void manyRunsAtOnceSayTheSame() throws Exception {
    String expected = expected();
    List<Thread> threads = new ArrayList<>();
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    for (int t = 0; t < 6; t++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  said.add(run().said());
                } catch (IOException e) {
                  said.add(e.toString());
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(Collections.nCopies(6, expected), said);
    assertEquals(0, run().scanned());
  }

  @Test
  void aDirectoryThatOthersCanWriteToIsRefused() throws IOException {
    run();
    for (String permissions : List.of("rwxrwx---", "rwx----w-", "rwxrwxrwx")) {
      Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(permissions));
      IOException failure =
          assertThrows(IOException.class, () -> StoreDirectory.open(cache, 1L << 30));
      assertEquals(
          "other users can write to " + cache + ": 'chmod go-w' it, or remove it",
          failure.getMessage());
    }
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(0, run().scanned());
  }

  @Test
  void theSecretIsForItsOwnerAlone() throws IOException {
    run();
    Path secret = cache.resolve("secret");
    byte[] first = Files.readAllBytes(secret);
    assertEquals(16, first.length);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
    run();
    assertArrayEquals(first, Files.readAllBytes(secret));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(expected(), run().said());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
    assertFalse(Arrays.equals(first, Files.readAllBytes(secret)), "what was seen is no secret");
  }

  @Test
  void aPartUnderTheNameOfAnotherIsNotThere() throws IOException {
    run();
    List<Path> parts = stored(".seg");
    write("fs/f0.c", "int nothing_at_all(void)\n{\n\treturn 0;\n}\n");
    for (int i = 1; i < 20; i++) {
      Files.delete(tree.resolve("fs/f" + i + ".c"));
    }
    run();
    for (Path part : stored(".seg")) {
      for (Path other : parts) {
        if (!part.equals(other)) {
          Files.copy(other, part, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    assertEquals(expected(), run().said());
  }

  @Test
  void whatIsNoFileIsNotWaitedFor() throws Exception {
    run();
    for (String ending : List.of(".seg", ".tree", ".memo")) {
      for (Path file : stored(ending)) {
        Files.delete(file);
        assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
      }
    }
    assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertEquals(expected(), run().said()));
  }
}
