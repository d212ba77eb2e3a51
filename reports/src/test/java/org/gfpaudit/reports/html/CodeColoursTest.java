package org.gfpaudit.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodeColoursTest {
  /** The colour of each character, as its mark, a dot for none; blanks and line feeds stay. */
  private static String colours(String code) {
    CodeColours colours = new CodeColours(code.getBytes(StandardCharsets.ISO_8859_1));
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      String mark = colours.at(i).mark();
      marks.append(code.charAt(i) <= ' ' ? code.charAt(i) : mark.isEmpty() ? '.' : mark.charAt(0));
    }
    return marks.toString();
  }

  @Test
  void tokensAreToldApart() {
    assertEquals("kkkkkk .. . .. cc c cc", colours("return f( x ); /* y */"));
    assertEquals(".....sssss sss.", colours("call(\"a\\\"\" 'b')"));
    assertEquals("cc cc\nkkk ..", colours("// no\nint x;"));
  }

  @Test
  void aCommentOfManyLinesStaysOne() {
    assertEquals("cc c\n c\n cc ..", colours("/* a\n b\n */ x;"));
  }

  @Test
  void behindADirectiveStandsCode() {
    assertEquals("ppppppp . kkkkkk cc c cc", colours("#define X sizeof /* c */"));
    assertEquals("pppppppp ssssss", colours("#include \"ab.h\""));
  }

  @Test
  void anyBytesHaveColours() {
    assertEquals("cc c", colours("/* \351"));
    assertEquals("ss", colours("\"a"));
    assertEquals("", colours(""));
  }
}
