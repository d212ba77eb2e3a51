package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HardenedGitTest {
  @Test
  void variablesThatNameARepositoryOrAProgramAreNotHandedOn() {
    Map<String, String> environment = new HashMap<>();
    for (String name :
        List.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_COMMON_DIR",
            "GIT_CONFIG_PARAMETERS",
            "GIT_EXTERNAL_DIFF",
            "GIT_SSH_COMMAND",
            "GIT_PROXY_COMMAND",
            "GIT_REPLACE_REF_BASE",
            "GIT_TRACE")) {
      environment.put(name, "something");
    }
    environment.put("GIT_CONFIG_GLOBAL", "mine");
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "safe.directory");
    environment.put("GIT_CONFIG_VALUE_0", "*");
    environment.put("HOME", "/home/me");
    HardenedGit.harden(environment);
    assertEquals("mine", environment.get("GIT_CONFIG_GLOBAL"));
    assertEquals("/home/me", environment.get("HOME"));
    assertEquals("*", environment.get("GIT_CONFIG_VALUE_0"));
    assertEquals("none", environment.get("GIT_ALLOW_PROTOCOL"));
    assertTrue(environment.values().stream().noneMatch("something"::equals), environment::toString);
  }

  @Test
  void everyCallIsHardened() {
    List<String> command = HardenedGit.prepare(Path.of("."), "log", "-1").command();
    for (String option :
        List.of("core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false")) {
      assertEquals("-c", command.get(command.indexOf(option) - 1), option);
    }
    assertEquals(List.of("log", "-1"), command.subList(command.size() - 2, command.size()));
  }

  @Test
  void gitIsNeverTheOneOfTheTree(@TempDir Path directory) throws IOException {
    Path git = Files.createFile(directory.resolve("git"));
    assertTrue(git.toFile().setExecutable(true));
    assertEquals("/git", HardenedGit.program(Map.of("PATH", ".::bin")));
    assertEquals(git.toString(), HardenedGit.program(Map.of("PATH", ".:" + directory)));
    assertEquals("/git", HardenedGit.program(Map.of()));
  }
}
