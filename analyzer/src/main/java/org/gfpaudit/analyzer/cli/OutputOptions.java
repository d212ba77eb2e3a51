package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code --format} and {@code --output}, which come in pairs in either order. A pair ends where one
 * of its two options is given again.
 */
final class OutputOptions {
  /** One report asked for; null where the option was not given. */
  private static final class Pair {
    private @Nullable String format;
    private @Nullable String file;
  }

  /** A report and where it goes. */
  record Output(String format, String file) {
    /** Whether the report goes to standard output. */
    boolean isStandard() {
      return file.equals("-");
    }
  }

  private final List<Pair> pairs = new ArrayList<>();

  // Picocli calls the setters in the order of the command line.
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 1,
      description = {
        "Write the report in this form.",
        "It may be given several times, each with an --output of its own, in either "
            + "order: '--format text --format json --output f.json' prints text and writes "
            + "JSON."
      })
  void format(String format) {
    if (pairs.isEmpty() || last().format != null) {
      pairs.add(new Pair());
    }
    last().format = format;
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      order = 2,
      description = {
        "Write the report to FILE and not to standard output.",
        "The name '-' means standard output. A file appears whole or not at all, also "
            + "after Ctrl-C."
      })
  void output(String file) {
    if (pairs.isEmpty() || last().file != null) {
      pairs.add(new Pair());
    }
    last().file = file;
  }

  /** Whether one of {@code outputs} is JSON, which says all that an audit can find out. */
  static boolean haveJson(List<Output> outputs) {
    return outputs.stream().anyMatch(output -> output.format().equals("json"));
  }

  private Pair last() {
    return pairs.get(pairs.size() - 1);
  }

  /**
   * The reports asked for, at least one, at most one of them to standard output.
   *
   * @param formats those of the command, the default first
   */
  List<Output> outputs(String... formats) throws UsageException {
    Map<String, String> words = new LinkedHashMap<>();
    List.of(formats).forEach(format -> words.put(format, format));
    Choice<String> choice = new Choice<>("--format", words);
    String defaultFormat = formats[0];
    if (pairs.isEmpty()) {
      return List.of(new Output(defaultFormat, "-"));
    }
    List<Output> outputs = new ArrayList<>();
    for (Pair pair : pairs) {
      Output output =
          new Output(
              pair.format == null ? defaultFormat : choice.of(pair.format),
              pair.file == null ? "-" : pair.file);
      if (outputs.stream().anyMatch(other -> other.file().equals(output.file()))) {
        throw new UsageException(
            output.isStandard()
                ? "two reports for standard output: give each --format but one an --output FILE"
                : "two reports for the file '" + output.file() + "'");
      }
      outputs.add(output);
    }
    return outputs;
  }
}
