package org.gfpaudit.testdata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Testdata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tests of the page have in common: one browser, a page of it for each test, and the page of
 * the minikernel with every rule, fixes and a baseline. Each test ends with a look at what the
 * browser has asked for and complained of: at nothing but the file, and of nothing.
 */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
  /** The finding that README.md shows. */
  static final String HARBOR = "G68cfd0ba";

  private @Nullable Chromium chromium;

  /** Of the class. */
  Path directory;

  Path page;
  DevTools tools;

  @BeforeAll
  void startTheBrowser(@TempDir Path place) throws IOException, InterruptedException {
    directory = place;
    page = directory.resolve("page.html");
    assumeTrue(Chromium.isInstalled(), "Chromium is not installed");
    chromium = Chromium.start(directory.resolve("profile"));
    Path root = Testdata.directory().resolveSibling(".").normalize();
    Path old = directory.resolve("old.json");
    run(root, "fs/pebble", "--format", "json", "-o", old.toString());
    run(
        root,
        "--fixes",
        "--baseline",
        old.toString(),
        "-o",
        page.toString(),
        "--source-url",
        "elixir");
  }

  private static void run(Path root, String... more) {
    List<String> words =
        new ArrayList<>(List.of("check", "--tree", "testdata/minikernel", "-Wall", "--no-cache"));
    words.addAll(List.of(more));
    CommandRun run = CommandRun.of(root, words);
    assertTrue(run.status() < 2, run.err());
  }

  @AfterAll
  void endTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void makeAPage() throws InterruptedException {
    tools = Objects.requireNonNull(chromium).newPage();
    tools.resize(1200, 900);
  }

  @AfterEach
  void nothingWasAskedForOrComplainedOf() throws InterruptedException {
    List<String> others =
        tools.requests().stream()
            .filter(url -> !url.startsWith("file:///") && !url.equals("about:blank"))
            .toList();
    List<String> complaints = tools.complaints();
    tools.close();
    assertEquals(List.of(), others);
    assertEquals(List.of(), complaints);
  }

  /** A page of our own making. */
  Path written(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /** The ids of the findings that are seen, from top to bottom. */
  List<String> shown() throws InterruptedException {
    return tools.texts(
        "Array.from(document.querySelectorAll('.finding')).filter((e) => e.offsetHeight > 0)"
            + ".map((e) => e.id)");
  }

  String text(String expression) throws InterruptedException {
    return tools.evaluate(expression).asText();
  }

  boolean holds(String expression) throws InterruptedException {
    return tools.evaluate("!!(" + expression + ")").asBoolean();
  }

  String hash() throws InterruptedException {
    return text("location.hash");
  }

  /** The id of the finding or the row that has the focus. */
  String focused() throws InterruptedException {
    return text("(document.activeElement.closest('.finding') || document.activeElement).id");
  }
}
