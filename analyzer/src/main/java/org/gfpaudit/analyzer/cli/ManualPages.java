package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.reports.catalog.FindingsFormat;

/**
 * Completes the manual pages that picocli makes of the commands: examples as they are typed, the
 * environment, files, and where to read on. The build runs it, between picocli and AsciiDoc.
 *
 * <p>The page of the command {@code check} is {@code gfpaudit_check}, which {@code man gfpaudit
 * check} finds as well: {@code gfpaudit-check} is the script for builds of a kernel.
 */
public final class ManualPages {
  private static final String EXAMPLES = "Examples:";
  private static final String SCRIPT = "gfpaudit-check";
  private static final String CHECK = "gfpaudit_check";

  /** AsciiDoc is told the version by the build. */
  private static final String SOURCE = "gfpaudit {revnumber}";

  private static final String FILES =
      """

      == Files

      *.gfpaudit.yml*::
        Settings and waivers of a tree, see *gfpaudit.yml*(5). It is looked for upwards.

      *~/.cache/gfpaudit*::
        The index and the results of earlier runs. It can be removed at any time.
      """;

  private ManualPages() {}

  /**
   * Completes the pages of commands, and adds those that are written by hand.
   *
   * @param arguments the directory of picocli's pages, that of the other ones, and that to write to
   * @throws IOException if they cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path pages = Path.of(arguments[2]);
    for (String section : List.of("man1", "man5")) {
      Path directory = Files.createDirectories(pages.resolve(section));
      for (Path file : pages(Path.of(arguments[1]).resolve(section))) {
        Files.writeString(
            directory.resolve(file.getFileName()),
            Files.readString(file)
                .replaceFirst("(?m)^(:manmanual: .*)$", "$1\n:mansource: " + SOURCE));
      }
    }
    List<Path> made = pages(Path.of(arguments[0]));
    List<String> names = made.stream().map(ManualPages::name).sorted().toList();
    for (Path file : made) {
      Files.writeString(
          pages.resolve("man1").resolve(name(file) + ".adoc"),
          completed(Files.readString(file), name(file), names));
    }
    Files.writeString(pages.resolve("man5/gfpaudit-formats.adoc"), formats());
  }

  private static List<Path> pages(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".adoc")).sorted().toList();
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.adoc$", "");
    return name.equals(SCRIPT) ? CHECK : name;
  }

  /** A page as picocli made it, with what it lacks. */
  static String completed(String made, String name, List<String> names) {
    String page =
        made.replaceAll("(?m)^// (tag|end)::.*\n", "")
            .replaceFirst("(?m)^:revnumber: .*\n", "")
            .replaceFirst("(?m)^:manmanual: .*", ":manmanual: Manual of gfpaudit")
            .replaceFirst("(?m)^:mansource: .*", ":mansource: " + SOURCE)
            // The value is a part of the word, and brackets are no sign of another option.
            .replace("*-W*, _[no-]RULE_", "*-W*_[no-]RULE_")
            .replace("[*-W*=_[no-]RULE_]", "[*-W*_[no-]RULE_]");
    if (name.equals(CHECK)) {
      page =
          page.replace("= " + SCRIPT + "(1)", "= " + CHECK + "(1)")
              .replace(SCRIPT + " - ", CHECK + " - ");
    }
    int notes = page.indexOf("==  Notes");
    StringBuilder text = new StringBuilder(notes < 0 ? page : page.substring(0, notes));
    if (notes >= 0) {
      footer(page.substring(notes).lines().skip(1).toList(), text);
    }
    text.append("\n== Environment\n");
    for (Variable variable : Variable.values()) {
      text.append("\n*").append(variable).append("*::\n  ").append(variable.means()).append('\n');
    }
    text.append(FILES).append("\n== See also\n\n");
    text.append(
        Stream.concat(
                names.stream().filter(each -> !each.equals(name)).map(each -> "*" + each + "*(1)"),
                Stream.of(
                    "*" + SCRIPT + "*(1)",
                    "*gfpaudit.yml*(5)",
                    "*gfpaudit-formats*(5)",
                    "*gfpaudit-json*(5)",
                    "*gfpaudit-csv*(5)"))
            .collect(Collectors.joining(", ")));
    return text.append('\n').toString();
  }

  /** The notes as prose, and the examples as they are typed. */
  private static void footer(List<String> lines, StringBuilder text) {
    List<String> notes = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    boolean isExample = false;
    for (String line : lines) {
      if (line.equals(EXAMPLES)) {
        isExample = true;
      } else if (isExample) {
        examples.add(line.strip());
      } else if (!line.startsWith("[")) {
        notes.add(line);
      }
    }
    String prose = String.join("\n", notes).strip();
    if (!prose.isEmpty()) {
      text.append("== Notes\n\n").append(prose).append("\n\n");
    }
    text.append("== Examples\n");
    examples.stream()
        .filter(line -> !line.isEmpty())
        .forEach(line -> text.append("\n----\n").append(line).append("\n----\n"));
  }

  private static String formats() {
    StringBuilder page =
        new StringBuilder(
            """
            = gfpaudit-formats(5)
            :doctype: manpage
            :manmanual: Manual of gfpaudit
            :mansource: %s

            == Name

            gfpaudit-formats - what gfpaudit check writes

            == Description

            Each of these words may follow *--format* of *gfpaudit check*, several times, each with
            a *--output* of its own. Where only *--output* is given, the ending of the file's name
            tells the format.
            """
                .formatted(SOURCE));
    for (FindingsFormat format : FindingsFormat.values()) {
      page.append("\n*").append(format.word()).append("*::\n  For ").append(format.readers());
      page.append(".\n");
    }
    page.append("\n*").append(SeriesFormats.REPLY).append("*::\n  For a reviewer: the answers to");
    page.append(" the mails of patches, with *--patch* only.\n");
    return page.append(
            """

            File names are relative to the tree, but for *gcc* and *gcc-brief*, whose names can be
            opened from where the program was started. Characters that act on a terminal are
            written as *\\x1b*.

            == See also

            *gfpaudit_check*(1), *gfpaudit-json*(5), *gfpaudit-csv*(5)
            """)
        .toString();
  }
}
