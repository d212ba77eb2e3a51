package org.gfpaudit.reports.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gfpaudit.reports.format.Report;
import org.gfpaudit.reports.format.SubsystemTally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Verdict;

/**
 * The tallies of subsystems as comma-separated values: {@code subsystem,use}, a column for each
 * verdict, worst first, and {@code clears}.
 */
public final class SubsystemCsv implements Report {
  private final UnaryOperator<String> subsystemOf;

  /**
   * @param subsystemOf the name of the subsystem a file belongs to
   */
  public SubsystemCsv(UnaryOperator<String> subsystemOf) {
    this.subsystemOf = subsystemOf;
  }

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    // The writer is not closed: that would close what belongs to the caller. It holds no buffer.
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    List<String> header = new ArrayList<>(List.of("subsystem", "use"));
    for (Verdict verdict : Verdict.values()) {
      header.add(verdict.word());
    }
    header.add("clears");
    try {
      csv.writeRecord(header);
      for (SubsystemTally tally : SubsystemTally.of(result, subsystemOf)) {
        csv.writeRecord(fields(tally));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> fields(SubsystemTally tally) {
    List<String> fields = new ArrayList<>();
    fields.add(VisibleText.keepingLineFeeds(tally.name()));
    fields.add(tally.use().word());
    for (Verdict verdict : Verdict.values()) {
      fields.add(String.valueOf(tally.count(verdict)));
    }
    fields.add(tally.cleared());
    return fields;
  }
}
