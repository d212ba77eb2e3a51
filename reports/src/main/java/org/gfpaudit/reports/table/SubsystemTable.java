package org.gfpaudit.reports.table;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.gfpaudit.reports.format.Grid;
import org.gfpaudit.reports.format.Report;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.SubsystemTally;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Verdict;

/** How each subsystem uses the masks of its mappings, a line for each, with the counts below. */
public final class SubsystemTable implements Report {
  private final UnaryOperator<String> subsystemOf;
  private final Style style;

  /**
   * @param subsystemOf the name of the subsystem a file belongs to
   */
  public SubsystemTable(UnaryOperator<String> subsystemOf, Style style) {
    this.subsystemOf = subsystemOf;
    this.style = style;
  }

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    List<SubsystemTally> tallies = SubsystemTally.of(result, subsystemOf);
    List<Verdict> shown = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      if (tallies.stream().anyMatch(tally -> tally.count(verdict) > 0)) {
        shown.add(0, verdict);
      }
    }
    List<Grid.Align> columns = new ArrayList<>(List.of(Grid.Align.LEFT, Grid.Align.LEFT));
    List<String> header = new ArrayList<>(List.of("SUBSYSTEM", "MAPPING MASK"));
    for (Verdict verdict : shown) {
      columns.add(Grid.Align.RIGHT);
      header.add(verdict.word());
    }
    columns.add(Grid.Align.LEFT);
    header.add("ITS MAPPINGS");
    Grid grid = new Grid(columns);
    grid.add(header);
    for (SubsystemTally tally : tallies) {
      grid.add(cells(tally, shown));
    }
    grid.write(out, (line, column, padded) -> line == 0 ? style.bold(padded) : padded);
    out.write("\n" + inWords(tallies) + "\n");
  }

  private static List<String> cells(SubsystemTally tally, List<Verdict> shown) {
    List<String> cells = new ArrayList<>();
    cells.add(VisibleText.of(tally.name()));
    cells.add(tally.use().words());
    shown.forEach(verdict -> cells.add(String.valueOf(tally.count(verdict))));
    StringJoiner mappings = new StringJoiner("; ");
    if (!tally.cleared().isEmpty()) {
      mappings.add("clears " + tally.cleared());
    }
    if (tally.giverCount() > 0) {
      mappings.add("sets FS at " + Tally.count(tally.giverCount(), "place"));
    }
    cells.add(mappings.toString());
    return cells;
  }

  private static String inWords(List<SubsystemTally> tallies) {
    StringJoiner words = new StringJoiner(", ");
    for (SubsystemTally.Use use : SubsystemTally.Use.values()) {
      long count = tallies.stream().filter(tally -> tally.use() == use).count();
      if (use != SubsystemTally.Use.OPEN) {
        words.add(count + " " + use.words());
      } else if (count > 0) {
        words.add(count + " without a mask of their own");
      }
    }
    return Tally.count(tallies.size(), "subsystem") + ": " + words;
  }
}
