package org.gfpaudit.reports.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Cells in aligned columns, two blanks apart; numbers to the right. */
public final class Grid {
  /** Where a column's cells stand. */
  public enum Align {
    LEFT,
    RIGHT
  }

  private final List<Align> columns;
  private final List<List<String>> lines = new ArrayList<>();
  private final int[] widths;

  public Grid(List<Align> columns) {
    this.columns = List.copyOf(columns);
    this.widths = new int[columns.size()];
  }

  /** Adds a line; cells must be safe text without colours, one per column. */
  public void add(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], width(cells.get(i)));
    }
    lines.add(List.copyOf(cells));
  }

  /** Turns a cell and its column into what is written; must not change the visible width. */
  @FunctionalInterface
  public interface Painter {
    String paint(int line, int column, String padded);
  }

  /** Writes all lines; line 0 is the first added. */
  public void write(Writer out, Painter painter) throws IOException {
    for (int line = 0; line < lines.size(); line++) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        boolean isLast = column == widths.length - 1;
        String padded = padded(lines.get(line).get(column), column, isLast);
        text.append(painter.paint(line, column, padded)).append(isLast ? "" : "  ");
      }
      out.write(text.toString().stripTrailing());
      out.write('\n');
    }
  }

  private String padded(String cell, int column, boolean isLast) {
    String padding = " ".repeat(widths[column] - width(cell));
    if (columns.get(column) == Align.RIGHT) {
      return padding + cell;
    }
    return isLast ? cell : cell + padding;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
