package org.gfpaudit.testdata.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Shell;
import org.gfpaudit.testdata.harness.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Tab key in real shells: what is typed, and what the line is after it. */
@Tag("integration")
class CompletionInShellsTest {
  @TempDir Path directory;

  private Map<String, String> environment;

  @BeforeEach
  void makeATree() throws IOException {
    for (String file :
        List.of(
            "tree/Makefile",
            "tree/fs/harbor/inode.c",
            "tree/arch/arm64/Makefile",
            "tree/arch/x86/Makefile")) {
      Files.createDirectories(directory.resolve(file).getParent());
      Files.writeString(directory.resolve(file), "");
    }
    git("init", "-q");
    git("add", "-A");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "a");
    git("tag", "v6.1-rc5");
    // Whatever shells remember, they remember here.
    Path home = Files.createDirectories(directory.resolve("home"));
    environment = Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.toString());
  }

  private void git(String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Shell.Outcome outcome =
        Shell.run(directory.resolve("tree"), Map.of(), command.toArray(String[]::new));
    assertEquals(0, outcome.status(), outcome.output());
  }

  /** What is typed before Tab, and what stands there afterwards, without a last blank. */
  private static Map<String, String> lines() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("exp", "explain");
    lines.put("check --no-c", "check --no-cache");
    lines.put("check --format sar", "check --format sarif");
    lines.put("check --format=sar", "check --format=sarif");
    lines.put("graph --format graphm", "graph --format graphml");
    lines.put("check --fail-on nev", "check --fail-on never");
    lines.put("patch --strategy unr", "patch --strategy unrestrict");
    lines.put("sites --verdict hardcoded-n", "sites --verdict hardcoded-nofs");
    lines.put("sites --verdict partial,der", "sites --verdict partial,derived");
    lines.put("rules scope-r", "rules scope-redundant");
    lines.put("check -Wno-raw", "check -Wno-raw-mask");
    lines.put("check --tree tr", "check --tree tree/");
    lines.put("check tree/fs/har", "check tree/fs/harbor/");
    lines.put("check --tree tree fs/har", "check --tree tree fs/harbor/");
    lines.put("explain tree/fs/harbor/ino", "explain tree/fs/harbor/inode.c");
    lines.put("check --tree tree --arch arm", "check --tree tree --arch arm64");
    lines.put("check --tree tree --since v6", "check --tree tree --since v6.1-rc5");
    lines.put("history --tree tree HEAD..v6", "history --tree tree HEAD..v6.1-rc5");
    lines.put("baseline wri", "baseline write");
    lines.put("baseline write tree/Make", "baseline write tree/Makefile");
    lines.put("completion fi", "completion fish");
    // Nothing is known of these, and nothing is put there.
    lines.put("check --jobs q", "check --jobs q");
    return lines;
  }

  private Path script(String shell, String name) throws IOException {
    CommandRun run = CommandRun.of(directory, List.of("completion", shell));
    assertEquals(0, run.status(), run.err());
    Path file = directory.resolve("functions").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, run.out());
  }

  /** Types each line, presses Tab and reads what became of it. */
  private static void complete(Terminal terminal) {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    int count = 0;
    for (Map.Entry<String, String> line : lines().entrySet()) {
      String end = "@" + ++count + "@";
      terminal.press("C-u");
      terminal.type("gfpaudit " + line.getKey());
      terminal.press("Tab");
      // Keys are read in their order, so Tab has done its work when this is there.
      terminal.type(end);
      String shown =
          terminal
              .waitFor(end)
              .lines()
              .filter(each -> each.contains(end))
              .findFirst()
              .orElseThrow();
      actual.add(shown.replaceFirst("^> ", "").replaceFirst("\\s*" + end + "$", ""));
      expected.add("gfpaudit " + line.getValue());
    }
    assertEquals(String.join("\n", expected), String.join("\n", actual));
  }

  private Terminal started(String... command) {
    return Terminal.of(directory, directory, environment, command);
  }

  @Test
  void bash() throws IOException {
    Terminal.require("bash");
    Path script = script("bash", "gfpaudit");
    try (Terminal terminal = started("bash", "--norc", "--noprofile", "-i")) {
      terminal.type(
          "PS1='> '; bind 'set bell-style none'; source '" + script + "'; echo rea'dy'\n");
      terminal.waitFor("\nready");
      complete(terminal);
    }
  }

  @Test
  void zsh() throws IOException {
    Terminal.require("zsh");
    Path script = script("zsh", "_gfpaudit");
    try (Terminal terminal = started("zsh", "-f", "-i")) {
      terminal.type(
          "PS1='> '; fpath=('"
              + script.getParent()
              + "' $fpath); autoload -U compinit; compinit -D -u; echo rea'dy'\n");
      terminal.waitFor("\nready");
      complete(terminal);
    }
  }

  @Test
  void fish() throws IOException {
    Terminal.require("fish");
    Path script = script("fish", "gfpaudit.fish");
    try (Terminal terminal = started("fish", "--no-config", "-i")) {
      terminal.type(
          "function fish_prompt; echo '> '; end; set -g fish_autosuggestion_enabled 0; source '"
              + script
              + "'; echo rea'dy'\n");
      terminal.waitFor("\nready");
      complete(terminal);
    }
  }
}
