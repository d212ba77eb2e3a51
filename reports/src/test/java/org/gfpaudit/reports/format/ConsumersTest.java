package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.gfpaudit.reports.checkstyle.CheckstyleReport;
import org.gfpaudit.reports.gcc.GccReport;
import org.gfpaudit.reports.gitlab.GitlabReport;
import org.gfpaudit.reports.junit.JunitReport;
import org.gfpaudit.reports.sarif.SarifReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.bjurr.violations.lib.ViolationsApi;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;

/** The reports read back by a program that CI servers read them with. */
class ConsumersTest {
  @TempDir Path directory;

  /** What the program understands, as {@code "line rule severity"}. */
  private List<String> read(Parser parser, String report) throws IOException {
    Files.writeString(directory.resolve("report"), report);
    return ViolationsApi.violationsApi()
        .withViolationsLogger(new Complaints())
        .withPattern(".*report$")
        .inFolder(directory.toString())
        .findAll(parser)
        .violations()
        .stream()
        .map(ConsumersTest::shown)
        .sorted()
        .toList();
  }

  private static String shown(Violation violation) {
    return violation.getStartLine() + " " + violation.getRule() + " " + violation.getSeverity();
  }

  /** Fails where the program could not read something. */
  private static final class Complaints implements ViolationsLogger {
    @Override
    public void log(Level level, String text) {
      assertTrue(level.intValue() < Level.WARNING.intValue(), text);
    }

    @Override
    public void log(Level level, String text, Throwable failure) {
      throw new AssertionError(text, failure);
    }
  }

  @Test
  void checkstyle() throws IOException {
    assertEquals(
        List.of("1 gfpaudit.unknown INFO", "6 gfpaudit.hardcoded ERROR"),
        read(Parser.CHECKSTYLE, Reviews.report(new CheckstyleReport())));
  }

  @Test
  void gitlab() throws IOException {
    assertEquals(
        List.of("1 unknown INFO", "6 hardcoded ERROR"),
        read(Parser.CODECLIMATE, Reviews.report(new GitlabReport())));
  }

  @Test
  void junit() throws IOException {
    List<String> failures =
        read(
            Parser.JUNIT,
            Reviews.report(new JunitReport(Optional.of(org.gfpaudit.rules.finding.Level.WARNING))));
    assertEquals(1, failures.size(), failures.toString());
    assertTrue(failures.get(0).endsWith(" ERROR"), failures.toString());
  }

  @Test
  void sarif() throws IOException {
    List<String> read =
        read(
            Parser.SARIF,
            Reviews.report(new SarifReport("1", Samples.sources(), Optional.empty())));
    assertTrue(read.contains("6 hardcoded ERROR"), read.toString());
  }

  @Test
  void gcc() throws IOException {
    List<String> read =
        read(Parser.CLANG, Samples.findings(new GccReport(name -> name, /* hasNotes= */ true)));
    assertTrue(read.stream().anyMatch(line -> line.startsWith("6 ")), read.toString());
  }
}
