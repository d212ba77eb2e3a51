package org.gfpaudit.analyzer.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.UnreadFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTreeTest {
  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private DirectoryTree tree() {
    return new DirectoryTree(root, "tree");
  }

  @Test
  void listsCodeOfAllDepthsSortedByPath() throws IOException {
    file("a.c", "");
    file("mm/b.h", "");
    file("fs/deep/er/and/deeper/c.c", "");
    file("fs/a.c", "");
    file("fs/README", "");
    file("dir.c/e.c", "");
    assertEquals(
        List.of("a.c", "dir.c/e.c", "fs/a.c", "fs/deep/er/and/deeper/c.c", "mm/b.h"),
        tree().files());
  }

  @Test
  void findsEveryFileOfManyDirectories() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 5; j++) {
        String path = "d" + i + "/e" + j + "/f/x.c";
        file(path, "");
        expected.add(path);
      }
    }
    Collections.sort(expected);
    assertEquals(expected, tree().files());
  }

  @Test
  void hostileNamesSurviveAndCanBeRead() throws IOException {
    List<String> names =
        List.of(
            "a b.c", "new\nline.c", "\033[2J.c", "quote\"'.c", "what?.c", "<script>.c", "%41.c");
    for (String name : names) {
      file("fs/" + name, name);
    }
    DirectoryTree tree = tree();
    assertEquals(names.stream().map(name -> "fs/" + name).sorted().toList(), tree.files());
    for (String name : names) {
      assertEquals(name, new String(tree.read("fs/" + name), StandardCharsets.UTF_8));
    }
  }

  @Test
  void namesThatAreNotUtf8AreShownWithEscapesAndCanBeRead() throws Exception {
    // Only a program that handles bytes can make such a name, whatever the locale of this one.
    String script = "mkdir -p \"$1/fs\" && printf x > \"$1/fs/$(printf 'caf\\351').c\"";
    Process shell = new ProcessBuilder("sh", "-c", script, "sh", root.toString()).start();
    assumeTrue(shell.waitFor() == 0, "the file system refuses such names");
    DirectoryTree tree = tree();
    assertEquals(List.of("fs/caf\\xe9.c"), tree.files());
    assertEquals(1, tree.read("fs/caf\\xe9.c").length);
  }

  @Test
  void noNameHidesAnother() throws Exception {
    String script =
        "mkdir -p \"$1/fs\" && cd \"$1/fs\" && printf 1 > \"$(printf '\\351').c\""
            + " && printf 2 > '\\xe9.c' && printf 3 > \"$(printf '\\303\\251').c\""
            + " && printf 4 > \"$(printf '\\357\\277\\275').c\"";
    Process shell = new ProcessBuilder("sh", "-c", script, "sh", root.toString()).start();
    assumeTrue(shell.waitFor() == 0, "the file system refuses such names");
    DirectoryTree tree = tree();
    assertEquals(
        List.of("fs/\\x5cxe9.c", "fs/\\xe9.c", "fs/\u00e9.c", "fs/\ufffd.c"), tree.files());
    for (int i = 0; i < 4; i++) {
      assertEquals(
          List.of("2", "1", "3", "4").get(i),
          new String(tree.read(tree.files().get(i)), StandardCharsets.US_ASCII));
    }
  }

  @Test
  void directoriesNamedLikeOtherFilesAreWalked() throws IOException {
    file("fs/x.S/a.c", "");
    file("fs/x.txt/b/c.h", "");
    file("fs/\u00e9/y.json/d.c", "");
    file("fs/e.S", "");
    assertEquals(List.of("fs/x.S/a.c", "fs/x.txt/b/c.h", "fs/\u00e9/y.json/d.c"), tree().files());
  }

  @Test
  void linksAreNeitherFollowedNorRead() throws IOException {
    file("fs/a.c", "");
    Files.createSymbolicLink(root.resolve("fs/loop"), root);
    Files.createSymbolicLink(root.resolve("fs/b.c"), root.resolve("fs/a.c"));
    Files.createSymbolicLink(root.resolve("fs/out.c"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(root.resolve("fs/gone.c"), root.resolve("nowhere"));
    Files.createSymbolicLink(root.resolve("fs/up"), Path.of("/etc"));
    DirectoryTree tree = tree();
    assertEquals(List.of("fs/a.c"), tree.files());
    assertEquals(
        List.of("fs/gone.c", "fs/out.c", "fs/up"),
        tree.problems().stream().map(Problem::file).toList());
    assertTrue(tree.problems().stream().noneMatch(Problem::severe));
    assertEquals(
        "not read: 3 (2 symbolic link out of the tree, 1 symbolic link to nothing)",
        UnreadFiles.of(tree.problems()).phrase());
    Files.delete(root.resolve("fs/up"));
    Files.delete(root.resolve("fs/out.c")); // JUnit warns of such links when it cleans up.
  }

  @Test
  void aPipeNamedLikeCodeIsNotOpened() throws Exception {
    file("fs/a.c", "");
    assumeTrue(
        new ProcessBuilder("mkfifo", root.resolve("fs/p.c").toString()).start().waitFor() == 0);
    DirectoryTree tree = tree();
    assertEquals(List.of("fs/a.c"), tree.files());
    assertEquals(List.of("fs/p.c"), tree.problems().stream().map(Problem::file).toList());
  }

  @Test
  void aFileWrittenJustNowHasNoStamp() throws IOException {
    file("fs/a.c", "");
    FileTime written = Files.getLastModifiedTime(root.resolve("fs/a.c"));
    assertTrue(stampAt(written.toInstant().plusSeconds(1)).isEmpty());
    assertTrue(stampAt(written.toInstant().plusSeconds(3)).isPresent());
  }

  private Optional<SourceTree.Stamped> stampAt(Instant now) {
    return new DirectoryTree(root, "tree", ContentIds.NONE, () -> now).stamped("fs/a.c");
  }

  @Test
  void aRootThatIsNoDirectoryIsAnError() throws IOException {
    file("a.c", "");
    var missing = new DirectoryTree(root.resolve("none"), "none");
    assertEquals("not a directory", assertThrows(IOException.class, missing::files).getMessage());
    var file = new DirectoryTree(root.resolve("a.c"), "a.c");
    assertThrows(IOException.class, file::files);
  }

  @Test
  void readsFilesOfAllSizesThroughOneBuffer() throws IOException {
    ReadBuffer buffer = new ReadBuffer();
    DirectoryTree tree = tree();
    for (int size : new int[] {0, 1, 65_535, 65_536, 65_537, 3_000_000, 10}) {
      byte[] content = new byte[size];
      for (int i = 0; i < size; i++) {
        content[i] = (byte) (i * 31);
      }
      Files.write(root.resolve("x.c"), content);
      int length = tree.read("x.c", buffer);
      assertEquals(size, length);
      assertArrayEquals(content, Arrays.copyOf(buffer.bytes(), length));
      assertArrayEquals(content, tree.read("x.c"));
    }
  }

  @Test
  void aMissingFileIsAnErrorInWords() {
    IOException e = assertThrows(IOException.class, () -> tree().read("none.c"));
    assertEquals("no such file", e.getMessage());
  }

  @Test
  void aFileBeyondAllMeasureIsRefused() throws IOException {
    Path huge = root.resolve("huge.c");
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(ReadBuffer.MAX_FILE_BYTES + 1L); // Sparse: it takes no space.
    }
    IOException e = assertThrows(IOException.class, () -> tree().read("huge.c", new ReadBuffer()));
    assertTrue(String.valueOf(e.getMessage()).startsWith("larger than"), e.getMessage());
  }
}
