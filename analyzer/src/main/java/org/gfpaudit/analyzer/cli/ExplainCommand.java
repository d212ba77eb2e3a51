package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.reports.explain.ExplainReport;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code explain}: one finding, or the rows of one line, in full. */
@CommandLine.Command(
    name = "explain",
    sortOptions = false,
    description = "Shows one site or origin in full: verdict, origins, the way of the mask.",
    footer = {
      "",
      "Exit status: 0 explained, 2 usage or nothing is there, 3 the audit failed.",
      "",
      "Examples:",
      "  gfpaudit explain G1a2b3c4d --tree ~/linux",
      "  gfpaudit explain ~/linux/fs/mpage.c:402"
    })
final class ExplainCommand implements Command {
  private static final Pattern ID = Pattern.compile("[Gg]\\p{XDigit}{8}");
  private static final Pattern PLACE = Pattern.compile("(?s)(.+?):(\\d{1,9})(?::(\\d{1,9}))?");
  private static final int MAX_HINTS = 12;

  @Parameters(
      paramLabel = "ID|FILE:LINE",
      arity = "1",
      description = "A finding's id, or a line of a file of the tree.")
  String target;

  @Mixin TreeOptions tree;
  @Mixin BuildOptions build;
  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    var style = common.style(console);
    Matcher place = PLACE.matcher(target);
    boolean isId = ID.matcher(target).matches();
    if (!isId && !place.matches()) {
      throw new UsageException(
          "'" + target + "' is neither an id such as G1a2b3c4d nor FILE:LINE; 'check' shows both");
    }
    TreeSelection selection = tree.select(isId ? List.of() : List.of(place.group(1)), console);
    var request = build.narrowed(tree.request(selection, console), selection, console);
    AuditResult result = AuditRun.of(request, engine, console);
    List<AuditRow> rows = isId ? rowsOfId(result) : rowsOfPlace(result, selection, place, console);
    var report = new ExplainReport(new TreeSources(selection.tree()), style);
    console.print(
        out -> {
          for (int i = 0; i < rows.size(); i++) {
            AuditRow row = rows.get(i);
            out.write(i > 0 ? "\n" : "");
            report.write(row, findingsOf(result, row), out);
          }
        });
    return Failures.areSevere(result.problems(), console)
        ? ExitStatus.INCOMPLETE
        : ExitStatus.CLEAN;
  }

  private List<AuditRow> rowsOfId(AuditResult result) throws UsageException {
    String id = "G" + target.substring(1).toLowerCase(Locale.ROOT);
    List<AuditRow> rows =
        result.findings().stream()
            .filter(finding -> finding.id().equals(id))
            .flatMap(finding -> finding.row().stream())
            .distinct()
            .toList();
    if (rows.isEmpty()) {
      throw new UsageException(
          "no finding "
              + id
              + " in this tree; ids hold for one tree, 'check' lists them"
              + build.hint());
    }
    return rows;
  }

  private List<AuditRow> rowsOfPlace(
      AuditResult result, TreeSelection selection, Matcher place, Console console)
      throws UsageException {
    Path here = console.surroundings().workingDirectory();
    String file = TreeSelection.relative(here, selection.root(), place.group(1));
    int line = Integer.parseInt(place.group(2));
    int column = place.group(3) == null ? 0 : Integer.parseInt(place.group(3));
    List<AuditRow> ofFile =
        result.rows().stream().filter(row -> row.place().file().equals(file)).sorted().toList();
    List<AuditRow> rows =
        ofFile.stream()
            .filter(row -> row.place().line() == line)
            .filter(row -> column == 0 || row.place().column() == column)
            .toList();
    if (rows.isEmpty()) {
      String lines =
          ofFile.stream()
              .map(row -> String.valueOf(row.place().line()))
              .distinct()
              .limit(MAX_HINTS)
              .collect(Collectors.joining(", "));
      throw new UsageException(
          "no site or origin at "
              + file
              + ":"
              + line
              + (lines.isEmpty() ? ", nor in the whole file" : "; there are some in line " + lines)
              + build.hint());
    }
    return rows;
  }

  private static List<Finding> findingsOf(AuditResult result, AuditRow row) {
    return result.findings().stream().filter(finding -> finding.isAbout(row)).toList();
  }
}
