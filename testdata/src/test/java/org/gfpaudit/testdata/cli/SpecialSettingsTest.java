package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands where the settings of a tree are looked for, and is none. */
class SpecialSettingsTest {
  private static final String SECRET = "mysecret: line of a file of mine\n";

  @TempDir Path directory;

  private Path settings;

  @BeforeEach
  void makeTheTree() throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree"));
    Files.createDirectories(tree.resolve("fs"));
    Files.writeString(tree.resolve("Makefile"), "VERSION = 6\nPATCHLEVEL = 1\n");
    Files.writeString(tree.resolve("fs/a.c"), "int a;\n");
    Files.writeString(directory.resolve("mine"), SECRET);
    settings = tree.resolve(".gfpaudit.yml");
  }

  private void expectRefused(String reason) {
    CommandRun run =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () -> CommandRun.of(directory, List.of("check", "--tree", "tree")));
    assertEquals(2, run.status(), run.err());
    assertTrue(
        run.err()
            .startsWith(
                "gfpaudit: 'tree/.gfpaudit.yml' "
                    + reason
                    + "; remove it, or give --settings FILE or --settings none"),
        run.err());
    assertFalse(run.err().contains("mysecret"), run.err());
    assertEquals("", run.out());
    assertEquals(
        0,
        CommandRun.of(directory, List.of("check", "--tree", "tree", "--settings", "none"))
            .status());
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    assertEquals(0, new ProcessBuilder("mkfifo", settings.toString()).start().waitFor());
    expectRefused("is no regular file");
  }

  @Test
  void aDirectoryIsNotPassedOver() throws IOException {
    Files.createDirectory(settings);
    expectRefused("is no regular file");
  }

  @Test
  void aLinkOutOfTheTreeIsNotRead() throws IOException {
    Files.createSymbolicLink(settings, Path.of("..", "mine"));
    expectRefused("is a link out of the tree");
  }

  @Test
  void aLinkThatLeadsNowhereIsNotPassedOver() throws IOException {
    Files.createSymbolicLink(settings, Path.of("nowhere"));
    expectRefused("is no regular file");
  }

  @Test
  void aLinkWithinTheTreeIsRead() throws IOException {
    Files.writeString(directory.resolve("tree/fs/settings"), "version: 1\n");
    Files.createSymbolicLink(settings, Path.of("fs", "settings"));
    CommandRun run = CommandRun.of(directory, List.of("check", "--tree", "tree"));
    assertEquals(0, run.status(), run.err());
  }

  @Test
  void manyIdleWaiversAreNotAllSaid() throws IOException {
    StringBuilder text = new StringBuilder("version: 1\nwaivers:\n");
    for (int i = 0; i < 500; i++) {
      text.append("  - {function: f").append(i).append(", reason: none}\n");
    }
    Files.writeString(settings, text);
    CommandRun run = CommandRun.of(directory, List.of("check", "--tree", "tree"));
    assertEquals(21, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("480 more remarks about waivers"), run.err());
  }
}
