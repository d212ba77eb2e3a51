package org.gfpaudit.reports.rules;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gfpaudit.reports.format.Grid;
import org.gfpaudit.reports.format.Style;

/** Rules for people. Their texts are our own and so are safe as they stand. */
public final class RulesReport {
  private final Style style;

  public RulesReport(Style style) {
    this.style = style;
  }

  /** Writes one line per rule in the given order. */
  public void writeList(List<RulePage> rules, Writer out) throws IOException {
    Grid grid = new Grid(List.of(Grid.Align.LEFT, Grid.Align.LEFT, Grid.Align.LEFT));
    rules.forEach(rule -> grid.add(List.of(rule.id(), rule.level().word(), rule.title())));
    grid.write(
        out,
        (line, column, padded) ->
            switch (column) {
              case 0 -> style.bold(padded);
              case 1 -> style.level(rules.get(line).level(), padded);
              default -> padded;
            });
  }

  /** Writes one rule in full. */
  public void writePage(RulePage rule, Writer out) throws IOException {
    out.write(style.bold(rule.id()) + ": " + rule.title() + "\n");
    out.write("level: " + style.level(rule.level(), rule.level().word()) + "\n\n");
    out.write(rule.text().strip() + "\n");
  }
}
