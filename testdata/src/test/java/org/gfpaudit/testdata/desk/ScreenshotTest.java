package org.gfpaudit.testdata.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Document;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Test;

/** The picture in README.md is what the program prints. -Dtestdata.update=true makes it anew. */
class ScreenshotTest {
  private static final String COMMAND =
      "gfpaudit check --tree testdata/minikernel fs/harbor/inode.c";
  private static final String PICTURE = "testdata/manual/check.svg";

  @Test
  void thePictureIsTrue() throws IOException {
    Path root = Testdata.directory().resolveSibling(".").normalize();
    List<String> words = new ArrayList<>(List.of(COMMAND.split(" ")).subList(1, 5));
    words.addAll(List.of("--color", "always", "--no-cache"));
    String picture = Screenshot.svg(COMMAND, CommandRun.of(root, words).out());
    Path file = root.resolve(PICTURE);
    if (Boolean.getBoolean("testdata.update")) {
      Files.writeString(file, picture);
    }
    assertEquals(Files.readString(file), picture, "rewrite it with -Dtestdata.update=true");
    assertTrue(Document.README.text().contains("](" + PICTURE + ")"), "README.md shows it");
  }

  @Test
  void textAndColoursAreKept() {
    String picture = Screenshot.svg("a <b>", "x \033[1;31mred & bold\033[0m y\n");
    assertTrue(picture.contains(">x <tspan font-weight=\"bold\" fill=\"#ff7b72\">red &amp; bold"));
    assertTrue(picture.contains(" a &lt;b&gt;</text>"), picture);
    assertThrows(AssertionError.class, () -> Screenshot.svg("a", "\033[7mb\033[0m\n"));
  }
}
