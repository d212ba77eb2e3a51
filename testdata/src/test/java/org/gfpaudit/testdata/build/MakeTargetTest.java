package org.gfpaudit.testdata.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gfpaudit.testdata.harness.Shell;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make gfpaudit} by the snippet for kernel trees, alone and as a part of a Makefile. */
@Tag("integration")
class MakeTargetTest {
  private static final String SNIPPET = Shell.shipped("share/gfpaudit/gfpaudit.mk").toString();

  @TempDir Path directory;

  private Path tree;
  private Map<String, String> environment;

  @BeforeEach
  void makeTheTree() throws IOException {
    assumeTrue(Shell.has("make"), "there is no make");
    tree = directory.resolve("tree");
    for (Map.Entry<String, byte[]> file :
        Testdata.filesBelow(Testdata.directory().resolve("minikernel")).entrySet()) {
      Files.createDirectories(tree.resolve(file.getKey()).getParent());
      Files.write(tree.resolve(file.getKey()), file.getValue());
    }
    environment = Shell.withProgram(directory);
    environment.put("GFPAUDIT_CACHE", directory.resolve("cache").toString());
  }

  private Shell.Outcome make(String... words) {
    List<String> command = new ArrayList<>(List.of("make", "-s"));
    command.addAll(List.of(words));
    return Shell.run(tree, environment, command.toArray(String[]::new));
  }

  @Test
  void aDirectoryIsReported() {
    Shell.Outcome outcome = make("-f", SNIPPET, "gfpaudit", "M=fs/harbor", "J=1");
    assertEquals(0, outcome.status(), outcome.output());
    assertTrue(
        outcome
            .output()
            .lines()
            .anyMatch(line -> line.startsWith("fs/harbor/inode.c:44:4: warning:")),
        outcome.output());
    assertTrue(
        outcome
            .output()
            .lines()
            .noneMatch(line -> line.contains(" [-W") && !line.startsWith("fs/harbor/")),
        outcome.output());
  }

  @Test
  void findingsFailWhereThatIsAskedFor() {
    assertNotEquals(
        0, make("-f", SNIPPET, "gfpaudit", "GFPAUDIT_FAIL_ON=warning", "MODE=text").status());
    assertTrue(make("-f", SNIPPET, "gfpaudit", "MODE=org").output().contains("not 'org'"));
  }

  @Test
  void patchesAreAMailbox() {
    Shell.Outcome outcome = make("-f", SNIPPET, "gfpaudit", "M=fs", "MODE=patch");
    assertEquals(0, outcome.status(), outcome.output());
    assertTrue(outcome.output().contains("\ndiff --git a/fs/"), outcome.output());
  }

  @Test
  void aMakefileIncludesIt() throws IOException {
    Path makefile = tree.resolve("Makefile");
    Files.writeString(
        makefile, Files.readString(makefile) + "\nall:\n\t@echo all\ninclude " + SNIPPET + "\n");
    assertEquals("all\n", make().output());
    assertEquals(0, make("gfpaudit", "M=fs/harbor").status());
  }
}
