package org.gfpaudit.testdata.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * A program in a terminal of its own, as somebody sits before it: keys go in, and what stands on
 * the screen can be read. The terminal is tmux.
 */
public final class Terminal implements AutoCloseable {
  private static final String SOCKET = "tmux";

  private final Path where;

  private Terminal(Path where) {
    this.where = where;
  }

  /** Ends the test as skipped, with the reason, where tmux or one of the programs is missing. */
  public static void require(String... programs) {
    Assumptions.assumeTrue(
        Shell.run(Path.of("").toAbsolutePath(), Map.of(), "tmux", "-V").status() == 0,
        "there is no tmux, so nothing is tried in a terminal");
    for (String program : programs) {
      Assumptions.assumeTrue(Shell.has(program), "there is no " + program);
    }
  }

  /**
   * Starts a program.
   *
   * @param where an empty directory that the terminal may use
   * @param directory the program's working directory
   */
  public static Terminal of(
      Path where, Path directory, Map<String, String> environment, String... command) {
    Terminal terminal = new Terminal(where);
    List<String> words =
        new ArrayList<>(
            List.of("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "40", "-c"));
    words.add(directory.toString());
    words.add("env");
    words.add("TERM=screen");
    environment.forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(List.of(command));
    terminal.tmux(words.toArray(String[]::new));
    return terminal;
  }

  /** Types text as it stands. */
  public void type(String text) {
    tmux("send-keys", "-l", text);
  }

  /** Presses keys by their names, such as {@code Tab} and {@code C-u}. */
  public void press(String... keys) {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    tmux(words.toArray(String[]::new));
  }

  /** What the screen shows, without blanks at the ends of lines. */
  public String screen() {
    return tmux("capture-pane", "-p").stripTrailing();
  }

  /** Waits until a text is on the screen and returns all that is; the test's own limit ends it. */
  public String waitFor(String text) {
    String screen = screen();
    while (!screen.contains(text)) {
      if (Thread.interrupted()) {
        throw new AssertionError("'" + text + "' never came:\n" + screen);
      }
      screen = screen();
    }
    return screen;
  }

  private String tmux(String... words) {
    List<String> command = new ArrayList<>(List.of("tmux", "-S", where.resolve(SOCKET).toString()));
    command.addAll(List.of(words));
    Shell.Outcome outcome =
        Shell.run(where, Map.of("LC_ALL", "C.UTF-8"), command.toArray(String[]::new));
    if (outcome.status() != 0) {
      throw new AssertionError(command + ": " + outcome.output());
    }
    return outcome.output();
  }

  @Override
  public void close() {
    Shell.run(where, Map.of(), "tmux", "-S", where.resolve(SOCKET).toString(), "kill-server");
  }
}
