package org.gfpaudit.analyzer.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSearchTest {
  private static boolean isIn(String text, String... words) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new WordSearch(List.of(words)).isIn(bytes, bytes.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KERNEL_VERSION",
        "KERNEL_VERSION(6,1,0)",
        "#if KERNEL_VERSION",
        "((KERNEL_VERSION",
        "a KERNEL_VERSIONS KERNEL_VERSION",
        "POND",
        "\u00e4POND\u00e4",
      })
  void aWordIsFoundWhereverItStands(String text) {
    assertTrue(isIn(text, "KERNEL_VERSION", "POND"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "P", "POND_", "_POND", "POND1", "XPOND", "KERNEL_VERSIONPOND", "pond"})
  void aPartOfAWordIsNone(String text) {
    assertFalse(isIn(text, "KERNEL_VERSION", "POND"));
  }

  @Test
  void bytesBehindTheEndAreNotLookedAt() {
    byte[] bytes = "a POND".getBytes(StandardCharsets.ISO_8859_1);
    WordSearch search = new WordSearch(Set.of("POND"));
    assertFalse(search.isIn(bytes, bytes.length - 1));
    assertTrue(search.isIn("POND1".getBytes(StandardCharsets.ISO_8859_1), 4));
  }

  @Test
  void whereAWordIsTooShortNothingIsSaidToBeAbsent() {
    assertTrue(isIn("nothing", "V", "KERNEL_VERSION"));
  }

  @Test
  void aVeryLongWordIsFound() {
    String word = "A".repeat(300);
    assertTrue(isIn("x " + word + ";", word));
    assertFalse(isIn("x " + word.substring(1) + ";", word));
  }

  @Property(tries = 3_000)
  void itFindsWhatARegularExpressionFinds(
      @ForAll @Size(min = 1, max = 5)
          List<@StringLength(min = 2, max = 5) @Chars({'a', 'b', 'A', '_', '1'}) String> words,
      @ForAll @StringLength(max = 60) @Chars({'a', 'b', 'A', '_', '1', ' ', '(', '\n'})
          String text) {
    String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    boolean isFound = Pattern.compile("\\b(?:" + any + ")\\b").matcher(text).find();
    assertEquals(isFound, isIn(text, words.toArray(String[]::new)));
  }
}
