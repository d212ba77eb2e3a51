package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinceTest {
  @TempDir Path directory;

  private static void git(Path where, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c"));
    command.add("user.email=a@example.org");
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(where.toFile())
              .redirectErrorStream(true)
              .redirectOutput(new File(where.toFile(), "../git.log"))
              .start();
      assumeTrue(process.waitFor() == 0, "no git");
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void theSecondOfTwoAuditsIsOneOfAnEditedTree() throws IOException {
    Invocation invocation = new Invocation(directory);
    git(invocation.tree, "init", "-q");
    git(invocation.tree, "add", "-A");
    git(invocation.tree, "commit", "-q", "-m", "first");
    invocation.run("check", "linux", "--since", "HEAD");
    assertEquals(1, invocation.requests.size(), "nothing changed, so nothing is compared");
    assertTrue(invocation.requests.get(0).run().kept().isEmpty(), "there is no second audit");
    invocation.requests.clear();
    invocation.file("linux/mm/b.c", "int y;\n");
    invocation.run("check", "linux", "--since", "HEAD");
    assertEquals(2, invocation.requests.size(), invocation.err);
    assertSame(
        invocation.requests.get(0).run().kept().orElseThrow(),
        invocation.requests.get(1).run().kept().orElseThrow());
  }
}
