package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
  @TempDir Path directory;
  private Invocation gfpaudit;

  @BeforeEach
  void makeTree() {
    gfpaudit = new Invocation(directory);
  }

  private String written(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void formatsAndFilesPairInEitherOrder() throws IOException {
    assertEquals(
        1,
        gfpaudit.run(
            "check",
            "--tree",
            "linux",
            "--format",
            "text",
            "--format",
            "json",
            "--output",
            "a.json",
            "--output",
            "b.txt",
            "--format",
            "gcc"));
    assertTrue(gfpaudit.out.contains("linux 6.1.7: 1 error"), gfpaudit.out);
    assertTrue(written("a.json").startsWith("{"));
    assertTrue(written("b.txt").contains("[-Whardcoded]"));
    assertEquals(List.of("a.json", "b.txt", "linux"), names());
  }

  @Test
  void withAFileAloneStandardOutputStaysEmpty() throws IOException {
    gfpaudit.run("check", "--tree", "linux", "-o", "a.txt", "--color", "always");
    assertEquals("", gfpaudit.out);
    assertFalse(written("a.txt").contains("\033"), "files get no colours");
  }

  @Test
  void aDashIsStandardOutput() {
    gfpaudit.run("check", "--tree", "linux", "--format", "gcc", "--output", "-");
    assertTrue(gfpaudit.out.contains("[-Whardcoded]"));
  }

  @Test
  void anOlderFileIsReplacedWhole() throws IOException {
    gfpaudit.file("a.csv", "old ".repeat(10_000));
    gfpaudit.run("sites", "--tree", "linux", "--format", "csv", "-o", "a.csv");
    assertTrue(written("a.csv").startsWith("kind,file"));
    assertEquals(3, written("a.csv").lines().count());
  }

  @Test
  void anOlderFileIsKeptWhenRenderingFails() throws IOException, UsageException {
    gfpaudit.file("a.csv", "old");
    OutputFile file = OutputFile.at(directory, "a.csv");
    assertThrows(
        IOException.class,
        () ->
            file.write(
                out -> {
                  out.write("half a");
                  throw new IOException("no space left");
                }));
    assertThrows(
        IllegalStateException.class,
        () ->
            file.write(
                out -> {
                  out.write("half a");
                  throw new IllegalStateException();
                }));
    assertEquals("old", written("a.csv"));
    assertEquals(List.of("a.csv", "linux"), names());
  }

  @Test
  void aLinkKeepsPointingToTheReplacedFile() throws IOException {
    gfpaudit.file("real.csv", "old");
    Files.createSymbolicLink(directory.resolve("link.csv"), directory.resolve("real.csv"));
    gfpaudit.run("sites", "--tree", "linux", "--format", "csv", "-o", "link.csv");
    assertTrue(Files.isSymbolicLink(directory.resolve("link.csv")));
    assertTrue(written("real.csv").startsWith("kind,"));
  }

  @Test
  void aDeviceIsWrittenAsItIs() {
    assertEquals(0, gfpaudit.run("sites", "--tree", "linux", "--format", "csv", "-o", "/dev/null"));
    assertTrue(Files.exists(Path.of("/dev/null")) && !Files.isRegularFile(Path.of("/dev/null")));
  }

  @Test
  void theSameCommandWritesTheSameBytes() {
    gfpaudit.run("sites", "--tree", "linux", "--format", "json");
    String first = gfpaudit.out;
    gfpaudit.run("sites", "--tree", "linux", "--format", "json");
    assertEquals(first, gfpaudit.out);
  }

  @Test
  void twoReportsNeverGoToOneFile() throws IOException {
    Files.createDirectory(directory.resolve("sub"));
    Files.createSymbolicLink(directory.resolve("way"), directory.resolve("sub"));
    for (String other : List.of("./sub/../sub/a.txt", "way/a.txt")) {
      assertEquals(
          2,
          gfpaudit.run(
              "check", "--tree", "linux", "-o", "sub/a.txt", "--format", "json", "-o", other));
      assertTrue(gfpaudit.err.contains("two reports go to one file: '" + other + "'"), other);
      assertFalse(Files.exists(directory.resolve("sub/a.txt")));
    }
  }

  @Test
  void aReadOnlyFileIsNotReplaced() throws IOException {
    gfpaudit.file("a.csv", "kept");
    Files.setPosixFilePermissions(
        directory.resolve("a.csv"), PosixFilePermissions.fromString("r--r--r--"));
    assertEquals(2, gfpaudit.run("sites", "--tree", "linux", "--format", "csv", "-o", "a.csv"));
    assertTrue(gfpaudit.err.contains("cannot write 'a.csv': the file is read-only"), gfpaudit.err);
    assertEquals("kept", written("a.csv"));
  }

  @Test
  void aDraftNeverTakesTheNameOfAFile() throws IOException {
    gfpaudit.file(".a.c.tmp", "tracked");
    gfpaudit.file("a.c", "before");
    PatchDirectory.replace(directory.resolve("a.c"), new byte[] {'x'});
    assertEquals("x", written("a.c"));
    assertEquals("tracked", written(".a.c.tmp"));
    assertEquals(List.of(".a.c.tmp", "a.c", "linux"), names());
  }
}
