package org.gfpaudit.testdata.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text for people at the top of the repository, so that what they copy is what the tests run. */
public enum Document {
  README,
  MANUAL,
  GUIDES,
  ARCHITECTURE,
  CONTRIBUTING,
  EXPERIMENTS;

  private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

  /** Where it lies. */
  public Path file() {
    return Testdata.directory().resolveSibling(name() + ".md");
  }

  public String text() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one YAML example of it that holds {@code phrase}. */
  public String yaml(String phrase) {
    List<String> found =
        YAML.matcher(text())
            .results()
            .map((MatchResult block) -> block.group(1))
            .filter(block -> block.contains(phrase))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " examples of " + name() + " hold " + phrase);
    }
    return found.get(0);
  }
}
