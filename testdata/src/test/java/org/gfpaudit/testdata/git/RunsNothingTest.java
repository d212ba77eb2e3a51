package org.gfpaudit.testdata.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A repository with every way that is known to have git, or this program, run something of its own.
 * Each leaves a file behind when it is run.
 */
@Tag("integration")
class RunsNothingTest {
  /** Settings of git whose value is a program, and what it leaves behind. */
  private static final List<String> PROGRAMS =
      List.of(
          "core.fsmonitor",
          "core.pager",
          "core.editor",
          "core.askPass",
          "core.sshCommand",
          "core.gitProxy",
          "core.alternateRefsCommand",
          "sequence.editor",
          "diff.external",
          "diff.evil.command",
          "diff.evil.textconv",
          "filter.evil.clean",
          "filter.evil.smudge",
          "filter.evil.process",
          "merge.evil.driver",
          "gpg.program",
          "gpg.openpgp.program",
          "gpg.x509.program",
          "gpg.ssh.program",
          "gpg.ssh.defaultKeyCommand",
          "interactive.diffFilter",
          "pager.log",
          "pager.diff",
          "trailer.evil.command",
          "uploadpack.packObjectsHook",
          "remote.origin.uploadpack",
          "remote.origin.receivepack",
          "web.browser",
          "browser.evil.cmd");

  private static final List<String> ALIASES =
      List.of("log", "diff", "diff-index", "rev-parse", "ls-files", "ls-tree", "cat-file");

  private static final List<String> HOOKS =
      List.of(
          "pre-commit",
          "post-checkout",
          "post-commit",
          "post-index-change",
          "fsmonitor-watchman",
          "reference-transaction",
          "pre-auto-gc",
          "post-rewrite",
          "sendemail-validate");

  @TempDir Path directory;

  private Clone clone;
  private Path ran;
  private Path marker;

