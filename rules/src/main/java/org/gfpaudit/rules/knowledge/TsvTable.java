package org.gfpaudit.rules.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A table of tab-separated values: comment lines start with {@code #}, the first other line names
 * the columns, {@code -} is an absent value. Every mistake is an error that says file and line.
 */
final class TsvTable {
  private final String file;
  private final List<String> columns;
  private final List<Line> lines;

  private TsvTable(String file, List<String> columns, List<Line> lines) {
    this.file = file;
    this.columns = columns;
    this.lines = lines;
  }

  /**
   * Reads {@code text}.
   *
   * @param columns the columns the table must have, in this order
   */
  static TsvTable read(String file, String text, String... columns) {
    List<String> expected = List.of(columns);
    TsvTable table = new TsvTable(file, expected, new ArrayList<>());
    boolean hasHeader = false;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Arrays.asList(line.split("\t", -1));
      Line parsed = table.new Line(number, cells);
      if (!hasHeader) {
        hasHeader = true;
        if (!cells.equals(expected)) {
          throw parsed.error("the columns must be " + expected + " but are " + cells);
        }
        continue;
      }
      if (cells.size() != expected.size()) {
        throw parsed.error(
            "expected " + expected.size() + " tab-separated values but found " + cells.size());
      }
      table.lines.add(parsed);
    }
    if (!hasHeader) {
      throw new KnowledgeException(file + ": the table is empty");
    }
    return table;
  }

  /** Every row, made by {@code reader}; its complaints get file and line. */
  <T> List<T> rows(Function<Line, T> reader) {
    List<T> rows = new ArrayList<>();
    for (Line line : lines) {
      try {
        rows.add(reader.apply(line));
      } catch (IllegalArgumentException e) {
        throw line.error(String.valueOf(e.getMessage()));
      }
    }
    return rows;
  }

  /** One row. */
  final class Line {
    private final int number;
    private final List<String> cells;

    private Line(int number, List<String> cells) {
      this.number = number;
      this.cells = cells;
    }

    /** The value of a column that must not be absent. */
    String text(String column) {
      return optional(column)
          .orElseThrow(
              () -> new IllegalArgumentException("column " + column + " must have a value"));
    }

    /** The value of a column, empty for {@code -}. */
    Optional<String> optional(String column) {
      String cell = cells.get(columns.indexOf(column));
      if (cell.isBlank() || !cell.equals(cell.strip())) {
        throw new IllegalArgumentException(
            "column " + column + " is blank or has spaces around it; write - for no value");
      }
      return cell.equals("-") ? Optional.empty() : Optional.of(cell);
    }

    /** A 0-based index, empty for {@code -}. */
    OptionalInt index(String column) {
      Optional<String> cell = optional(column);
      if (cell.isEmpty()) {
        return OptionalInt.empty();
      }
      if (!cell.get().matches("\\d{1,2}")) {
        throw new IllegalArgumentException(
            "column " + column + " must be an argument index, not '" + cell.get() + "'");
      }
      return OptionalInt.of(Integer.parseInt(cell.get()));
    }

    /** An argument, empty for {@code -}. */
    Optional<ArgumentPosition> argument(String column) {
      if (optional(column).equals(Optional.of("last"))) {
        return Optional.of(ArgumentPosition.LAST);
      }
      OptionalInt index = index(column);
      return index.isPresent()
          ? Optional.of(new ArgumentPosition(index.getAsInt()))
          : Optional.empty();
    }

    /** Values joined by {@code separator}, empty for {@code -}. */
    List<String> list(String column, char separator) {
      return optional(column)
          .map(cell -> List.of(cell.split(Pattern.quote("" + separator), -1)))
          .orElse(List.of());
    }

    /** One of the words of {@code values}, as {@code word} spells them. */
    <E> E word(String column, E[] values, Function<E, String> word) {
      String cell = text(column);
      for (E value : values) {
        if (word.apply(value).equals(cell)) {
          return value;
        }
      }
      throw new IllegalArgumentException(
          "column "
              + column
              + " must be one of "
              + Arrays.stream(values).map(word).toList()
              + ", not '"
              + cell
              + "'");
    }

    /** The columns {@code since} and {@code until}. */
    VersionRange versions() {
      VersionRange range =
          new VersionRange(
              optional("since").map(KernelVersion::parse),
              optional("until").map(KernelVersion::parse));
      if (!range.overlaps(range)) {
        throw new IllegalArgumentException("since is after until");
      }
      return range;
    }

    KnowledgeException error(String message) {
      return new KnowledgeException(file + ":" + number + ": " + message);
    }
  }
}
