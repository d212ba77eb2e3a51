package org.gfpaudit.testdata.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples of README.md, so that what people copy is what the tests run. */
public final class Readme {
  private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

  private Readme() {}

  public static String text() {
    try {
      return Files.readString(Testdata.directory().resolveSibling("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one YAML example that holds {@code phrase}. */
  public static String yaml(String phrase) {
    List<String> found =
        YAML.matcher(text())
            .results()
            .map((MatchResult block) -> block.group(1))
            .filter(block -> block.contains(phrase))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " examples hold " + phrase);
    }
    return found.get(0);
  }
}
