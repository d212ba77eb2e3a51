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

  /** Asserts that {@code actual} is the golden file's content. */
  public static void assertMatches(String name, String actual) {
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
