package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final int SCREEN_LINES = 40;

  @TempDir Path directory;
  private Invocation gfpaudit;

  @BeforeEach
  void makeTree() {
    gfpaudit = new Invocation(directory);
  }

  @Test
  void findingsMakeStatusOne() {
    assertEquals(1, gfpaudit.run("check", "--tree", "linux"));
    assertTrue(gfpaudit.out.startsWith("fs/a.c:3:2: error: GFP_KERNEL reaches"), gfpaudit.out);
    assertTrue(gfpaudit.out.contains("^~~~~~~~~~~~~~~~~          ~~~~~~~~~~"), gfpaudit.out);
    assertEquals("", gfpaudit.err);
  }

  @ParameterizedTest
  @CsvSource({
    "error, error, 1", "error, warning, 0", "error, note, 0",
    "warning, warning, 1", "warning, note, 0", "note, note, 1",
    "never, error, 0",
  })
  void failOnSetsTheLeastLevel(String failOn, String level, int status) {
    gfpaudit.level = Level.valueOf(level.toUpperCase(Locale.ROOT));
    assertEquals(status, gfpaudit.run("check", "--tree", "linux", "--fail-on", failOn));
  }

  @Test
  void warningIsTheLeastLevelByDefault() {
    gfpaudit.level = Level.NOTE;
    assertEquals(0, gfpaudit.run("check", "--tree", "linux"));
  }

  @Test
  void aNoteIsCountedAndFailsButIsNotShown() {
    gfpaudit.level = Level.NOTE;
    assertEquals(1, gfpaudit.run("check", "--tree", "linux", "--fail-on", "note"));
    assertFalse(gfpaudit.out.contains("GFP_KERNEL reaches"), gfpaudit.out);
    assertTrue(gfpaudit.out.contains("1 note is not shown: -v or --level note"), gfpaudit.out);
    gfpaudit.run("check", "--tree", "linux", "-v");
    assertTrue(gfpaudit.out.contains("GFP_KERNEL reaches"), gfpaudit.out);
  }

  /** Two reports of one run: what is for people leaves notes out, what is for programs does not. */
  @Test
  void eachReportHasItsOwnLevelUnlessOneIsGiven() throws IOException {
    gfpaudit.level = Level.NOTE;
    String[] line = {"check", "--tree", "linux", "--format", "gcc", "-o", "a", "--format", "text"};
    gfpaudit.run(line);
    assertFalse(gfpaudit.out.contains("GFP_KERNEL reaches"), gfpaudit.out);
    assertTrue(Files.readString(directory.resolve("a")).contains("GFP_KERNEL reaches"));
  }

  @Test
  void anIdIsExplainedWhateverItsLevel() {
    gfpaudit.level = Level.NOTE;
    assertEquals(0, gfpaudit.run("explain", "G0000abcd", "--level", "error", "--tree", "linux"));
    assertEquals(2, gfpaudit.run("explain", "linux/fs/a.c:3", "--level", "error"));
    assertEquals(0, gfpaudit.run("explain", "linux/fs/a.c:3", "--level", "note"));
  }

  @Test
  void aSevereProblemMakesStatusThreeAndFindingsAreReportedAllTheSame() {
    gfpaudit.problems = List.of(new Problem("fs/\033x.c", 0, "permission denied", true));
    assertEquals(3, gfpaudit.run("check", "--tree", "linux"));
    assertTrue(gfpaudit.out.contains("GFP_KERNEL reaches"));
    assertTrue(gfpaudit.err.contains("fs/\\x1bx.c: permission denied"), gfpaudit.err);
    assertTrue(gfpaudit.err.contains("the audit is incomplete"), gfpaudit.err);
  }

  @Test
  void aMildProblemDoesNotChangeTheStatus() {
    gfpaudit.problems = List.of(new Problem("fs/x.c", 7, "a link", false));
    assertEquals(1, gfpaudit.run("check", "--tree", "linux"));
    assertEquals("", gfpaudit.err);
  }

  @Test
  void whatWasNotReadIsCounted() {
    gfpaudit.problems =
        List.of(
            Problem.unread("fs/x.c", "a link", "a link, not read", false),
            Problem.unread("fs/y.c", "a link", "a link, not read", false));
    assertEquals(1, gfpaudit.run("check", "--tree", "linux"));
    assertEquals("gfpaudit: not read: 2 (2 a link)", gfpaudit.err.strip());
    gfpaudit.run("check", "--tree", "linux", "--format", "json");
    assertTrue(gfpaudit.out.contains("\"unread\" : \"a link\""), gfpaudit.out);
  }

  @Test
  void anInternalErrorIsOneLineAndItsTraceComesOnRequest() {
    gfpaudit.failure = new IllegalStateException("oops\033");
    assertEquals(3, gfpaudit.run("check", "--tree", "linux"));
    assertEquals(1, gfpaudit.err.lines().count(), gfpaudit.err);
    assertTrue(gfpaudit.err.contains("internal error"), gfpaudit.err);
    assertFalse(gfpaudit.err.contains("\033"));
    assertEquals(3, gfpaudit.run("check", "--tree", "linux", "--debug"));
    assertTrue(gfpaudit.err.contains("at org.gfpaudit"), gfpaudit.err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chek",
        "--tree",
        "check --fromat x",
        "check --format xml",
        "check --format",
        "check --jobs 0",
        "check --jobs x",
        "check --profile 61",
        "check --profile 2.6.32",
        "check --fail-on all",
        "check --level all --tree linux",
        "check -v --level error --tree linux",
        "explain fs/a.c:3 --level never --tree linux",
        "history v1..v2 --level bad --tree linux",
        "patch --level all --tree linux",
        "sites --level warnings --tree linux",
        "check --color red",
        "check /nope",
        "check --tree nope",
        "check --tree linux nope.c",
        "check --tree linux/README",
        "check --tree linux/fs",
        "check --tree linux --format text --format gcc",
        "check --tree linux -o nope/x.txt",
        "check --tree linux -o linux",
        "sites --verdict bad --tree linux",
        "sites --format text",
        "explain",
        "explain x",
        "explain G0000abcd fs/a.c",
        "rules none",
        "stats --format gcc",
        "check --tree linux ..",
        "check --tree linux --output a --output a"
      })
  void usageErrorsSayWhatToDoAndAuditNothing(String line) {
    assertEquals(2, gfpaudit.run(line.isEmpty() ? new String[0] : line.split(" ")));
    assertEquals("", gfpaudit.out);
    assertFalse(gfpaudit.err.isBlank());
    assertEquals(List.of(), gfpaudit.requests);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chek | did you mean check?",
        "check --fromat x | did you mean --format?",
        "check --format jsn | did you mean json?",
        "check --format xml | text, gcc, gcc-brief, json",
        "sites --verdict hardcoded-nosf --tree linux | did you mean hardcoded-nofs?",
        "check --profile 2.6.32 | older than",
        "check --tree linux/fs | the tree it lies in is",
        "check | looked for a Makefile",
        "check --tree linux nope.c | no such file or directory: 'nope.c'",
        "check --tree linux .. | not inside the tree",
        "explain fs/a.c:1 --tree linux | line 3",
        "sites --level warnings --tree linux | did you mean warning?",
        "explain G99999999 --tree linux | no finding G99999999",
        "explain G9999 --tree linux | no finding G9999...",
        "explain nothing --tree linux | in a function nothing()",
        "check --tree linux -o a.csv | give --format text, gcc",
        "sites --tree linux -o r.html | give --format table, csv or json",
        "diff linux/fs/a.c linux/fs/a.c | 'gfpaudit check --format json'",
      })
  void messagesHelp(String line, String help) {
    assertEquals(2, gfpaudit.run(line.split(" ")));
    assertTrue(gfpaudit.err.contains(help), gfpaudit.err);
    assertEquals(1, gfpaudit.err.lines().count(), gfpaudit.err);
  }

  @Test
  void anEmptyTreeIsSaid() throws IOException {
    gfpaudit.file("bare/Makefile", "VERSION = 6\nPATCHLEVEL = 1\n");
    gfpaudit.file("bare/fs/README", "");
    assertEquals(2, gfpaudit.run("check", "--tree", "bare"));
    assertTrue(gfpaudit.err.contains("nothing to audit"), gfpaudit.err);
  }

  @Test
  void anEmptyNameIsNoPath() {
    for (String command : List.of("check", "sites")) {
      assertEquals(2, gfpaudit.run(command, "--tree", "linux", ""));
      assertTrue(gfpaudit.err.contains("the name of a file or directory is empty"), gfpaudit.err);
    }
    assertEquals(List.of(), gfpaudit.requests);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "baseline",
        "check",
        "diff",
        "explain",
        "graph",
        "history",
        "patch",
        "rules",
        "sites",
        "stats"
      })
  void helpFitsAScreenAndHasExamples(String command) {
    int status = command.isEmpty() ? gfpaudit.run("--help") : gfpaudit.run(command, "--help");
    assertEquals(0, status);
    assertTrue(gfpaudit.out.lines().count() <= SCREEN_LINES, gfpaudit.out);
    assertTrue(gfpaudit.out.lines().allMatch(line -> line.length() <= 80), gfpaudit.out);
    assertTrue(gfpaudit.out.contains("Examples:\n  gfpaudit "), gfpaudit.out);
    assertTrue(gfpaudit.out.contains("Exit status:"), gfpaudit.out);
    String again = gfpaudit.out;
    assertEquals(0, command.isEmpty() ? gfpaudit.run("help") : gfpaudit.run("help", command));
    assertEquals(again, gfpaudit.out);
  }

  @Test
  void version() {
    assertEquals(0, gfpaudit.run("--version"));
    assertTrue(gfpaudit.out.matches("gfpaudit \\S+( \\([0-9a-f]+(-dirty)?\\))?\n"), gfpaudit.out);
  }

  @Test
  void aClosedPipeIsNoError() {
    gfpaudit.standardOutput =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertEquals(1, gfpaudit.run("check", "--tree", "linux"));
    assertEquals("", gfpaudit.err);
    assertEquals(0, gfpaudit.run("sites", "--tree", "linux", "--format", "csv"));
    assertEquals("", gfpaudit.err);
  }

  @Test
  void colorsAndProgressAreForTerminalsOnly() {
    gfpaudit.run("check", "--tree", "linux");
    assertFalse(gfpaudit.out.contains("\033"));
    assertEquals("", gfpaudit.err);
    gfpaudit.isTerminal = true;
    gfpaudit.run("check", "--tree", "linux");
    assertTrue(gfpaudit.out.contains("\033["));
    assertTrue(gfpaudit.err.contains("scan 1/2 (50 %)"), gfpaudit.err);
    assertTrue(gfpaudit.err.endsWith("\r\033[K"), "the progress line is taken away");
    gfpaudit.run("check", "--tree", "linux", "--color", "never");
    assertFalse(gfpaudit.out.contains("\033"));
    gfpaudit.environment.put("NO_COLOR", "1");
    gfpaudit.run("check", "--tree", "linux");
    assertFalse(gfpaudit.out.contains("\033"));
    gfpaudit.isTerminal = false;
    gfpaudit.run("check", "--tree", "linux", "--color", "always");
    assertTrue(gfpaudit.out.contains("\033["));
  }

  @Test
  void sitesCanBeNarrowedToVerdicts() {
    assertEquals(0, gfpaudit.run("sites", "--tree", "linux", "--format", "csv"));
    assertEquals(3, gfpaudit.out.lines().count());
    gfpaudit.run("sites", "--tree", "linux", "--format", "csv", "--verdict", "derived,unknown");
    assertEquals(2, gfpaudit.out.lines().count());
    assertTrue(gfpaudit.out.contains("site,mm/b.c,1,1,"), gfpaudit.out);
  }

  @Test
  void explainTakesAnIdOrAPlace() {
    assertEquals(0, gfpaudit.run("explain", "g0000ABCD", "--tree", "linux"));
    assertTrue(gfpaudit.out.startsWith("fs/a.c:3:2: site in f"), gfpaudit.out);
    String byId = gfpaudit.out;
    assertEquals(0, gfpaudit.run("explain", "linux/fs/a.c:3"));
    assertEquals(byId, gfpaudit.out);
    assertEquals(0, gfpaudit.run("explain", "fs/a.c:3:2", "--tree", "linux"));
    assertEquals(byId, gfpaudit.out);
  }

  @Test
  void rulesAreListedAndShown() {
    assertEquals(0, gfpaudit.run("rules"));
    assertTrue(gfpaudit.out.lines().anyMatch(line -> line.startsWith("hardcoded-nofs ")));
    assertEquals(0, gfpaudit.run("rules", "hardcoded"));
    assertTrue(gfpaudit.out.startsWith("hardcoded: "), gfpaudit.out);
  }

  @Test
  void statsShowTheCostsOrTheCoverage() {
    assertEquals(0, gfpaudit.run("stats", "--tree", "linux"));
    assertTrue(gfpaudit.out.contains("scan"), gfpaudit.out);
    assertEquals(0, gfpaudit.run("stats", "--tree", "linux", "--parse-all", "fs"));
    assertTrue(gfpaudit.out.contains("1000 functions, 999 parsed clean (99.900 %)"), gfpaudit.out);
    assertTrue(gfpaudit.out.startsWith("linux 6.1.7\n"), gfpaudit.out);
    assertEquals(List.of("fs"), gfpaudit.requests.get(1).selection().paths());
  }
}
