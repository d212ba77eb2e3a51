package org.gfpaudit.testdata.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gfpaudit.testdata.harness.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook that is shipped, run by a real push to a repository beside this one. */
@Tag("integration")
class PushHookTest {
  private static final String FINDING =
      """
      #include <linux/pagemap.h>

      int pond_fill(struct address_space *mapping, struct page *page)
      {
      \treturn add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
      }
      """;

  @TempDir Path directory;

  private Clone clone;
  private Map<String, String> environment;

  @BeforeEach
  void installTheHook() throws IOException {
    clone = Clone.of(directory);
    environment = Shell.withProgram(directory);
    Path hook = clone.tree.resolve(".git/hooks/pre-push");
    Files.createDirectories(hook.getParent());
    Files.copy(Shell.shipped("share/gfpaudit/hooks/pre-push"), hook);
    assertTrue(hook.toFile().setExecutable(true));
    clone.git("init", "-q", "--bare", directory.resolve("remote.git").toString());
    clone.git("remote", "add", "origin", directory.resolve("remote.git").toString());
  }

  private Shell.Outcome push(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "push", "-q", "origin"));
    command.addAll(List.of(arguments));
    return Shell.run(clone.tree, environment, command.toArray(String[]::new));
  }

  private String remote(String ref) {
    Path remote = directory.resolve("remote.git");
    return Shell.run(remote, Map.of(), "git", "rev-parse", "--verify", "-q", ref).output().strip();
  }

  @Test
  void aNewFindingStopsThePushAndAnOldOneDoesNot() {
    Shell.Outcome first = push("master");
    assertEquals(0, first.status(), first.output());
    assertTrue(
        first.output().contains("origin has nothing to compare master with"), first.output());

    clone.write("fs/other.c", "gfp_t other = GFP_KERNEL;\n");
    clone.commit("harmless");
    clone.write("fs/pond.c", FINDING);
    // What is pushed counts, not what lies in the work tree.
    Shell.Outcome harmless = push("master");
    assertEquals(0, harmless.status(), harmless.output());

    clone.commit("harmful");
    Shell.Outcome harmful = push("master");
    assertEquals(1, harmful.status(), harmful.output());
    assertTrue(harmful.output().contains("fs/pond.c:5:9: warning: GFP_KERNEL"), harmful.output());
    assertTrue(harmful.output().contains("has new findings: mend them"), harmful.output());
    assertTrue(harmful.output().contains("'git push --no-verify'"), harmful.output());
    assertEquals(clone.git("rev-parse", "harmless").strip(), remote("master"));

    environment.put("GFPAUDIT_FAIL_ON", "never");
    assertEquals(0, push("master").status());
    environment.remove("GFPAUDIT_FAIL_ON");
    clone.edit("fs/pond.c", "pagemap.h>\n", "pagemap.h>\n\n");
    clone.commit("moved");
    Shell.Outcome old = push("master");
    assertEquals(0, old.status(), old.output());
  }

  @Test
  void aNewBranchIsHeldAgainstWhatTheRemoteHas() {
    push("master");
    clone.git("checkout", "-q", "-b", "topic");
    clone.write("fs/pond.c", FINDING);
    clone.commit("harmful");
    clone.write("README", "later\n");
    clone.commit("later");
    Shell.Outcome topic = push("topic");
    assertEquals(1, topic.status(), topic.output());
    assertTrue(topic.output().contains("fs/pond.c:5:9"), topic.output());
    assertEquals(0, push("--no-verify", "topic").status());
    // The remote has all of it now, and a ref that goes away brings nothing.
    assertEquals(0, push("topic:refs/heads/again", "harmful").status());
    assertEquals(0, push(":topic").status());
    assertEquals("", remote("topic"));
  }

  @Test
  void withoutCodeNothingIsRunAndWithoutAProgramNothingIsPushed() {
    push("master");
    environment.put("GFPAUDIT", "no-such-program");
    clone.write("README", "words\n");
    clone.commit("words");
    assertEquals(0, push("master").status());
    clone.write("fs/pond.c", FINDING);
    clone.commit("code");
    Shell.Outcome code = push("master");
    assertEquals(1, code.status());
    assertTrue(
        code.output().contains("no program 'no-such-program': put it on PATH"), code.output());
  }
}
