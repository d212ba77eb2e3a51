package org.gfpaudit.analyzer.model;

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
    boolean isCalled = false;
    int last = extent.end() - name.length();
    for (int start = extent.start(); start <= last; start++) {
      if (isAt(name, bytes, start, extent)) {
        if (!isCall(bytes, start, start + name.length(), extent)) {
          return false;
        }
        isCalled = true;
      }
    }
    return isCalled;
  }

  private static boolean isAt(String name, byte[] bytes, int start, Span extent) {
    for (int i = 0; i < name.length(); i++) {
      if (bytes[start + i] != name.charAt(i)) {
        return false;
      }
    }
    int end = start + name.length();
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

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