  @BeforeEach
  void makeTheRepository() throws IOException {
    clone = Clone.of(directory);
    ran = Files.createDirectory(directory.resolve("ran"));
    marker = directory.resolve("mark.sh");
    Files.writeString(marker, "#!/bin/sh\n: > '" + ran + "'/\"$1\"\nexit 1\n");
    assertTrue(marker.toFile().setExecutable(true));
    clone.write(".gitattributes", "* filter=evil diff=evil merge=evil\n");
    clone.write(
        "scripts/get_maintainer.pl", "system('" + marker + "', 'get_maintainer');\nexit 1;\n");
    clone.edit("fs/mpage.c", "#include", "/* second */\n#include");
    clone.commit("second");
    sign();
    clone.edit("fs/mpage.c", "/* second */", "/* third */");
    for (String program : PROGRAMS) {
      clone.git("config", program, program(program));
    }
    clone.git("config", "filter.evil.required", "true");
    for (String alias : ALIASES) {
      clone.git("config", "alias." + alias, "!'" + marker + "' alias." + alias);
    }
    clone.git("config", "credential.helper", "!'" + marker + "' credential.helper");
    clone.git("config", "log.showSignature", "true");
    clone.git("config", "protocol.ext.allow", "always");
    clone.git("config", "protocol.allow", "always");
    clone.git("config", "remote.origin.url", "ext::" + marker + " remote");
    clone.git("config", "remote.origin.promisor", "true");
    clone.git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*");
    clone.git("config", "extensions.partialClone", "origin");
    clone.git("config", "core.repositoryFormatVersion", "1");
    Path hooks = Files.createDirectory(directory.resolve("hooks"));
    for (String hook : HOOKS) {
      for (Path where : List.of(hooks, clone.tree.resolve(".git/hooks"))) {
        Path file = Files.createDirectories(where).resolve(hook);
        Files.writeString(file, "#!/bin/sh\n'" + marker + "' hook." + hook + "\n");
        assertTrue(file.toFile().setExecutable(true));
      }
    }
    clone.git("config", "core.hooksPath", hooks.toString());
    // Git cannot tell from its index whether these changed.
    try (Stream<Path> files = Files.walk(clone.tree.resolve("fs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
      }
    }
    removeWhatRan();
  }

  /** A program that leaves its name behind, for git starts some with and some without a shell. */
  private String program(String name) throws IOException {
    Path file = directory.resolve("run-" + name);
    Files.writeString(file, "#!/bin/sh\n'" + marker + "' " + name + "\n");
    assertTrue(file.toFile().setExecutable(true));
    return file.toString();
  }

  /** Makes the last commit one that says it is signed. */
  private void sign() throws IOException {
    String commit = clone.git("cat-file", "commit", "HEAD");
    int end = commit.indexOf("\n\n");
    String signed =
        commit.substring(0, end)
            + "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----"
            + commit.substring(end);
    Path file = Files.write(directory.resolve("commit"), signed.getBytes(StandardCharsets.UTF_8));
    String name = clone.git("hash-object", "-t", "commit", "-w", file.toString()).strip();
    clone.git("update-ref", "HEAD", name);
    clone.git("tag", "-f", "second", name);
  }

  private List<String> whatRan() throws IOException {
    try (Stream<Path> files = Files.list(ran)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void removeWhatRan() throws IOException {
    for (String name : whatRan()) {
      Files.delete(ran.resolve(name));
    }
  }

  /** Every file of the repository's own with its content. */
  private Map<String, String> repository() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(clone.tree.resolve(".git"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        all.put(
            clone.tree.relativize(file).toString(),
            Arrays.hashCode(content) + " " + Files.getLastModifiedTime(file));
      }
    }
    return all;
  }

  /** Otherwise this test would hold for a repository that is harmless. */
  @Test
  void gitItselfRunsThem() throws IOException {
    List<String> commands =
        new ArrayList<>(List.of("status", "diff first", "log --show-signature"));
    commands.addAll(List.of("fetch origin", "diff --ext-diff", "commit -q -a -m x"));
    for (String command : commands) {
      List<String> words = new ArrayList<>(List.of("git"));
      words.addAll(List.of(command.split(" ", -1)));
      Shell.run(clone.tree, Map.of(), words.toArray(String[]::new));
    }
    List<String> all = whatRan();
    for (String expected :
        List.of("core.fsmonitor", "filter.evil.process", "gpg.openpgp.program", "remote")) {
      assertTrue(all.contains(expected), () -> expected + " is not among " + all);
    }
  }

  @Test
  void noCommandRunsAnythingOfTheTree() throws IOException {
    Map<String, String> before = repository();
    Files.writeString(
        directory.resolve("change.patch"),
        """
        From: A <a@example.org>
        Subject: [PATCH] fs: add one

        diff --git a/fs/added.c b/fs/added.c
        new file mode 100644
        --- /dev/null
        +++ b/fs/added.c
        @@ -0,0 +1 @@
        +int added;
        """);
    List<List<String>> commands =
        List.of(
            List.of("check", "--patch", "../change.patch"),
            List.of("check", "--patch", "../change.patch", "--format", "reply"),
            List.of("check", "--rev", "first", "--patch", "../change.patch"),
            List.of("check", "--since", "first"),
            List.of("check", "--since", "first", "--rev", "second"),
            List.of("check", "first"),
            List.of("baseline", "write", "../base.json"),
            List.of("sites"),
            List.of("stats"),
            List.of("history", "first..second"),
            List.of("diff", "first", "second"),
            List.of("patch", "--output", "../patches"),
            List.of("patch", "--stdout"));
    for (List<String> command : commands) {
      CommandRun run = clone.inside(command.toArray(String[]::new));
      assertTrue(
          run.status() == 0 || run.status() == 1, command + " " + run.status() + " " + run.err());
      assertEquals(List.of(), whatRan(), command.toString());
      assertEquals(before, repository(), command.toString());
    }
  }

  @Test
  void changesAreAppliedWithoutGitsHelp() throws IOException {
    Map<String, String> before = repository();
    CommandRun refused = clone.inside("patch", "--apply");
    assertEquals(2, refused.status(), refused.err());
    assertTrue(refused.err().contains("has changes already"), refused.err());
    clone.edit("fs/mpage.c", "/* third */", "/* second */");
    String committed = clone.read("fs/mpage.c");
    CommandRun run = clone.inside("patch", "--apply");
    assertEquals(0, run.status(), run.err());
    assertFalse(clone.read("fs/mpage.c").equals(committed), run.err());
    assertEquals(List.of(), whatRan());
    assertEquals(before, repository());
  }

  @Test
  void whatIsMissingIsNotFetched() throws IOException {
    String blob = clone.git("rev-parse", "first:fs/mpage.c").strip();
    Files.delete(
        clone.tree.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
    removeWhatRan();
    for (List<String> command :
        List.of(
            List.of("check", "first"),
            List.of("check", "--since", "first"),
            List.of("history", "first..second"),
            List.of("diff", "first", "second"))) {
      CommandRun run = clone.inside(command.toArray(String[]::new));
      assertTrue(run.status() >= 2, command + " " + run.status() + " " + run.out());
      assertEquals(List.of(), whatRan(), command.toString());
    }
  }

  @Test
  void aScriptOfTheTreeIsRunOnRequestAlone() throws IOException {
    assertTrue(Shell.has("perl"), "perl");
    CommandRun run = clone.inside("patch", "--stdout");
    assertEquals(0, run.status(), run.err());
    assertEquals(List.of(), whatRan());
    clone.inside("patch", "--stdout", "--maintainers", "script");
    assertEquals(List.of("get_maintainer"), whatRan());
  }
}
