package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gfpaudit.reports.json.JsonBaseline;
import org.gfpaudit.reports.json.MalformedResultException;
import org.gfpaudit.rules.review.Baseline;

/** A file of known findings: a baseline, or a result of {@code check --format json}. */
final class BaselineFile {
  private static final int MOST_BYTES = 64 << 20;

  private BaselineFile() {}

  /**
   * Reads a baseline.
   *
   * @param option who asks, for messages: {@code --baseline}
   */
  static Baseline read(String option, String name, Path directory) throws UsageException {
    Path file = TreePaths.path(directory, name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          option
              + (Files.exists(file) ? " needs a file, '" : ": no such file: '")
              + name
              + "'; 'gfpaudit baseline write FILE' makes one");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new UsageException(option + ": '" + name + "' is too large for a baseline");
      }
      return JsonBaseline.read(name, content);
    } catch (MalformedResultException e) {
      throw new UsageException(option + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException(option + ": cannot read '" + name + "': " + Failures.phrase(e));
    }
  }
}
