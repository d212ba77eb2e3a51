package org.gfpaudit.testdata.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.testdata.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipes where git reads a file: it would wait for them without end, so it is not asked. */
@Tag("integration")
class WaitingGitTest {
  @TempDir Path directory;

  private Clone clone;

  @BeforeEach
  void makeTheRepository() {
    clone = Clone.of(directory);
  }

  private static void pipe(Path file) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
  }

  private CommandRun check(String... options) {
    return assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          List<String> words = new ArrayList<>(List.of("check", "--tree", "tree"));
          words.addAll(List.of(options));
          return CommandRun.of(directory, words);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {".gitignore", "fs/.gitignore", "new/.gitignore", "new/er/.gitignore"})
  void anIgnoreFileThatIsAPipeIsNamed(String file) throws Exception {
    pipe(clone.tree.resolve(file));
    CommandRun run = check("--since", "HEAD");
    assertEquals(3, run.status(), run.err());
    assertTrue(run.err().contains("'" + file + "' is no regular file"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"include.path", "core.excludesFile", "includeIf.gitdir:/.path"})
  void aPipeThatTheConfigurationNamesIsNotWaitedFor(String key) throws Exception {
    Path pipe = directory.resolve("pipe");
    pipe(pipe);
    Path config = clone.tree.resolve(".git/config");
    int dot = key.lastIndexOf('.');
    String section = key.startsWith("includeIf") ? "includeIf \"gitdir:/\"" : key.substring(0, dot);
    Files.writeString(
        config,
        Files.readString(config)
            + "["
            + section
            + "]\n\t"
            + key.substring(dot + 1)
            + " = \""
            + pipe
            + "\" ; why\n");
    CommandRun run = check("--since", "HEAD");
    assertEquals(2, run.status(), run.err());
    assertEquals("", run.out());
  }

  @Test
  void settingsOfARevisionThatAreALinkAreNotPassedOver() throws IOException {
    Files.createSymbolicLink(clone.tree.resolve(".gfpaudit.yml"), Path.of("Makefile"));
    clone.commit("linked");
    Files.delete(clone.tree.resolve(".gfpaudit.yml"));
    CommandRun run = check("--rev", "linked");
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains(":.gfpaudit.yml' is no regular file; remove it"), run.err());
    assertTrue(check("--rev", "linked", "--settings", "none").status() < 2);
  }
}
