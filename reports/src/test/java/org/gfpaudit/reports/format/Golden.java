package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected outputs in {@code testdata/reports/NAME.golden}. {@code -Dtestdata.update=true} rewrites
 * them; the difference is then for review.
 */
public final class Golden {
  private Golden() {}

  /** A page without its style sheet, its script and their hashes, which have files of their own. */
  private static String withoutCode(String text) {
    return text.replaceAll("(?s)(<(style|script)>).*?(</\\2>)", "$1$3")
        .replaceAll("sha256-[^']*", "sha256-");
  }

  /** Asserts that {@code text} is the golden file's content. */
  public static void assertMatches(String name, String text) {
    String actual = text.startsWith("<!DOCTYPE html>") ? withoutCode(text) : text;
    Path directory = Path.of(System.getProperty("gfpaudit.testdata", "../testdata"), "reports");
    Path file = directory.resolve(name + ".golden");
    try {
      if (Boolean.getBoolean("testdata.update")) {
        Files.createDirectories(directory);
        Files.writeString(file, actual);
      }
      assertEquals(Files.readString(file), actual, file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
