package org.gfpaudit.grammar.scan;

import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.segment.Segment;

/** Turns the macro definitions that wait into entities. */
final class MacroScanner {
  private final Text text;
  private final Directives directives;
  private final CodeScanner code;
  private final ScanPart part;

  MacroScanner(Text text, Directives directives, CodeScanner code, ScanPart part) {
    this.text = text;
    this.directives = directives;
    this.code = code;
    this.part = part;
  }

  /** Records the waiting macros that start before {@code offset}. */
  void flushBefore(int offset) {
    int count = directives.waitingCount();
    int done = 0;
    while (done < count && directives.waiting(done, 0) < offset) {
      record(done++);
    }
    directives.forget(done);
  }

  private void record(int macro) {
    int start = directives.waiting(macro, 0);
    int name = directives.waiting(macro, 1);
    int nameEnd = directives.waiting(macro, 2);
    int end = directives.waiting(macro, 3);
    boolean hasParameters = text.bytes[nameEnd] == '(';
    int entity =
        part.begin(
            hasParameters ? EntityKind.FUNCTION_MACRO : EntityKind.OBJECT_MACRO,
            part.names.intern(text.bytes, name, nameEnd),
            start,
            name,
            text.mentionsMaskType(nameEnd, end) ? Segment.MASK_TYPE : 0,
            directives.waiting(macro, 4));
    int last = text.spaceBefore(end);
    part.end.set(entity, Math.max(last, nameEnd));
    scan(nameEnd, end, hasParameters);
  }

  private void scan(int nameEnd, int end, boolean hasParameters) {
    byte[] bytes = text.bytes;
    int limit = text.limit;
    byte terminator = bytes[end];
    text.limit = end;
    bytes[end] = 0;
    if (hasParameters) {
      int body = nameEnd;
      while (body < end && bytes[body] != ')') {
        body++;
      }
      code.macro(body);
    } else {
      code.alias(nameEnd);
    }
    bytes[end] = terminator;
    text.limit = limit;
  }
}
