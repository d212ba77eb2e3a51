package org.gfpaudit.testdata.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gfpaudit.testdata.harness.Shell;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manual pages as man shows them. */
@Tag("integration")
class ManualPagesTest {
  private static final Path MAN =
      Testdata.directory().resolveSibling("analyzer/target/gfpaudit/share/man");

  @BeforeEach
  void needMan() {
    assumeTrue(Shell.has("man"), "there is no man");
    assumeTrue(Files.isDirectory(MAN.resolve("man5")), "the build has not made the pages");
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String section : List.of("man1", "man5")) {
      try (Stream<Path> files = Files.list(MAN.resolve(section))) {
        pages.addAll(files.sorted().toList());
      }
    }
    return pages;
  }

  private static Shell.Outcome shown(Path page) {
    return Shell.run(
        MAN,
        Map.of("LC_ALL", "C.UTF-8", "MANWIDTH", "80", "MAN_KEEP_FORMATTING", ""),
        "man",
        "--warnings",
        "-P",
        "cat",
        "-l",
        page.toString());
  }

  @Test
  void everyPageIsShownWithoutAWarning() throws IOException {
    assertTrue(pages().size() >= 16, pages().toString());
    for (Path page : pages()) {
      Shell.Outcome outcome = shown(page);
      assertEquals(0, outcome.status(), outcome.output());
      assertTrue(outcome.output().contains("\nNAME\n"), page + "\n" + outcome.output());
      outcome
          .output()
          .lines()
          .forEach(
              line -> {
                assertTrue(!line.contains("warning:"), page + ": " + line);
                assertTrue(!line.contains("{revnumber}"), page + ": " + line);
              });
    }
  }

  @Test
  void aPageOfACommandHasEverySection() throws IOException {
    for (Path page : pages()) {
      if (page.toString().endsWith(".1")) {
        String text = shown(page).output();
        for (String section :
            List.of("EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "SEE ALSO")) {
          boolean isThere = text.contains("\n" + section + "\n");
          // The page of the program itself has no examples: its commands have.
          boolean isExempt = section.equals("EXAMPLES") && page.endsWith("gfpaudit.1");
          assertTrue(isThere || isExempt, page + " lacks " + section);
        }
      }
    }
  }

  @Test
  void exampleCommandsAreNotBroken() {
    String text = shown(MAN.resolve("man1/gfpaudit_check.1")).output();
    assertTrue(
        text.contains(
            "  gfpaudit check fs/ext4 --since origin/master --format sarif -o out.sarif\n"),
        text);
  }

  @Test
  void theScriptHasItsOwnPage() {
    assertTrue(
        shown(MAN.resolve("man1/gfpaudit-check.1")).output().contains("CHECK=gfpaudit-check"));
    assertTrue(shown(MAN.resolve("man1/gfpaudit_check.1")).output().contains("--baseline=FILE"));
  }
}
