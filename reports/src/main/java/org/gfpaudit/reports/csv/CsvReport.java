package org.gfpaudit.reports.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Report;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Place;

/** The audit table as comma-separated values. */
public final class CsvReport implements Report {
  /** The names of the columns, in order. */
  public static final List<String> HEADER =
      List.of(
          "kind",
          "file",
          "line",
          "column",
          "function",
          "sink",
          "mask",
          "mapping",
          "verdict",
          "condition",
          "origins",
          "note");

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    // The writer is not closed: that would close what belongs to the caller. It holds no buffer.
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    try {
      csv.writeRecord(HEADER);
      result.rows().stream().sorted().forEach(row -> csv.writeRecord(fields(row)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> fields(AuditRow row) {
    Place place = row.place();
    return List.of(
        row.kind().name().toLowerCase(Locale.ROOT),
        field(place.file()),
        String.valueOf(place.line()),
        String.valueOf(place.column()),
        field(place.function()),
        field(row.sink()),
        field(row.mask()),
        field(row.mapping()),
        row.verdict().word(),
        field(row.condition().toString()),
        row.origins().stream()
            .map(origin -> field(origin.fileAndLine()))
            .distinct()
            .collect(Collectors.joining(";")),
        field(row.note()));
  }

  private static String field(String text) {
    return VisibleText.keepingLineFeeds(text);
  }
}
