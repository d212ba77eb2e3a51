package org.gfpaudit.testdata.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gfpaudit.reports.series.SeriesReport;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches in the hands of the real git. */
@Tag("integration")
final class GitTest {
  @TempDir Path directory;

  private Path tree;

  @BeforeEach
  void commitTheMinikernel() throws IOException, InterruptedException {
    tree = Files.createDirectory(directory.resolve("tree"));
    for (Map.Entry<String, byte[]> file :
        Testdata.filesBelow(Testdata.directory().resolve("minikernel")).entrySet()) {
      Path target = tree.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    assumeTrue(git("init", "-q") == 0, "git is not there");
    git("config", "user.name", "A Person");
    git("config", "user.email", "a@person.example");
    git("config", "core.autocrlf", "false");
    assertEquals(0, git("add", "-A"));
    assertEquals(0, git("commit", "-q", "-m", "minikernel"));
  }

  @Test
  void gitAmTakesTheSeries() throws IOException, InterruptedException {
    CommandRun run = gfpaudit("patch", "--tree", "tree", "--maintainers", "none", "-o", "series");
    assertEquals(0, run.status(), run.err());
    List<String> patches;
    try (Stream<Path> files = Files.list(directory.resolve("series"))) {
      patches =
          files.map(Path::toString).filter(name -> !SeriesReport.isCover(name)).sorted().toList();
    }
    assertFalse(patches.isEmpty());
    List<String> command = new ArrayList<>(List.of("am", "-q"));
    command.addAll(patches);
    assertEquals(0, git(command.toArray(String[]::new)));
    CommandRun again = gfpaudit("patch", "--tree", "tree");
    assertTrue(again.err().contains("0 findings mended"), again.err());
  }

  @Test
  void subjectsBeginAsThoseOfTheFileDo() throws IOException, InterruptedException {
    Path file = tree.resolve("fs/mpage.c");
    String before = Files.readString(file);
    for (String subject : List.of("mpage: one", "mpage: two", "fs: three", "treewide: four")) {
      Files.writeString(file, "/* " + subject + " */\n" + before);
      assertEquals(0, git("commit", "-q", "-a", "-m", subject));
    }
    assertEquals(0, git("config", "core.fsmonitor", "touch " + directory.resolve("trace")));
    assertEquals(0, git("config", "log.showSignature", "true"));
    CommandRun run = gfpaudit("patch", "--tree", "tree", "--maintainers", "none", "fs/mpage.c");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("Subject: [PATCH] mpage: obey "), run.out());
    assertFalse(Files.exists(directory.resolve("trace")));
  }

  @Test
  void whatACommitTookAwayIsPutBack() throws IOException, InterruptedException {
    Path file = tree.resolve("fs/harbor/inode.c");
    String before = Files.readString(file);
    String after =
        before.replaceAll("(?s)\tgfp_t gfp = .*?__GFP_FS\\);\n", "\tinode->i_ino = 1;\n");
    assertFalse(after.equals(before));
    Files.writeString(file, after);
    assertEquals(0, git("commit", "-q", "-a", "-m", "harbor: simplify the setup of inodes"));
    CommandRun run =
        gfpaudit("patch", "--tree", "tree", "--maintainers", "none", "--since", "HEAD~1");
    assertEquals(0, run.status(), run.err());
    assertTrue(
        run.out().contains("+\tmapping_set_gfp_mask(inode->i_mapping, gfp & ~__GFP_FS);"),
        run.out());
    assertTrue(run.err().contains("1 finding mended, 0 left"), run.err());
    CommandRun applied = gfpaudit("patch", "--tree", "tree", "--since", "HEAD~1", "--apply");
    assertEquals(0, applied.status(), applied.err());
    assertEquals(
        before.replace("__GFP_FS);\n", "__GFP_FS);\n\tinode->i_ino = 1;\n"),
        Files.readString(file));
    CommandRun again = gfpaudit("check", "--tree", "tree", "--since", "HEAD~1");
    assertFalse(again.out().contains("protection-dropped"), again.out());
  }

  @Test
  void applyChangesTheTreeAsTheSeriesWould() throws IOException, InterruptedException {
    CommandRun mails = gfpaudit("patch", "--tree", "tree", "--maintainers", "none");
    CommandRun run = gfpaudit("patch", "--tree", "tree", "--apply");
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.out());
    assertEquals(0, git("diff", "--quiet", "HEAD", "--", "Makefile"));
    assertEquals(1, git("diff", "--quiet", "HEAD"));
    Files.writeString(directory.resolve("series.mbox"), mails.out());
    assertEquals(0, git("stash", "-q"));
    assertEquals(0, git("am", "-q", directory.resolve("series.mbox").toString()));
    assertEquals(0, git("diff", "--quiet", "HEAD", "stash@{0}"));
  }

  @Test
  void applyLeavesOtherChangesAlone() throws IOException, InterruptedException {
    Path file = tree.resolve("fs/mpage.c");
    String changed = Files.readString(file) + "/* Mine. */\n";
    Files.writeString(file, changed);
    CommandRun run = gfpaudit("patch", "--tree", "tree", "--apply");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("that has changes already"), run.err());
    assertEquals(changed, Files.readString(file));
  }

  private CommandRun gfpaudit(String... arguments) {
    return CommandRun.of(directory, List.of(arguments));
  }

  private int git(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(tree.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status > 1) {
        System.err.println(output);
      }
      return status;
    } catch (IOException e) {
      return -1;
    }
  }
}
