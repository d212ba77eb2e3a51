package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Puts the names of all formats of findings before the notes of a command's help. */
final class FormatsInHelp implements IModelTransformer {
  private static final int WIDTH = 76;

  @Override
  public CommandSpec transform(CommandSpec command) {
    List<String> footer = new ArrayList<>(lines(SeriesFormats.names()));
    footer.addAll(List.of(command.usageMessage().footer()));
    command.usageMessage().footer(footer.toArray(String[]::new));
    return command;
  }

  /** {@code Formats: text (default), gcc, json.}, in lines of at most {@link #WIDTH}. */
  private static List<String> lines(String[] names) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder("Formats: " + names[0] + " (default)");
    for (int i = 1; i < names.length; i++) {
      line.append(',');
      if (line.length() + names[i].length() + 2 > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      } else {
        line.append(' ');
      }
      line.append(names[i]);
    }
    lines.add(line.append('.').toString());
    return lines;
  }
}
