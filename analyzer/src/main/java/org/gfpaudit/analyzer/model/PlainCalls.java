package org.gfpaudit.analyzer.model;

import java.nio.charset.StandardCharsets;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * A look at the bytes of a definition that saves parsing it: most names that are called are only
 * called, and cannot be variables of the definition.
 */
final class PlainCalls {
  private PlainCalls() {}

  /**
   * Whether {@code name} stands in {@code extent}, and nowhere but before a parenthesis and after
   * something a declared name cannot follow. Comments and strings count: where they hold the name
   * the answer may be no without need.
   */
  static boolean isOnlyCalled(String name, SourceText text, Span extent) {
    byte[] bytes = text.bytes();
    byte[] word = name.getBytes(StandardCharsets.UTF_8);
    int at = next(word, bytes, extent.start(), extent);
    if (at < 0) {
      return false;
    }
    while (at >= 0) {
      if (!isCall(bytes, at, at + word.length, extent)) {
        return false;
      }
      at = next(word, bytes, at + 1, extent);
    }
    return true;
  }

  /** Whether {@code name} stands anywhere but before a parenthesis: where it is not called. */
  static boolean isNamedOtherwise(String name, byte[] text) {
    byte[] word = name.getBytes(StandardCharsets.UTF_8);
    Span all = new Span(0, text.length);
    for (int at = next(word, text, 0, all); at >= 0; at = next(word, text, at + 1, all)) {
      int behind = at + word.length;
      while (behind < text.length && isSpace(text[behind])) {
        behind++;
      }
      if (behind == text.length || text[behind] != '(') {
        return true;
      }
    }
    return false;
  }

  /** Where a word stands next in {@code extent}, from {@code from} on; -1 where it does not. */
  private static int next(byte[] word, byte[] bytes, int from, Span extent) {
    byte first = word[0];
    int last = extent.end() - word.length;
    for (int start = from; start <= last; start++) {
      if (bytes[start] == first && isAt(word, bytes, start, extent)) {
        return start;
      }
    }
    return -1;
  }

  private static boolean isAt(byte[] word, byte[] bytes, int start, Span extent) {
    for (int i = 1; i < word.length; i++) {
      if (bytes[start + i] != word[i]) {
        return false;
      }
    }
    int end = start + word.length;
    return (start == extent.start() || !SourceText.isWord(bytes[start - 1]))
        && (end == extent.end() || !SourceText.isWord(bytes[end]));
  }

  private static boolean isCall(byte[] bytes, int start, int end, Span extent) {
    int next = end;
    while (next < extent.end() && isBlank(bytes[next])) {
      next++;
    }
    if (next == extent.end() || bytes[next] != '(') {
      return false;
    }
    int before = start - 1;
    while (before >= extent.start() && isBlank(bytes[before])) {
      before--;
    }
    // After a word or a star it could be declared; a dot or an arrow makes it a field.
    return before >= extent.start()
        && !SourceText.isWord(bytes[before])
        && bytes[before] != '*'
        && bytes[before] != '.'
        && bytes[before] != '>';
  }

  private static boolean isSpace(byte b) {
    return isBlank(b) || b == 0x0b || b == '\f';
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
