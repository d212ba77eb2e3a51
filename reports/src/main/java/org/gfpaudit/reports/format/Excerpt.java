package org.gfpaudit.reports.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;

/**
 * Lines of source with marks below: {@code ^} and {@code ~} under the place, {@code ~} under the
 * mask. Shown characters and marks are in step, whatever bytes the file holds.
 */
public final class Excerpt {
  private static final int MAX_WIDTH = 160;
  private static final int MAX_MARKED_LINES = 6;

  /**
   * One line to show.
   *
   * @param number 1-based, or 0 for a gap, whose text and marks are empty
   * @param marks as wide as needed, spaces elsewhere; empty if nothing on this line is marked
   */
  public record Line(int number, String text, String marks) {}

  private Excerpt() {}

  /**
   * The lines of {@code source} from the flagged place to its mask; empty if the place is not
   * there.
   */
  public static List<Line> of(SourceText source, Flagged flagged) {
    Optional<Span> name = nameAt(source, flagged.place());
    if (name.isEmpty()) {
      return List.of();
    }
    Optional<Span> mask = MaskFinder.find(source, name.get().start(), flagged.mask());
    return lines(source, name.get(), mask);
  }

  /** The one line of {@code place}. */
  public static List<Line> of(SourceText source, Place place) {
    return nameAt(source, place)
        .map(name -> lines(source, name, Optional.empty()))
        .orElse(List.of());
  }

  private static Optional<Span> nameAt(SourceText source, Place place) {
    if (place.line() < 1 || place.line() > source.lineCount() || place.column() < 1) {
      return Optional.empty();
    }
    Span line = source.lineSpan(place.line());
    int start = line.start() + place.column() - 1;
    if (start >= line.end()) {
      return Optional.empty();
    }
    int end = start;
    while (end < line.end() && isNameByte(source.bytes()[end])) {
      end++;
    }
    return Optional.of(new Span(start, Math.max(end, start + 1)));
  }

  private static List<Line> lines(SourceText source, Span name, Optional<Span> mask) {
    TreeSet<Integer> numbers = new TreeSet<>();
    numbers.add(source.line(name.start()));
    if (mask.isPresent()) {
      int last = source.line(mask.get().end() - 1);
      for (int line = source.line(mask.get().start()); line <= last; line++) {
        if (numbers.size() < MAX_MARKED_LINES) {
          numbers.add(line);
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    int previous = 0;
    for (int number : numbers) {
      if (previous != 0 && number == previous + 2) {
        lines.add(line(source, number - 1, name, mask));
      } else if (previous != 0 && number > previous + 1) {
        lines.add(new Line(0, "", ""));
      }
      lines.add(line(source, number, name, mask));
      previous = number;
    }
    return lines;
  }

  private static Line line(SourceText source, int number, Span name, Optional<Span> mask) {
    Span span = source.lineSpan(number);
    StringBuilder text = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    boolean isMarked = false;
    for (int at = span.start(); at < span.end(); ) {
      int length = ShownBytes.lengthAt(source.bytes(), at, span.end());
      String shown = ShownBytes.at(source, at, length, text.length());
      char mark = ' ';
      if (at == name.start()) {
        mark = '^';
      } else if (name.contains(at)
          // The indentation of a mask's second line is not worth a mark.
          || (mask.isPresent() && mask.get().contains(at) && (isMarked || !shown.isBlank()))) {
        mark = '~';
      }
      isMarked |= mark != ' ';
      text.append(shown);
      marks.append(mark);
      int width = shown.codePointCount(0, shown.length());
      marks.append((mark == '^' ? "~" : String.valueOf(mark)).repeat(Math.max(0, width - 1)));
      at += length;
      if (text.length() > 4 * MAX_WIDTH && at > name.end() && noMarkAfter(at, mask)) {
        break; // A line of megabytes: nothing after this is shown.
      }
    }
    return clipped(number, text.toString(), marks.toString().stripTrailing());
  }

  private static boolean noMarkAfter(int at, Optional<Span> mask) {
    return mask.isEmpty() || at > mask.get().end();
  }

  /** The line, or the part of it around its marks where it is too wide to read. */
  private static Line clipped(int number, String text, String marks) {
    String shown = text.stripTrailing();
    if (shown.length() <= MAX_WIDTH) {
      return new Line(number, shown, marks);
    }
    int firstMark = marks.length() - marks.stripLeading().length();
    int from = marks.isEmpty() ? 0 : Math.max(0, Math.min(firstMark - 40, marks.length()));
    int to = Math.min(shown.length(), from + MAX_WIDTH);
    String before = from > 0 ? "..." : "";
    String visible = before + shown.substring(from, to) + (to < shown.length() ? "..." : "");
    String under =
        from >= marks.length()
            ? ""
            : " ".repeat(before.length()) + marks.substring(from, Math.min(to, marks.length()));
    return new Line(number, visible, under);
  }

  private static boolean isNameByte(byte b) {
    return b == '_' || (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  }
}
