package org.gfpaudit.grammar.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SwallowedCode;
import org.gfpaudit.grammar.segment.Segment;

/**
 * Notes of a file whether code was passed over in it that could be a function: because a brace is
 * missing or too many, or because something does not end.
 */
final class Doubts {
  /** With room behind it, as all that is interned. */
  private static final byte[] NAME =
      Arrays.copyOf(
          SwallowedCode.NAME.getBytes(StandardCharsets.US_ASCII),
          SwallowedCode.NAME.length() + ReadBuffer.SLACK);

  private final Text text;
  private final ScanPart part;

  private boolean isAny;

  Doubts(Text text, ScanPart part) {
    this.text = text;
    this.part = part;
  }

  void nextFile() {
    isAny = false;
  }

  /** Something is passed over, or the file ends inside it. */
  void add() {
    isAny = true;
  }

  /** Notes a brace inside of something that holds no functions, where it looks like a body. */
  void addIfBody(int brace) {
    isAny |= isBody(brace);
  }

  /** Whether the brace stands in column 0 behind a parenthesis. */
  boolean isBody(int brace) {
    if (!text.isColumnZero(brace)) {
      return false;
    }
    int before = text.spaceBefore(brace);
    return before > 0 && text.bytes[before - 1] == ')';
  }

  /** Records what was noted, as the last of the file. */
  void record(int condition) {
    if ((isAny || text.hasUnclosedComment) && text.limit > 0) {
      int last = text.limit - 1;
      int name = part.names.intern(NAME, 0, SwallowedCode.NAME.length());
      int entity = part.begin(EntityKind.INVOCATION, name, last, last, Segment.STATIC, condition);
      part.end.set(entity, text.limit);
      part.call(name);
    }
  }
}
