package org.gfpaudit.testdata.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gfpaudit.analyzer.cli.Main;

/** Other programs, run as a user runs them, and this one among them. */
public final class Shell {
  /** What of the user's own setting could change a result. */
  private static final Map<String, String> NOBODY =
      Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_SYSTEM", "/dev/null", "LC_ALL", "C");

  private Shell() {}

  /**
   * What a program left behind.
   *
   * @param output both streams in one
   */
  public record Outcome(int status, String output) {}

  /** Whether there is such a program. */
  public static boolean has(String program) {
    return run(Path.of("").toAbsolutePath(), Map.of(), program, "--version").status() == 0;
  }

  /** Runs a program; status -1 if it cannot be started. */
  public static Outcome run(Path where, Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(where.toFile()).redirectErrorStream(true);
    builder.environment().putAll(NOBODY);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (IOException e) {
      return new Outcome(-1, e.toString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** An environment in which the word {@code gfpaudit} runs the program under test. */
  public static Map<String, String> withProgram(Path directory) {
    Path bin = directory.resolve("bin");
    script(
        bin.resolve("gfpaudit"),
        "exec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
            + System.getProperty("java.class.path")
            + "' "
            + Main.class.getName()
            + " \"$@\"\n");
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    return environment;
  }

  /** Writes a shell script that can be run. */
  public static Path script(Path file, String body) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\n" + body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.toFile().setExecutable(true);
    return file;
  }

  /** A file that is shipped beside the program, by its place in the distribution. */
  public static Path shipped(String name) {
    return Testdata.directory().resolveSibling("analyzer/src/main/dist").resolve(name).normalize();
  }
}
