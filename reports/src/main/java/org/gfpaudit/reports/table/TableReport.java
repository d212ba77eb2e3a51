package org.gfpaudit.reports.table;

import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Grid;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Report;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Place;

/** Every row in aligned columns, sorted by file, line and column, with the counts below. */
public final class TableReport implements Report {
  private static final int MAX_CELL = 48;
  private static final int MAX_ORIGINS = 3;
  private static final List<String> HEADER =
      List.of("VERDICT", "KIND", "PLACE", "FUNCTION", "SINK", "MASK", "ORIGINS", "NOTE");

  private final Style style;

  public TableReport(Style style) {
    this.style = style;
  }

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    List<AuditRow> rows = result.rows().stream().sorted().toList();
    if (!rows.isEmpty()) {
      Grid grid = new Grid(Collections.nCopies(HEADER.size(), Grid.Align.LEFT));
      grid.add(HEADER);
      rows.forEach(row -> grid.add(cells(row)));
      grid.write(
          out,
          (line, column, padded) -> {
            if (line == 0) {
              return style.bold(padded);
            }
            return column == 0 ? style.verdict(rows.get(line - 1).verdict(), padded) : padded;
          });
      out.write('\n');
    }
    out.write(Tally.verdictsInWords(rows, AuditRow.Kind.SITE) + "\n");
    out.write(Tally.verdictsInWords(rows, AuditRow.Kind.ORIGIN) + "\n");
  }

  private static List<String> cells(AuditRow row) {
    String condition = row.condition().toString();
    String when = condition.isEmpty() ? "" : "when " + condition;
    String note = row.note() + (row.note().isEmpty() || when.isEmpty() ? "" : "; ") + when;
    return List.of(
        row.verdict().word(),
        row.kind().name().toLowerCase(Locale.ROOT),
        Passage.place(row.place()),
        VisibleText.of(row.place().function()),
        VisibleText.of(row.sink()),
        clipped(VisibleText.of(row.mask())),
        origins(row),
        VisibleText.of(note));
  }

  /** The origins in short: those of the row's own file by line only. */
  private static String origins(AuditRow row) {
    List<String> origins =
        row.origins().stream()
            .map(origin -> origin(origin, row.place().file()))
            .distinct()
            .toList();
    String some = origins.stream().limit(MAX_ORIGINS).collect(Collectors.joining(" "));
    int more = origins.size() - MAX_ORIGINS;
    return more > 0 ? some + " +" + more : some;
  }

  private static String origin(Place origin, String file) {
    return origin.file().equals(file) ? ":" + origin.line() : VisibleText.of(origin.fileAndLine());
  }

  private static String clipped(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= MAX_CELL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_CELL - 3)) + "...";
  }
}
