package org.gfpaudit.reports.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.Fix;

/**
 * A stretch of one file and what comes in its place, in the terms of formats that know lines and
 * columns.
 *
 * @param start of the bytes that go
 * @param end the first position after them
 * @param text UTF-8 decoded, with bytes that are not UTF-8 replaced
 */
public record Replacement(String file, Position start, Position end, String text) {

  /**
   * A position in a text.
   *
   * @param line 1-based
   * @param byteColumn 1-based, in bytes
   * @param column 1-based, in UTF-16 units of the decoded line
   */
  public record Position(int line, int byteColumn, int column) {
    /** The position of a byte offset. */
    public static Position at(SourceText source, int offset) {
      int line = source.line(offset);
      int byteColumn = source.column(offset);
      Span before = new Span(offset - byteColumn + 1, offset);
      return new Position(line, byteColumn, source.text(before).length() + 1);
    }
  }

  /** The replacements of a fix; empty where a file cannot be read. */
  public static List<Replacement> of(Fix fix, SourceLookup sources) {
    List<Replacement> replacements = new ArrayList<>();
    for (Edit edit : fix.edits()) {
      Optional<SourceText> source = sources.source(edit.file());
      if (source.isEmpty() || edit.span().end() > source.get().length()) {
        return List.of();
      }
      replacements.add(of(edit.file(), source.get(), edit.span(), edit.replacement()));
    }
    return replacements;
  }

  /**
   * A whole fix as one replacement, for formats whose replacements stand alone; empty where it
   * changes several files or more than {@code mostLines} lines.
   */
  public static Optional<Replacement> whole(Fix fix, SourceLookup sources, int mostLines) {
    Optional<SourceText> source =
        fix.files().size() == 1 ? sources.source(fix.files().get(0)) : Optional.empty();
    int start = fix.edits().get(0).span().start();
    int end = fix.edits().get(fix.edits().size() - 1).span().end();
    if (source.isEmpty()
        || end > source.get().length()
        || source.get().line(end) - source.get().line(start) >= mostLines) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    int at = start;
    for (Edit edit : fix.edits()) {
      text.append(latin1(source.get(), at, edit.span().start())).append(edit.replacement());
      at = edit.span().end();
    }
    return Optional.of(of(fix.files().get(0), source.get(), new Span(start, end), text.toString()));
  }

  private static Replacement of(String file, SourceText source, Span span, String latin1) {
    return new Replacement(
        file,
        Position.at(source, span.start()),
        Position.at(source, span.end()),
        new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  private static String latin1(SourceText source, int start, int end) {
    return new String(source.bytes(), start, end - start, StandardCharsets.ISO_8859_1);
  }
}
