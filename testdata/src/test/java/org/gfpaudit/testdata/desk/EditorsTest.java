package org.gfpaudit.testdata.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Shell;
import org.gfpaudit.testdata.harness.Terminal;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --format gcc} as editors read it, from a directory inside the tree and from above it. */
@Tag("integration")
class EditorsTest {
  /** What VS Code's C++ extension has for {@code $gcc}. */
  private static final Pattern VS_CODE =
      Pattern.compile(
          "^(.*?):(\\d+):(\\d*):?\\s+(?:fatal\\s+)?(warning|error|note|info):\\s+(.*)$");

  @TempDir Path directory;

  private Path tree;

  @BeforeEach
  void makeTheTree() throws IOException {
    tree = directory.resolve("tree");
    for (Map.Entry<String, byte[]> file :
        Testdata.filesBelow(Testdata.directory().resolve("minikernel")).entrySet()) {
      Files.createDirectories(tree.resolve(file.getKey()).getParent());
      Files.write(tree.resolve(file.getKey()), file.getValue());
    }
  }

  private static CommandRun check(Path here, String... options) {
    List<String> arguments = new ArrayList<>(List.of("check", "--no-cache", "--fail-on", "never"));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(here, arguments);
    assertEquals(0, run.status(), run.err());
    return run;
  }

  @Test
  void namesAreOpenedFromWhereOneStands() {
    for (String here : List.of("", "tree", "tree/fs", "tree/fs/harbor")) {
      Path stand = directory.resolve(here);
      List<String> lines =
          check(stand, "--format", "gcc", "--tree", tree.toString()).out().lines().toList();
      assertFalse(lines.isEmpty());
      for (String line : lines) {
        Matcher parsed = VS_CODE.matcher(line);
        assertTrue(parsed.matches(), line);
        assertFalse(parsed.group(1).startsWith("/"), line);
        assertTrue(Files.isRegularFile(stand.resolve(parsed.group(1))), here + ": " + line);
      }
    }
  }

  @Test
  void aFindingBringsItsIdAndItsRule() {
    String brief = check(tree, "--format", "gcc-brief").out();
    assertFalse(brief.contains(": note: passed to"), brief);
    brief
        .lines()
        .forEach(line -> assertTrue(line.matches(".* \\[G[0-9a-f]{8}] \\[-W[a-z-]+]"), line));
  }

  @Test
  void vimGoesToTheFinding() throws IOException {
    Terminal.require("vim");
    Path here = tree.resolve("fs/harbor");
    Files.writeString(
        directory.resolve("errors"), check(here, "--format", "gcc-brief", "inode.c").out());
    try (Terminal terminal =
        Terminal.of(
            /* where= */ directory,
            /* directory= */ here,
            Map.of("HOME", directory.toString()),
            "vim",
            "-N",
            "-u",
            "NONE",
            "-q",
            directory.resolve("errors").toString())) {
      terminal.type(":echo 'at ' . expand('%') . ':' . line('.') . ':' . col('.')\n");
      // Not for the command itself, which the terminal may show before the editor has begun.
      String screen = terminal.waitFor("at inode.c:");
      assertTrue(screen.contains("at inode.c:44:4"), screen);
      assertTrue(screen.contains(".gfp = GFP_KERNEL"), screen);
      terminal.type(":qa!\n");
    }
  }

  @Test
  void emacsGoesToTheFinding() throws IOException {
    Terminal.require("emacs");
    Path here = tree.resolve("fs/harbor");
    Files.writeString(directory.resolve("errors"), check(here, "--format", "gcc", "inode.c").out());
    Shell.Outcome outcome =
        Shell.run(
            here,
            Map.of("HOME", directory.toString()),
            "emacs",
            "-Q",
            "--batch",
            "--eval",
            "(progn (require 'compile)"
                // Columns count bytes, as those of compilers do.
                + " (setq compilation-error-screen-columns nil)"
                + " (let ((buffer (compilation-start \"cat '"
                + directory.resolve("errors")
                + "'\")))"
                + "  (while (get-buffer-process buffer) (accept-process-output nil 0.1))"
                + "  (with-current-buffer buffer (goto-char (point-min)) (next-error 1 t)))"
                + " (with-current-buffer (find-buffer-visiting \"inode.c\")"
                + "  (princ (format \"at %s:%d:%d\\n\" (file-name-nondirectory buffer-file-name)"
                + "   (line-number-at-pos) (1+ (- (point) (line-beginning-position)))))))");
    assertTrue(outcome.output().contains("at inode.c:44:4"), outcome.output());
  }
}
