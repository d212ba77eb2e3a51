package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.gfpaudit.grammar.segment.ContentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkTreeIdsTest {
  @TempDir Path directory;

  private static ContentId idIn(Path top, String blob) throws IOException {
    return ContentId.ofHex(RepositoryIdentity.of(top.resolve(".git")), blob);
  }

  private static ContentId idOf(Path root, String path) {
    return new WorkTreeIds(root).of(path, NewRepository.stamp(root.resolve(path)));
  }

  @Test
  void contentsAreKnownFromTheTopAndFromBelow() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("fs/pond/a.c", "int a;\n");
    repository.commit("first");
    ContentId expected = idIn(directory, repository.blob("fs/pond/a.c"));
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
    assertEquals(idIn(main, repository.blob("a.c")), idOf(other, "a.c"));
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
    assertEquals(idIn(directory, repository.blob("b.c")), id);
    assertNotEquals(ContentId.NONE, id);
  }

  @Test
  void noTwoRepositoriesSayTheSame() throws IOException {
    Path one = Files.createDirectory(directory.resolve("one"));
    NewRepository.in(one).write("a.c", "int a;\n").commit("first");
    ContentId first = idOf(one, "a.c");
    Path other = Files.createDirectory(directory.resolve("other"));
    NewRepository.in(other).write("a.c", "int a;\n").commit("first");
    assertNotEquals(first, idOf(other, "a.c"));
    Files.move(one, directory.resolve("gone"));
    Files.createDirectory(one);
    NewRepository.in(one).write("a.c", "int a;\n").commit("first");
    assertNotEquals(first, idOf(one, "a.c"), "a later one at the same place is another");
  }

  @Test
  void specialFilesAreNeitherWaitedForNorRead() throws Exception {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    repository.commit("first");
    for (String name : List.of("index", "config")) {
      Path file = directory.resolve(".git").resolve(name);
      Path kept = Files.move(file, directory.resolve("kept"));
      assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
      assertEquals(ContentId.NONE, idOf(directory, "a.c"), name);
      Files.delete(file);
      Files.createSymbolicLink(file, Path.of("/dev/zero"));
      assertEquals(ContentId.NONE, idOf(directory, "a.c"), name);
      Files.delete(file);
      Files.move(kept, file);
    }
    assertNotEquals(ContentId.NONE, idOf(directory, "a.c"));
    try (var channel =
        FileChannel.open(directory.resolve(".git/index"), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), 3L << 30);
    }
    assertEquals(ContentId.NONE, idOf(directory, "a.c"), "three gigabytes");
  }
}
