package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /** The formats that endings of file names ask for, the first that a command has. */
  private static final Map<String, List<String>> ENDINGS = endings();

  private static Map<String, List<String>> endings() {
    Map<String, List<String>> endings = new LinkedHashMap<>();
    // The longer ones first: code scanning takes both spellings.
    endings.put(".sarif.json", List.of("sarif"));
    endings.put(".sarif", List.of("sarif"));
    endings.put(".json", List.of("json"));
    endings.put(".jsonl", List.of("rdjsonl"));
    endings.put(".rdjsonl", List.of("rdjsonl"));
    endings.put(".html", List.of("html"));
    endings.put(".htm", List.of("html"));
    endings.put(".csv", List.of("csv"));
    endings.put(".svg", List.of("svg"));
    endings.put(".dot", List.of("dot"));
    endings.put(".gv", List.of("dot"));
    endings.put(".graphml", List.of("graphml"));
    endings.put(".mbox", List.of("reply"));
    // Checkstyle and junit are both XML, and only a person knows which is meant.
    endings.put(".xml", List.of());
    for (String picture : List.of(".png", ".pdf", ".md", ".xlsx", ".yml", ".yaml")) {
      endings.put(picture, List.of());
    }
    return endings;
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
        "Without --format, the ending of the name says which one is meant, as in 'r.html'. The "
            + "name '-' means standard output. A file appears whole or not at all, also "
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
  List<Output> outputs(List<String> formats) throws UsageException {
    Map<String, String> words = new LinkedHashMap<>();
    formats.forEach(format -> words.put(format, format));
    Choice<String> choice = new Choice<>("--format", words);
    if (pairs.isEmpty()) {
      return List.of(new Output(formats.get(0), "-"));
    }
    List<Output> outputs = new ArrayList<>();
    for (Pair pair : pairs) {
      Output output =
          new Output(
              pair.format == null ? fitting(pair.file, formats) : choice.of(pair.format),
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

  /**
   * The format that the name of a file asks for, where no format was given: the default one for
   * names that tell nothing.
   *
   * @throws UsageException where the name asks for a format that the command does not write
   */
  private static String fitting(@Nullable String file, List<String> formats) throws UsageException {
    if (file == null || file.equals("-")) {
      return formats.get(0);
    }
    String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    for (Map.Entry<String, List<String>> ending : ENDINGS.entrySet()) {
      if (name.endsWith(ending.getKey())) {
        for (String format : ending.getValue()) {
          if (formats.contains(format)) {
            return format;
          }
        }
        throw new UsageException(
            "nothing is written in the form that the name '"
                + file
                + "' asks for: give --format "
                + (formats.size() > 1
                    ? String.join(", ", formats.subList(0, formats.size() - 1)) + " or "
                    : "")
                + formats.get(formats.size() - 1));
      }
    }
    return formats.get(0);
  }
}
