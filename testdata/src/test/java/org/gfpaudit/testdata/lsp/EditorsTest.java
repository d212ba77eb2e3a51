package org.gfpaudit.testdata.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gfpaudit.testdata.harness.Shell;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real editors with the real server: a finding is shown, mended by its action, and gone. */
@Tag("integration")
class EditorsTest {
  @TempDir Path directory;

  @Test
  void neovimShowsAndMendsAFinding() throws IOException {
    assumeTrue(Shell.has("nvim"), "neovim is not installed");
    Shell.Outcome outcome =
        session("nvim", "--headless", "-u", "NONE", "+luafile " + script("nvim.lua"));

    assertMended(outcome);
    assertTrue(outcome.output().contains("hover: **hardcoded**"), outcome::output);
  }

  @Test
  void emacsShowsAndMendsAFinding() throws IOException {
    assumeTrue(Shell.has("emacs"), "emacs is not installed");
    assumeTrue(
        Shell.run(directory, Map.of(), "emacs", "--batch", "-q", "--eval", "(require 'eglot)")
                .status()
            == 0,
        "eglot is not installed");

    assertMended(session("emacs", "--batch", "-q", "-l", script("eglot.el")));
  }

  @Test
  void theClientOfVsCodeShowsAndMendsAFinding() throws IOException {
    assumeTrue(Shell.has("node"), "node is not installed");
    assumeTrue(
        Shell.run(
                    directory,
                    Map.of(),
                    "node",
                    "-e",
                    "require('vscode-languageserver-protocol/node')")
                .status()
            == 0,
        "vscode-languageserver-protocol is not installed, or NODE_PATH does not name it");

    Shell.Outcome outcome = session("node", script("vscode.js"));

    assertMended(outcome);
    assertTrue(outcome.output().contains("hover: **hardcoded**"), outcome::output);
  }

  private static void assertMended(Shell.Outcome outcome) {
    assertEquals(0, outcome.status(), outcome::output);
    assertTrue(outcome.output().contains("found: "), outcome::output);
    assertTrue(
        outcome
            .output()
            .contains("action: gfpaudit: obey the mapping's gfp mask in mpage_readpages()"),
        outcome::output);
    assertTrue(outcome.output().contains("\nmended\n"), outcome::output);
  }

  private static String script(String name) {
    return Testdata.directory().resolve("editors").resolve(name).toString();
  }

  private Shell.Outcome session(String... command) throws IOException {
    Path tree = directory.resolve("linux");
    for (Map.Entry<String, byte[]> file :
        Testdata.filesBelow(Testdata.directory().resolve("minikernel")).entrySet()) {
      Path target = tree.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> server =
        List.of(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            "org.gfpaudit.analyzer.cli.Main",
            "lsp");
    return Shell.run(
        tree,
        Map.of(
            "GFPAUDIT_SERVER", String.join("\n", server),
            "GFPAUDIT_FILE", tree.resolve("fs/mpage.c").toString(),
            "GFPAUDIT_CACHE", directory.resolve("cache").toString(),
            "HOME", directory.toString()),
        command);
  }
}
