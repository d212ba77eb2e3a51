package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command may know about the process it runs in.
 *
 * @param workingDirectory absolute
 * @param environment the environment's variables
 */
public record Surroundings(
    Path workingDirectory,
    boolean isOutTerminal,
    boolean isErrTerminal,
    Map<String, String> environment) {

  private static final int OUT = 1;
  private static final int ERR = 2;
  private static final int USUAL_COLUMNS = 80;
  private static final int LEAST_COLUMNS = 60;
  private static final int MOST_COLUMNS = 200;

  /** Those of this process. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        Path.of("").toAbsolutePath(), isTerminal(OUT), isTerminal(ERR), System.getenv());
  }

  /** Whether colours are welcome on standard output if the user does not say. */
  boolean isColorWelcome() {
    return isOutTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /**
   * How many columns a screen has, for what is laid out for one: as COLUMNS says, within what can
   * be read, or else 80.
   */
  int columns() {
    String given = environment.getOrDefault("COLUMNS", "");
    return given.matches("[1-9]\\d{0,5}")
        ? Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, Integer.parseInt(given)))
        : USUAL_COLUMNS;
  }

  /**
   * Whether a file descriptor is a terminal. {@code System.console()} cannot say: it is null as
   * soon as either of input and output is redirected, and knows nothing of standard error.
   */
  @SuppressWarnings("SystemConsoleNull") // Where there is no /proc it is the best guess.
  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }
}
