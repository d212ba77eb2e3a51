package org.gfpaudit.analyzer.lsp;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * Positions of the protocol in one text: lines and UTF-16 code units from 0, where the audit counts
 * lines and bytes from 1.
 */
final class TextPositions {
  private final SourceText source;

  TextPositions(SourceText source) {
    this.source = source;
  }

  /** The range of some bytes. */
  Range range(Span span) {
    return new Range(position(span.start()), position(span.end()));
  }

  /** The range of the word at a place, or of one byte where none is there. */
  Range word(int line, int column) {
    return range(wordSpan(line, column));
  }

  /** The bytes of the word at a place, which is moved into the text where it lies outside. */
  Span wordSpan(int line, int column) {
    int shown = Math.min(Math.max(1, line), source.lineCount());
    Span whole = source.lineSpan(shown);
    int start = Math.min(whole.start() + Math.max(1, column) - 1, whole.end());
    int end = start;
    while (end < whole.end() && SourceText.isWord(source.bytes()[end])) {
      end++;
    }
    return new Span(start, Math.max(end, Math.min(start + 1, whole.end())));
  }

  /** The position of a byte. */
  Position position(int offset) {
    int line = source.line(offset);
    Span span = source.lineSpan(line);
    return new Position(line - 1, units(span.start(), offset));
  }

  /** The byte at a position, which is moved into the text where it lies outside. */
  int offset(Position position) {
    if (position.getLine() >= source.lineCount()) {
      return source.length();
    }
    Span span = source.lineSpan(position.getLine() + 1);
    int at = span.start();
    int units = 0;
    while (at < span.end() && units < position.getCharacter()) {
      int next = at + 1;
      while (next < span.end() && (source.bytes()[next] & 0xc0) == 0x80) {
        next++;
      }
      units += units(at, next);
      at = next;
    }
    return at;
  }

  private int units(int start, int end) {
    boolean isPlain = true;
    for (int i = start; i < end && isPlain; i++) {
      isPlain = source.bytes()[i] >= 0;
    }
    return isPlain ? end - start : source.text(new Span(start, end)).length();
  }
}
