package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gfpaudit.grammar.segment.ContentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkTreeIdsTest {
  @TempDir Path directory;

  private static ContentId idOf(Path root, String path) {
    return new WorkTreeIds(root).of(path, NewRepository.stamp(root.resolve(path)));
  }

  @Test
  void contentsAreKnownFromTheTopAndFromBelow() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("fs/pond/a.c", "int a;\n");
    repository.commit("first");
    ContentId expected = ContentId.ofHex(repository.blob("fs/pond/a.c"));
    assertEquals(expected, idOf(directory, "fs/pond/a.c"));
    assertEquals(expected, idOf(directory.resolve("fs"), "pond/a.c"));
  }

  @Test
  void nothingIsKnownOfOtherFiles() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    repository.commit("first");
    repository.write("new.c", "int n;\n").write("a.c", "int changed;\n");
    assertEquals(ContentId.NONE, idOf(directory, "new.c"));
    assertEquals(ContentId.NONE, idOf(directory, "a.c"));
  }

  @Test
  void nothingIsKnownWithoutARepositoryOrWithADamagedOne() throws IOException {
    Path plain = Files.createDirectory(directory.resolve("plain"));
    Files.writeString(plain.resolve("a.c"), "int a;\n");
    assertEquals(ContentId.NONE, idOf(plain, "a.c"));
    Path damaged = Files.createDirectory(directory.resolve("damaged"));
    NewRepository repository = NewRepository.in(damaged).write("a.c", "int a;\n");
    repository.commit("first");
    Files.writeString(damaged.resolve(".git/index"), "DIRC, but no index");
    assertEquals(ContentId.NONE, idOf(damaged, "a.c"));
  }

  @Test
  void aLinkedWorkTreeHasItsOwnIndex() throws IOException {
    Path main = Files.createDirectory(directory.resolve("main"));
    NewRepository repository = NewRepository.in(main).write("a.c", "int a;\n");
    repository.commit("first");
    Path other = directory.resolve("other");
    repository.git("worktree", "add", "-q", other.toString(), "HEAD");
    // Git is only certain of files that are older than its index.
    Files.setLastModifiedTime(other.resolve("a.c"), Files.getLastModifiedTime(main.resolve("a.c")));
    repository.git("-C", other.toString(), "update-index", "--refresh", "-q");
    assertEquals(ContentId.ofHex(repository.blob("a.c")), idOf(other, "a.c"));
  }

  @Test
  void longNamesOfObjectsAreReadWhole() throws IOException {
    NewRepository repository;
    try {
      repository = NewRepository.in(directory, "--object-format=sha256");
    } catch (AssertionError e) {
      assumeTrue(false, "this git has SHA-1 alone");
      return;
    }
    repository.write("a.c", "int a;\n").write("b.c", "int b;\n").commit("first");
    ContentId id = idOf(directory, "b.c");
    assertEquals(ContentId.ofHex(repository.blob("b.c")), id);
    assertNotEquals(ContentId.NONE, id);
  }
}
