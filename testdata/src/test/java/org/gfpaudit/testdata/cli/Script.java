package org.gfpaudit.testdata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of commands with what they must say, and the files they run on.
 *
 * <p>A line {@code $ gfpaudit ARG...} is a command; arguments are split at spaces, and {@code
 * {minikernel}} is that directory. The lines after it say what must hold: {@code exit N} (once),
 * {@code out REGEX} and {@code err REGEX} (found in the stream, each after the one before), {@code
 * !out REGEX} and {@code !err REGEX} (found nowhere), {@code no out} and {@code no err} (nothing
 * was written). A line that begins with {@code #} is prose. From the first line {@code -- PATH --}
 * on, the rest is files, each up to the next such line; {@code {minikernel}/} may stand nowhere
 * there.
 */
record Script(List<Step> steps, Map<String, String> files) {

  private static final Pattern FILE = Pattern.compile("-- (\\S+) --");

  /**
   * One command.
   *
   * @param line 1-based, of the command
   */
  record Step(int line, List<String> arguments, int status, List<Check> checks) {}

  /** One line after a command. */
  record Check(int line, Kind kind, Pattern pattern) {

    enum Kind {
      OUT,
      ERR,
      NOT_OUT,
      NOT_ERR
    }
  }

  /**
   * Parses a script.
   *
   * @throws IllegalArgumentException if a line is of no known form or a command has no exit status
   */
  static Script parse(String name, String text) {
    List<Step> steps = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    String file = null;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (FILE.matcher(line).matches()) {
        file = line.substring(3, line.length() - 3);
        files.put(file, "");
      } else if (file != null) {
        files.merge(file, line + "\n", String::concat);
      } else if (line.startsWith("$ gfpaudit")) {
        String arguments = line.substring("$ gfpaudit".length()).strip();
        steps.add(
            new Step(
                number,
                arguments.isEmpty() ? List.of() : List.of(arguments.split(" +")),
                -1,
                new ArrayList<>()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        if (steps.isEmpty()) {
          throw new IllegalArgumentException(name + ":" + number + ": a check before a command");
        }
        int last = steps.size() - 1;
        steps.set(last, checked(name, number, line, steps.get(last)));
      }
    }
    for (Step step : steps) {
      if (step.status < 0) {
        throw new IllegalArgumentException(name + ":" + step.line + ": which exit status?");
      }
    }
    return new Script(steps, files);
  }

  private static Step checked(String name, int number, String line, Step step) {
    if (line.matches("exit \\d+") && step.status < 0) {
      int status = Integer.parseInt(line.substring("exit ".length()));
      return new Step(step.line, step.arguments, status, step.checks);
    }
    Check check =
        switch (line.split(" ", -1)[0]) {
          case "out" -> new Check(number, Check.Kind.OUT, pattern(line, "out "));
          case "err" -> new Check(number, Check.Kind.ERR, pattern(line, "err "));
          case "!out" -> new Check(number, Check.Kind.NOT_OUT, pattern(line, "!out "));
          case "!err" -> new Check(number, Check.Kind.NOT_ERR, pattern(line, "!err "));
          case "no" ->
              new Check(
                  number,
                  line.equals("no out") ? Check.Kind.NOT_OUT : Check.Kind.NOT_ERR,
                  Pattern.compile("(?s)."));
          default ->
              throw new IllegalArgumentException(
                  name + ":" + number + ": no check is written like this: " + line);
        };
    step.checks.add(check);
    return step;
  }

  private static Pattern pattern(String line, String word) {
    return Pattern.compile(line.substring(word.length()), Pattern.MULTILINE);
  }
}
