package org.gfpaudit.analyzer.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.gfpaudit.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

class TextPositionsTest {

  private static TextPositions of(byte[] bytes) {
    return new TextPositions(new SourceText("x.c", bytes));
  }

  private static TextPositions of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void unitsAreThoseOfUtf16() {
    TextPositions positions = of("a\n/* é 😀 */ f(x);\n");

    // In bytes é takes two and the face four; in UTF-16 they are one unit and two.
    assertEquals(new Range(new Position(1, 11), new Position(1, 12)), positions.word(2, 15));
    assertEquals(16, positions.offset(new Position(1, 11)));
  }

  @Test
  void aByteThatIsNoUtf8IsOneCharacter() {
    TextPositions positions = of(new byte[] {'/', (byte) 0xe9, '/', 'x', '\n'});

    assertEquals(new Range(new Position(0, 3), new Position(0, 4)), positions.word(1, 4));
  }

  @Test
  void placesOutsideAreMovedInside() {
    TextPositions positions = of("int x;\n");

    assertEquals(new Position(1, 0), positions.word(9, 9).getStart());
    assertEquals(7, positions.offset(new Position(9, 0)));
    assertEquals(6, positions.offset(new Position(0, 99)));
  }

  @Property
  void anOffsetSurvivesTheWayThereAndBack(
      @ForAll String text, @ForAll @IntRange(min = 0, max = 200) int at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TextPositions positions = of(bytes);
    int offset = Math.min(at, bytes.length);
    while (offset > 0 && offset < bytes.length && (bytes[offset] & 0xc0) == 0x80) {
      offset--; // Positions lie between characters.
    }
    boolean isLineEnd =
        offset > 0
            && offset < bytes.length + 1
            && (bytes[offset - 1] == '\r' || (offset < bytes.length && bytes[offset] == '\n'));
    if (!isLineEnd) {
      assertEquals(offset, positions.offset(positions.position(offset)));
    }
  }
}
