package org.gfpaudit.reports.table;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Report;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;

/**
 * Every row, sorted by file, line and column, with the counts below. A row is a few short lines:
 * the verdict and the place, the call, and what there is to say of it. Lines fit 80 columns as far
 * as their words do.
 */
public final class TableReport implements Report {
  private static final int WIDTH = 80;
  private static final int MAX_MASK = 48;
  private static final int MAX_ORIGINS = 3;
  private static final int VERDICT_WIDTH =
      Arrays.stream(Verdict.values()).mapToInt(each -> each.word().length()).max().orElse(0) + 2;

  private final Style style;

  public TableReport(Style style) {
    this.style = style;
  }

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    List<AuditRow> rows = result.rows().stream().sorted().toList();
    Passage passage = new Passage(out, style, WIDTH);
    for (AuditRow row : rows) {
      row(passage, row);
    }
    if (!rows.isEmpty()) {
      passage.line("");
    }
    passage.prose("", Tally.verdictsInWords(rows, AuditRow.Kind.SITE), 2);
    passage.prose("", Tally.verdictsInWords(rows, AuditRow.Kind.ORIGIN), 2);
  }

  private void row(Passage passage, AuditRow row) throws IOException {
    String word = row.verdict().word();
    String padding = " ".repeat(VERDICT_WIDTH - word.length());
    String indent = " ".repeat(VERDICT_WIDTH);
    passage.line(
        style.verdict(row.verdict(), word)
            + padding
            + (row.kind() == AuditRow.Kind.SITE ? "site    " : "origin  ")
            + style.bold(Passage.place(row.place()))
            + Passage.inFunction(row.place()));
    String origins = origins(row);
    passage.prose(
        indent,
        VisibleText.of(row.sink())
            + "()"
            + (row.mask().isEmpty() ? "" : ", mask " + clipped(VisibleText.of(row.mask())))
            + (origins.isEmpty() ? "" : ", from " + origins),
        0);
    if (!row.note().isEmpty()) {
      passage.prose(indent, VisibleText.of(row.note()), 0);
    }
    String condition = row.condition().toString();
    if (!condition.isEmpty()) {
      passage.prose(indent, "when " + VisibleText.of(condition), 0);
    }
  }

  /** The origins in short, but for that of the line itself: those of the row's file by line. */
  private static String origins(AuditRow row) {
    List<String> origins =
        row.origins().stream()
            .filter(origin -> !origin.fileAndLine().equals(row.place().fileAndLine()))
            .map(origin -> origin(origin, row.place().file()))
            .distinct()
            .toList();
    String some = origins.stream().limit(MAX_ORIGINS).collect(Collectors.joining(" "));
    int more = origins.size() - MAX_ORIGINS;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private static String origin(Place origin, String file) {
    return origin.file().equals(file)
        ? "line " + origin.line()
        : VisibleText.of(origin.fileAndLine());
  }

  private static String clipped(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= MAX_MASK
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_MASK - 3)) + "...";
  }
}
