package org.gfpaudit.testdata.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gfpaudit.testdata.harness.Shell;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build makes for others is installed, run, and removed without a trace. */
@Tag("integration")
class PackagesTest {
  @TempDir Path directory;

  /** The one file that was built last, by the pattern of its name. */
  private static Path built(String pattern) throws IOException {
    Path target = Testdata.directory().resolveSibling("analyzer/target");
    try (Stream<Path> files = Files.list(target)) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().matches(pattern)).toList();
      assumeTrue(!found.isEmpty(), "the build has not made a file " + pattern);
      assertEquals(1, found.size(), found.toString());
      return found.get(0);
    }
  }

  private Shell.Outcome run(Map<String, String> environment, String... command) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("GFPAUDIT_CACHE", directory.resolve("cache").toString());
    all.put("JAVA_HOME", System.getProperty("java.home"));
    return Shell.run(directory, all, command);
  }

  private String good(Map<String, String> environment, String... command) {
    Shell.Outcome outcome = run(environment, command);
    assertEquals(0, outcome.status(), String.join(" ", command) + "\n" + outcome.output());
    return outcome.output();
  }

  /** The files and links below a directory that are there, but for directories. */
  private static List<String> below(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private Path unpacked() throws IOException {
    assumeTrue(Shell.has("tar"), "there is no tar");
    Path archive = built("gfpaudit-[0-9].*\\.tar\\.gz");
    good(Map.of(), "tar", "-xzf", archive.toString());
    String name = archive.getFileName().toString().replace(".tar.gz", "");
    return directory.resolve(name);
  }

  @Test
  void theArchiveIsInstalledAndRemoved() throws IOException {
    Path home = unpacked();
    Path prefix = directory.resolve("prefix");
    String script = home.resolve("install.sh").toString();
    Map<String, String> where = Map.of("PREFIX", prefix.toString());
    good(where, script);
    String program = prefix.resolve("bin/gfpaudit").toString();
    assertTrue(good(Map.of(), program, "--version").startsWith("gfpaudit "));
    assertTrue(Files.exists(prefix.resolve("lib/gfpaudit/lib/gfpaudit.jsa")));
    String minikernel = Testdata.directory().resolve("minikernel").toString();
    assertEquals(1, run(Map.of(), program, "check", "--tree", minikernel).status());
    Shell.Outcome unable = run(Map.of("GFPAUDIT_JAVA_OPTIONS", "-Xnone"), program, "rules");
    assertEquals(3, unable.status(), "1 would mean findings");
    assertTrue(unable.output().endsWith("with GFPAUDIT_JAVA_OPTIONS='-Xnone'\n"), unable.output());
    assertEquals(0, run(Map.of("GFPAUDIT_JAVA_OPTIONS", "-Xmx1g"), program, "rules").status());
    // All of this runs with LC_ALL=C.
    Path pond = directory.resolve("pond");
    String copy =
        "cp -r \"$1\" \"$2\" && cd \"$2\" && cp fs/mpage.c \"$(printf 'fs/\\303\\251.c')\"";
    good(Map.of(), "sh", "-c", copy, "sh", minikernel, pond.toString());
    String named = "cd \"$2\" && \"$1\" check --format gcc-brief \"$(printf 'fs/\\303\\251.c')\"";
    String found = run(Map.of(), "sh", "-c", named, "sh", program, pond.toString()).output();
    assertTrue(found.startsWith("fs/\u00e9.c:15:7: warning: "), found);
    for (String file :
        List.of(
            "share/man/man1/gfpaudit.1",
            "share/man/man1/gfpaudit-check.1",
            "share/man/man1/gfpaudit_check.1",
            "share/man/man5/gfpaudit.yml.5",
            "share/bash-completion/completions/gfpaudit",
            "share/zsh/site-functions/_gfpaudit",
            "share/fish/vendor_completions.d/gfpaudit.fish",
            "bin/gfpaudit-check")) {
      assertTrue(Files.exists(prefix.resolve(file)), file);
    }
    good(where, script, "--remove");
    assertEquals(List.of(), below(prefix));
  }

  @Test
  void aPackageOfAnotherKindIsBuiltBelowDestdir() throws IOException {
    Path home = unpacked();
    Path root = directory.resolve("root");
    Map<String, String> where = Map.of("DESTDIR", root.toString(), "PREFIX", "/usr");
    String script = home.resolve("install.sh").toString();
    good(where, script);
    assertTrue(Files.isExecutable(root.resolve("usr/lib/gfpaudit/bin/gfpaudit")));
    assertEquals(
        Path.of("../lib/gfpaudit/bin/gfpaudit"),
        Files.readSymbolicLink(root.resolve("usr/bin/gfpaudit")));
    assertFalse(Files.exists(root.resolve("usr/lib/gfpaudit/lib/gfpaudit.jsa")));
    good(where, script, "--remove");
    assertEquals(List.of(), below(root));
    assertEquals(2, run(Map.of("PREFIX", "here"), script).status());
    assertEquals(2, run(Map.of(), script, "--wipe").status());
  }

  @Test
  void theDebianPackageIsInstalledAndRemoved() throws IOException {
    assumeTrue(Shell.has("dpkg"), "there is no dpkg");
    Path deb = built("gfpaudit_.*_all\\.deb");
    Path root = directory.resolve("root");
    Files.createDirectories(root.resolve("var/lib/dpkg/updates"));
    Files.createDirectories(root.resolve("var/lib/dpkg/info"));
    Files.writeString(root.resolve("var/lib/dpkg/status"), "");
    String[] dpkg = {
      "dpkg",
      "--root=" + root,
      "--force-not-root",
      "--force-script-chrootless",
      "--force-depends",
      "--log=/dev/null"
    };
    good(Map.of(), with(dpkg, "-i", deb.toString()));
    String program = root.resolve("usr/bin/gfpaudit").toString();
    assertTrue(good(Map.of(), program, "--version").startsWith("gfpaudit "));
    assertTrue(Files.exists(root.resolve("usr/lib/gfpaudit/lib/gfpaudit.jsa")));
    assertTrue(Files.exists(root.resolve("usr/share/man/man1/gfpaudit.1")));
    assertTrue(good(Map.of(), "dpkg", "--root=" + root, "-s", "gfpaudit").contains("ok installed"));
    good(Map.of(), with(dpkg, "-r", "gfpaudit"));
    assertEquals(List.of(), below(root.resolve("usr")));
  }

  private static String[] with(String[] first, String... rest) {
    return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
  }
}
