package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.testdata.harness.Shell;
import org.gfpaudit.testdata.harness.Testdata;

/**
 * A command that a document shows with its output, in a block of code that is called {@code
 * console}. In such a block a line that begins with {@code $} and a space is a command, and the
 * lines up to the next one are its whole output.
 *
 * @param line 1-based, of the command
 */
record Transcript(int line, String command, String output) {
  private static final String OPENING = "```console";
  private static final String CLOSING = "```";
  private static final String PROMPT = "$ ";

  /** The program by either of its names, its arguments, and what the shell does with its output. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:gfpaudit|java -jar analyzer/target/gfpaudit\\.jar) ([^|<>&;]*?)"
              + "( 2>/dev/null)?(?: \\| (.+))?");

  /** The commands of a document, in its order. */
  static List<Transcript> in(String text) {
    List<Transcript> found = new ArrayList<>();
    boolean isInside = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!isInside) {
        isInside = line.equals(OPENING);
      } else if (line.equals(CLOSING)) {
        isInside = false;
      } else if (line.startsWith(PROMPT)) {
        found.add(new Transcript(number, line.substring(PROMPT.length()), ""));
      } else if (found.isEmpty()) {
        throw new IllegalArgumentException("line " + number + ": output without a command");
      } else {
        Transcript last = found.remove(found.size() - 1);
        found.add(new Transcript(last.line, last.command, last.output + line + "\n"));
      }
    }
    return found;
  }

  /** The document with the output that {@code run} gives for each command. */
  static String withOutputs(String text, UnaryOperator<String> run) {
    StringBuilder now = new StringBuilder();
    boolean isInside = false;
    for (String line : text.lines().toList()) {
      boolean isCommand = isInside && line.startsWith(PROMPT);
      isInside = isInside ? !line.equals(CLOSING) : line.equals(OPENING);
      if (!isInside || isCommand || line.equals(OPENING)) {
        now.append(line).append('\n');
      }
      if (isCommand) {
        now.append(run.apply(line.substring(PROMPT.length())));
      }
    }
    return now.toString();
  }

  /**
   * What a command prints in the directory of the repository. The program runs in this process, and
   * a shell runs what its output is piped into.
   */
  static String run(String command, Path temporary) {
    Matcher parts = COMMAND.matcher(command);
    assertTrue(parts.matches(), "a test cannot run this: " + command);
    List<String> arguments = List.of(parts.group(1).split(" +"));
    CommandRun run = CommandRun.of(Testdata.directory().resolveSibling(""), arguments);
    assertTrue(run.status() == 0 || run.status() == 1, command + ": " + run.err());
    if (parts.group(2) == null) {
      assertEquals("", run.err(), command + " says nothing that the document does not show");
    }
    return parts.group(3) == null ? run.out() : piped(run.out(), parts.group(3), temporary);
  }

  private static String piped(String text, String filter, Path temporary) {
    try {
      Files.writeString(temporary.resolve("piped"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    String[] words = {"sh", "-c", "{ " + filter + "; } <piped"};
    Shell.Outcome outcome = Shell.run(temporary, Map.of(), words);
    assertEquals(0, outcome.status(), outcome.output());
    return outcome.output();
  }
}
