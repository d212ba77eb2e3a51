package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gfpaudit.testdata.harness.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command that README.md and MANUAL.md show with its output, and compares the output.
 * {@code -Dtestdata.update=true} rewrites it.
 */
class TranscriptsTest {
  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> everyOutputIsTrue() throws IOException {
    Stream<DynamicTest> tests = Stream.of();
    for (Document document : List.of(Document.README, Document.MANUAL, Document.GUIDES)) {
      if (Boolean.getBoolean("testdata.update")) {
        String now =
            Transcript.withOutputs(document.text(), command -> Transcript.run(command, temporary));
        Files.writeString(document.file(), now);
      }
      List<Transcript> found = Transcript.in(document.text());
      assertFalse(found.isEmpty(), document + " shows no output");
      tests = Stream.concat(tests, found.stream().map(each -> test(document, each)));
    }
    return tests;
  }

  private DynamicTest test(Document document, Transcript shown) {
    return DynamicTest.dynamicTest(
        document + ": " + shown.command(),
        () ->
            assertEquals(
                shown.output(),
                Transcript.run(shown.command(), temporary),
                "line " + shown.line() + "; rewrite it with -Dtestdata.update=true"));
  }

  @Test
  void aBlockHoldsCommandsAndTheirOutputs() {
    String text = "$ no\n```console\n$ a\nb\n\n$ c\n```\nd\n```\n$ e\n```\n";
    assertEquals(
        List.of(new Transcript(3, "a", "b\n\n"), new Transcript(6, "c", "")), Transcript.in(text));
    assertEquals(
        "$ no\n```console\n$ a\na!\n$ c\nc!\n```\nd\n```\n$ e\n```\n",
        Transcript.withOutputs(text, command -> command + "!\n"));
    assertThrows(IllegalArgumentException.class, () -> Transcript.in("```console\nb\n```\n"));
  }

  @Test
  void onlyTheProgramIsRun() {
    assertThrows(AssertionError.class, () -> Transcript.run("git log", temporary));
    assertThrows(AssertionError.class, () -> Transcript.run("gfpaudit rules; ls", temporary));
    assertThrows(AssertionError.class, () -> Transcript.run("gfpaudit rules nonsense", temporary));
    assertEquals("unknown\n", Transcript.run("gfpaudit rules | grep -o '^unknown'", temporary));
  }
}
