package org.gfpaudit.testdata.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Shell;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gfpaudit-check} under a make that calls it as kbuild does, in a build directory. */
@Tag("integration")
class CheckScriptTest {
  // Flags before the file, the source tree by a relative name, one call for each file.
  private static final String MAKEFILE =
      """
      srctree := ../tree
      export srctree
      objects := $(patsubst %,o/%.o,fs/mpage fs/harbor/fill fs/harbor/inode fs/quiet mm/filemap)
      all: $(objects)
      o/%.o: $(srctree)/%.c
      \t@mkdir -p $(@D)
      \t@echo "  CHECK   $<"
      \t@$(CHECK) -D__linux__ -Wbitwise -nostdinc -I./include -D"KBUILD_STR(s)=\\#s" $<
      \t@touch $@
      clean:
      \t@rm -rf o
      """;

  @TempDir Path directory;

  private Path tree;
  private Path build;
  private Map<String, String> environment;

  @BeforeEach
  void makeTheTree() throws IOException {
    assumeTrue(Shell.has("make"), "no make");
    tree = directory.resolve("tree");
    build = directory.resolve("build");
    for (Map.Entry<String, byte[]> file :
        Testdata.filesBelow(Testdata.directory().resolve("minikernel")).entrySet()) {
      Files.createDirectories(tree.resolve(file.getKey()).getParent());
      Files.write(tree.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(tree.resolve("fs/quiet.c"), "int quiet;\n");
    Files.createDirectories(build);
    Files.writeString(build.resolve("Makefile"), MAKEFILE);
    environment = Shell.withProgram(directory);
    Path counted =
        Shell.script(
            directory.resolve("counted"), "echo \"$*\" >>'" + log() + "'\nexec gfpaudit \"$@\"\n");
    environment.put("GFPAUDIT", counted.toString());
    environment.put("GFPAUDIT_CACHE", directory.resolve("cache").toString());
  }

  private Path log() {
    return directory.resolve("audits");
  }

  private int auditCount() throws IOException {
    return Files.exists(log()) ? Files.readAllLines(log()).size() : 0;
  }

  private Shell.Outcome make(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("make", "CHECK=" + Shell.shipped("bin/gfpaudit-check")));
    command.addAll(List.of(arguments));
    return Shell.run(build, environment, command.toArray(String[]::new));
  }

  private static List<String> findings(String output) {
    return output.lines().filter(line -> line.contains(" [-W")).sorted().toList();
  }

  @Test
  void allFilesOfABuildShareOneAudit() throws IOException {
    Shell.Outcome first = make("-j4");
    assertEquals(0, first.status(), first.output());
    List<String> expected =
        findings(CommandRun.of(tree, List.of("check", "--format", "gcc")).out()).stream()
            .filter(line -> line.matches("(fs/mpage|fs/harbor/(fill|inode)|mm/filemap)\\.c:.*"))
            .map(line -> "../tree/" + line)
            .toList();
    assertFalse(expected.isEmpty());
    assertEquals(expected, findings(first.output()));
    assertTrue(first.output().contains("../tree/fs/harbor/fill.c:35:48: note: "), first.output());
    assertEquals(1, auditCount());

    make("clean");
    assertEquals(expected, findings(make("-j4").output()));
    assertEquals(1, auditCount(), "the tree is as it was");

    Path inode = tree.resolve("fs/harbor/inode.c");
    Files.writeString(inode, "\n" + Files.readString(inode));
    // Not left to make, whose clock may be too coarse for an edit so soon.
    make("clean");
    Shell.Outcome moved = make();
    assertTrue(
        moved.output().contains("../tree/fs/harbor/inode.c:45:4: warning: "), moved.output());
    assertEquals(2, auditCount());
  }

  @Test
  void aFileWithoutMasksIsNotEvenAudited() throws IOException {
    Shell.Outcome quiet = make("o/fs/quiet.o");
    assertEquals("  CHECK   ../tree/fs/quiet.c\n", quiet.output());
    assertEquals(0, auditCount());
  }

  @Test
  void aBuildFailsOnlyWhereThatWasAskedFor() throws IOException {
    environment.put("GFPAUDIT_FAIL_ON", "error");
    Shell.Outcome bad = make("o/fs/lantern/super.o");
    assertEquals(2, bad.status(), bad.output());
    assertFalse(Files.exists(build.resolve("o/fs/lantern/super.o")));
    environment.put("GFPAUDIT_FAIL_ON", "errors");
    assertTrue(make("o/fs/lantern/super.o").output().contains("not 'errors'"));
    environment.remove("GFPAUDIT_FAIL_ON");
    assertEquals(0, make("o/fs/lantern/super.o").status());
    environment.put("GFPAUDIT_CHECK_OPTIONS", "-Wno-all");
    make("clean");
    assertEquals(List.of(), findings(make("o/fs/harbor/fill.o").output()));
    assertEquals(2, auditCount(), "other options have a result of their own");
  }

  @Test
  void aFailedAuditIsSaidOnceAndStopsNoBuild() throws IOException {
    Shell.script(directory.resolve("counted"), "echo x >>'" + log() + "'\nexit 3\n");
    Shell.Outcome failed = make("-j4");
    assertEquals(0, failed.status(), failed.output());
    assertEquals(1, auditCount());
    assertEquals(
        1,
        failed.output().lines().filter(line -> line.contains("so nothing is found")).count(),
        failed.output());
  }

  @Test
  void aFileThatIsNotThereIsNotCalledClean() throws IOException {
    Path script = Shell.shipped("bin/gfpaudit-check");
    Shell.Outcome outcome =
        Shell.run(directory, environment, script.toString(), "-D__linux__", "nowhere.c");
    assertEquals("gfpaudit-check: no such file: 'nowhere.c'\n", outcome.output());
    assertEquals(2, outcome.status());
    assertEquals(0, Shell.run(directory, environment, script.toString(), "-").status());
  }

  @Test
  void whatIsNoKernelCodeIsLeftAlone() throws IOException {
    // kbuild of later kernels tries the checker on a file of its own.
    Path probe = directory.resolve("probe");
    Files.writeString(probe, "gfp_t gfp;\n");
    Shell.Outcome outcome =
        Shell.run(
            directory,
            environment,
            Shell.shipped("bin/gfpaudit-check").toString(),
            "-D__linux__",
            probe.toString());
    assertEquals(new Shell.Outcome(0, ""), outcome);
  }
}
