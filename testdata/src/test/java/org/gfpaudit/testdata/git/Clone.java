package org.gfpaudit.testdata.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Shell;
import org.gfpaudit.testdata.harness.Testdata;

/** A repository of the kernel in miniature, in a directory of its own. */
final class Clone {
  final Path directory;
  final Path tree;

  private Clone(Path directory) {
    this.directory = directory;
    this.tree = directory.resolve("tree");
  }

  /** Makes the repository, with one commit tagged {@code first}. */
  static Clone of(Path directory) {
    Clone clone = new Clone(directory);
    try {
      for (Map.Entry<String, byte[]> file :
          Testdata.filesBelow(Testdata.directory().resolve("minikernel")).entrySet()) {
        Path target = clone.tree.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assumeTrue(Shell.has("git"), "no git");
    clone.git("init", "-q", "-b", "master");
    clone.git("config", "user.name", "A Person");
    clone.git("config", "user.email", "a@person.example");
    clone.git("config", "core.autocrlf", "false");
    clone.commit("first");
    return clone;
  }

  /** Commits everything and tags the commit. */
  void commit(String name) {
    git("add", "-A");
    git("commit", "-q", "-m", name);
    git("tag", name);
  }

  void write(String file, String text) {
    try {
      Path path = tree.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String file) {
    try {
      return Files.readString(tree.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text that must be there. */
  void edit(String file, String before, String after) {
    String text = read(file);
    if (!text.contains(before)) {
      throw new AssertionError(file + " does not hold " + before);
    }
    write(file, text.replace(before, after));
  }

  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Shell.Outcome outcome = Shell.run(tree, Map.of(), command.toArray(String[]::new));
    assertEquals(0, outcome.status(), outcome.output());
    return outcome.output();
  }

  /** Runs the program in the directory that holds the repository. */
  CommandRun gfpaudit(String... arguments) {
    return CommandRun.of(directory, List.of(arguments));
  }

  /** Runs the program inside the repository. */
  CommandRun inside(String... arguments) {
    return CommandRun.of(tree, List.of(arguments));
  }
}
