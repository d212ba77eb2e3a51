package org.gfpaudit.testdata.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.cli.Main;
import org.gfpaudit.analyzer.cli.Surroundings;

/**
 * One command, run in this process, with neither stream a terminal.
 *
 * @param status the exit status
 */
public record CommandRun(int status, String out, String err) {

  /** Runs {@code arguments} in an absolute working directory. */
  public static CommandRun of(Path workingDirectory, List<String> arguments) {
    return of(workingDirectory, arguments, Map.of());
  }

  /** Runs {@code arguments} in an absolute working directory and an environment. */
  public static CommandRun of(
      Path workingDirectory, List<String> arguments, Map<String, String> environment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(workingDirectory.toAbsolutePath(), false, false, environment);
    int status = new Main(out, err, surroundings).run(arguments.toArray(new String[0]));
    return new CommandRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
