package org.gfpaudit.analyzer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTreeTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VERSION = 6;PATCHLEVEL = 1;SUBLEVEL = 192;EXTRAVERSION = | 6.1.192",
        "VERSION = 6;PATCHLEVEL = 2;SUBLEVEL = 0;EXTRAVERSION = -rc1 | 6.2.0-rc1",
        "VERSION=3;PATCHLEVEL:=18 | 3.18",
        "VERSION = 6 # six;PATCHLEVEL = 1# one;EXTRAVERSION = # none | 6.1",
        "# c;VERSION = 4;PATCHLEVEL = 9;VERSION = 8;SUBLEVEL = $(x);EXTRAVERSION = $(y) z | 4.9",
        "VERSION = six;PATCHLEVEL = 1 | none",
        "PATCHLEVEL = 1 | none",
        "MY_VERSION = 1;PATCHLEVEL = 1 | none",
      })
  void version(String makefile, String version) {
    var tree = new MemoryTree("t", Map.of("Makefile", makefile.replace(';', '\n') + "\n"));
    Optional<String> expected = version.equals("none") ? Optional.empty() : Optional.of(version);
    assertEquals(expected, KernelTree.version(tree));
  }

  @Test
  void aTreeWithoutMakefileHasNoVersion() {
    assertEquals(Optional.empty(), KernelTree.version(new MemoryTree("t", Map.of("a.c", ""))));
  }

  @Test
  void aMakefileWithCarriageReturnsIsRead() {
    var tree = new MemoryTree("t", Map.of("Makefile", "VERSION = 5\r\nPATCHLEVEL = 10\r\n"));
    assertEquals(Optional.of("5.10"), KernelTree.version(tree));
  }

  @Test
  void theRootIsFoundUpwards() throws IOException {
    Files.createDirectories(directory.resolve("linux/fs/ext4"));
    Files.createDirectories(directory.resolve("linux/tools/fs"));
    Files.writeString(directory.resolve("linux/Makefile"), "VERSION = 6\nPATCHLEVEL = 1\n");
    Files.writeString(directory.resolve("linux/tools/Makefile"), "all:\n");
    Path root = directory.resolve("linux");
    assertEquals(Optional.of(root), KernelTree.findRoot(root.resolve("fs/ext4/inode.c")));
    assertEquals(Optional.of(root), KernelTree.findRoot(root.resolve("tools/fs")));
    assertEquals(Optional.of(root), KernelTree.findRoot(root));
    assertTrue(KernelTree.isRoot(root));
    assertFalse(KernelTree.isRoot(directory));
    assertEquals(Optional.empty(), KernelTree.findRoot(directory));
  }
}
