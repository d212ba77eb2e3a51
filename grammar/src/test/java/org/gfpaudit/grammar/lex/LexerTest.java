package org.gfpaudit.grammar.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LexerTest {
  private static List<String> words(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    TokenBuffer tokens = Lexer.lex(bytes, 0, bytes.length);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      words.add(text.substring(tokens.start(i), tokens.end(i)));
    }
    return words;
  }

  @Test
  void commentsAndSpacesVanish() {
    assertEquals(List.of("a", "b", "c"), words("a/* x\n*/b // c \\\n d\n\tc"));
    assertEquals(List.of("a"), words("a /* open"));
  }

  @Test
  void splicesJoinLines() {
    assertEquals(List.of("a", "+", "b"), words("a + \\\n b"));
    assertEquals(List.of("a", "+", "b"), words("a + \\\r\n b"));
    assertEquals(List.of("\"x\\\r\ny\"", ";"), words("\"x\\\r\ny\";"));
    assertEquals(List.of("ab\\\ncd"), words("ab\\\ncd"));
  }

  @Test
  void directivesAreOneToken() {
    assertEquals(
        List.of("a", "# define X(y) \\\r\n  y /* c\n */ + 1", "b"),
        words("a\n# define X(y) \\\r\n  y /* c\n */ + 1\nb"));
    assertEquals(List.of("#error don't", "x"), words("#error don't\nx"));
    assertEquals(List.of("a", "#", "b"), words("a # b"));
  }

  @Test
  void literals() {
    assertEquals(List.of("0x1fUL", "-", "1e-3f", "10000baseT"), words("0x1fUL - 1e-3f 10000baseT"));
    assertEquals(List.of("0xe", "-", "1"), words("0xe-1"));
    assertEquals(List.of("1", "...", "5"), words("1...5"));
    assertEquals(
        List.of("L'x'", "u8\"s\"", "'\\''", "\"\\\"\""), words("L'x' u8\"s\" '\\'' \"\\\"\""));
    assertEquals(List.of("\"open", "x"), words("\"open\nx"));
  }

  @Test
  void punctuators() {
    assertEquals(
        List.of("a", "<<=", "b", ">>", "c", "->", "d", "...", "--", "e", "!=", "f", "^=", "g"),
        words("a<<=b>>c->d...--e!=f^=g"));
  }

  @Test
  void foreignBytesAreWords() {
    assertEquals(List.of("na\u00efve", "@", "`"), words("na\u00efve @ `"));
  }

  @Property
  void tokensAdvanceAndStayInside(@ForAll byte[] bytes) {
    TokenBuffer tokens = Lexer.lex(bytes, 0, bytes.length);
    int before = 0;
    for (int i = 0; i < tokens.count(); i++) {
      assertTrue(tokens.start(i) >= before && tokens.end(i) > tokens.start(i));
      before = tokens.end(i);
    }
    assertTrue(before <= bytes.length);
  }
}
