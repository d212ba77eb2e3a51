package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeSelectionTest {
  @TempDir Path directory;
  private Invocation gfpaudit;

  @BeforeEach
  void makeTree() {
    gfpaudit = new Invocation(directory);
  }

  private List<String> paths(String... args) {
    gfpaudit.requests.clear();
    String[] line = new String[args.length + 1];
    line[0] = "sites";
    System.arraycopy(args, 0, line, 1, args.length);
    assertEquals(0, gfpaudit.run(line), gfpaudit.err);
    return gfpaudit.request().selection().paths();
  }

  @Test
  void theTreeIsFoundUpwardsFromThePath() {
    assertEquals(List.of("fs/a.c"), paths("linux/fs/a.c"));
    assertEquals(List.of("fs"), paths(gfpaudit.tree.resolve("fs") + "/"));
    assertEquals(List.of(), paths("linux"));
  }

  @Test
  void theTreeIsFoundUpwardsFromTheWorkingDirectory() {
    gfpaudit.workingDirectory = gfpaudit.tree.resolve("fs");
    assertEquals(List.of(), paths());
    assertEquals(List.of("fs/a.c"), paths("a.c"));
    assertEquals(List.of("mm"), paths("../mm"));
    assertEquals(List.of("mm/b.c"), paths("mm/b.c"), "relative to the tree if not found here");
    assertEquals(List.of("fs"), paths("."));
  }

  @Test
  void pathsAreRelativeToTheTreeIfNotFoundHere() throws IOException {
    assertEquals(List.of("fs", "mm/b.c"), paths("--tree", "linux", "mm/b.c", "fs", "fs/../fs"));
    Files.createDirectories(directory.resolve("fs"));
    assertEquals(List.of("fs"), paths("--tree", "linux", "fs"), "what is here is another fs");
  }

  @Test
  void theWholeTreeAmongThePathsMeansAllOfIt() {
    assertEquals(List.of(), paths("linux/fs", "linux"));
  }

  @Test
  void linksToTheTreeAndIntoItAreSeenThrough() throws IOException {
    Files.createSymbolicLink(directory.resolve("link"), gfpaudit.tree);
    assertEquals(List.of("fs"), paths("--tree", "link", "linux/fs"));
    assertEquals(List.of("fs"), paths("--tree", "linux", "link/fs"));
  }

  @Test
  void aPathThatIsNoCodeIsRemarkedOnAndReportsNothing() {
    assertEquals(List.of("README"), paths("--tree", "linux", "README"));
    assertTrue(gfpaudit.err.contains("README is no C file"), gfpaudit.err);
  }

  @Test
  void aProfileMakesAnyDirectoryATree() {
    gfpaudit.file("module/x.c", "int x;\n");
    assertEquals(2, gfpaudit.run("sites", "--tree", "module"));
    assertTrue(gfpaudit.err.contains("--profile"), gfpaudit.err);
    assertEquals(List.of(), paths("--tree", "module", "--profile", "6.1"));
    assertEquals(Optional.of("6.1"), gfpaudit.profile());
  }

  @Test
  void aProfileBeyondTheTablesIsAcceptedWithARemark() {
    assertEquals(List.of(), paths("--tree", "linux", "--profile", "99.1"));
    assertTrue(gfpaudit.err.contains("newer than all that are known"), gfpaudit.err);
  }

  @Test
  void jobsReachTheRequest() {
    paths("--tree", "linux", "-j", "3");
    assertEquals(3, gfpaudit.request().run().jobs());
  }
}
