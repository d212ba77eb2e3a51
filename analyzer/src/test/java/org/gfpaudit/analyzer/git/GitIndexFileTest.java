package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gfpaudit.analyzer.load.FileStamp;
import org.gfpaudit.grammar.segment.ContentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GitIndexFileTest {
  private static final int SHA1_BYTES = 20;

  @TempDir Path directory;

  private Map<String, GitIndexFile.Entry> read() throws IOException {
    return GitIndexFile.read(directory.resolve(".git/index"), "here", SHA1_BYTES);
  }

  private FileStamp stamp(String path) {
    return NewRepository.stamp(directory.resolve(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "4"})
  void everyFileIsNamedByItsContent(String version) throws IOException {
    String longName = "fs/" + "a-rather-long-directory/".repeat(9) + "z.c";
    NewRepository repository =
        NewRepository.in(directory)
            .write("a.c", "int a;\n")
            .write("ab.c", "int ab;\n")
            .write(longName, "int z;\n")
            .write("mm/ü.c", "int u;\n")
            .write("seven77.c", "")
            .write("eight888.c", "int eight;\n");
    repository.commit("first");
    repository.git("update-index", "--force-write-index", "--index-version", version);
    Map<String, GitIndexFile.Entry> entries = read();
    assertEquals(
        Set.of("a.c", "ab.c", longName, "mm/ü.c", "seven77.c", "eight888.c"), entries.keySet());
    for (Map.Entry<String, GitIndexFile.Entry> entry : entries.entrySet()) {
      assertEquals(
          ContentId.ofHex("here", repository.blob(entry.getKey())),
          entry.getValue().id(),
          entry.getKey());
      assertTrue(entry.getValue().isOf(stamp(entry.getKey())), entry.getKey());
    }
  }

  @Test
  void aFileThatLooksOtherwiseIsAnother() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    repository.commit("first");
    GitIndexFile.Entry entry = Objects.requireNonNull(read().get("a.c"));
    FileStamp now = stamp("a.c");
    assertTrue(entry.isOf(now));
    assertFalse(
        entry.isOf(
            new FileStamp(now.size() + 1, now.modifiedNanos(), now.changedNanos(), now.inode())));
    assertFalse(
        entry.isOf(
            new FileStamp(
                now.size(),
                now.modifiedNanos() + 1_000_000_000L,
                now.changedNanos(),
                now.inode())));
    assertFalse(
        entry.isOf(
            new FileStamp(
                now.size(),
                now.modifiedNanos(),
                now.changedNanos() + 1_000_000_000L,
                now.inode())));
    assertFalse(
        entry.isOf(
            new FileStamp(now.size(), now.modifiedNanos(), now.changedNanos(), now.inode() + 1)));
    repository.write("a.c", "int changed;\n");
    assertFalse(entry.isOf(stamp("a.c")));
  }

  @Test
  void wholeSecondsAreComparedAsSeconds() {
    GitIndexFile.Entry coarse =
        new GitIndexFile.Entry(ContentId.NONE, 5_000_000_000L, 7_000_000_000L, 1, 10);
    assertTrue(coarse.isOf(new FileStamp(10, 5_123_456_789L, 7_000_000_001L, 1)));
    assertFalse(coarse.isOf(new FileStamp(10, 6_000_000_000L, 7_000_000_000L, 1)));
    GitIndexFile.Entry fine =
        new GitIndexFile.Entry(ContentId.NONE, 5_000_000_001L, 7_000_000_000L, 1, 10);
    assertFalse(fine.isOf(new FileStamp(10, 5_000_000_002L, 7_000_000_000L, 1)));
  }

  @Test
  void whatGitIsNotCertainOfIsLeftOut() throws IOException {
    NewRepository repository =
        NewRepository.in(directory)
            .write("certain.c", "int c;\n")
            .write("assumed.c", "int a;\n")
            .write("skipped.c", "int s;\n")
            .write("just-written.c", "int j;\n")
            .link("link.c", "certain.c");
    Files.setLastModifiedTime(
        directory.resolve("just-written.c"),
        FileTime.fromMillis(System.currentTimeMillis() + 3_600_000));
    repository.commit("first");
    repository.git("update-index", "--assume-unchanged", "assumed.c");
    repository.git("update-index", "--skip-worktree", "skipped.c");
    repository.write("intended.c", "int i;\n").git("add", "--intent-to-add", "intended.c");
    assertEquals(Set.of("certain.c"), read().keySet());
  }

  @Test
  void aFileInConflictIsLeftOut() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("a.c", "int a;\n").write("b.c", "int b;\n");
    repository.commit("first");
    String blob = repository.blob("a.c");
    repository.git("update-index", "--force-remove", "a.c");
    Path stages = directory.resolve("stages");
    Files.writeString(stages, "100644 " + blob + " 1\ta.c\n100644 " + blob + " 2\ta.c\n");
    repository.git("-c", "alias.stage-all=!git update-index --index-info < stages", "stage-all");
    assertEquals(Set.of("b.c"), read().keySet());
  }

  @Test
  void aDamagedIndexIsSaidToBeOne() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("a.c", "int a;\n").write("b.c", "int b;\n");
    repository.commit("first");
    byte[] whole = Files.readAllBytes(directory.resolve(".git/index"));
    Path damaged = directory.resolve("damaged");
    for (int length : new int[] {0, 3, 11, 40, 75, 90}) {
      Files.write(damaged, Arrays.copyOf(whole, length));
      assertThrows(
          IOException.class, () -> GitIndexFile.read(damaged, "here", SHA1_BYTES), length + "");
    }
    byte[] foreign = whole.clone();
    foreign[0]++;
    Files.write(damaged, foreign);
    assertEquals(
        "not an index of git",
        assertThrows(IOException.class, () -> GitIndexFile.read(damaged, "here", SHA1_BYTES))
            .getMessage());
    byte[] newer = whole.clone();
    newer[7] = 9;
    Files.write(damaged, newer);
    assertEquals(
        "an index of git of a version that is not known",
        assertThrows(IOException.class, () -> GitIndexFile.read(damaged, "here", SHA1_BYTES))
            .getMessage());
  }
}
