package org.gfpaudit.analyzer.cli;

import java.util.List;
import java.util.Map;
import org.gfpaudit.reports.format.Style;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
  private static final String COLOR = "--color";
  private static final String DEBUG = "--debug";

  /** The options that the help of the program has for all commands. */
  static final List<String> SAID_ONCE = List.of(COLOR, DEBUG);

  private static final Map<String, Style> COLORS =
      Map.of("always", Style.COLORED, "never", Style.PLAIN);

  @Option(
      names = COLOR,
      paramLabel = "WHEN",
      completionCandidates = Candidates.Colors.class,
      order = 20,
      description = {
        "Use colours: auto (default), always or never.",
        "With 'auto' they are used on a terminal, unless the variable NO_COLOR is set."
      })
  String color = "auto";

  @Option(names = DEBUG, order = 21, description = "Show the stack trace of an internal error.")
  boolean isDebug;

  @Option(
      names = {"-h", "--help"},
      order = 22,
      usageHelp = true,
      description = "Print this help.")
  boolean isHelp;

  /** The style of standard output. */
  Style style(Console console) throws UsageException {
    if (color.equals("auto")) {
      return console.surroundings().isColorWelcome() ? Style.COLORED : Style.PLAIN;
    }
    Style style = COLORS.get(color);
    if (style == null) {
      throw new UsageException("--color takes auto, always or never, not '" + color + "'");
    }
    return style;
  }
}
