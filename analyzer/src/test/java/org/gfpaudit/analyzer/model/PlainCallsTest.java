package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether {@code leaf} is called, and nothing else is done with it. */
final class PlainCallsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leaf();|true",
        "x = leaf (1) + leaf(2);|true",
        "if (leaf\t(1)) return;|true",
        "x = -leaf();|true",
        "f(&leaf);|false",
        "x = leaf;|false",
        "leaf(); x = leaf;|false",
        "ops->leaf();|false",
        "ops.leaf();|false",
        "x = a > leaf();|false",
        "int leaf();|false",
        "int *leaf();|false",
        "x = *leaf();|false",
        "return leaf();|false",
        "leaves();|false",
        "new_leaf();|false",
        "new_leaf(); leaf();|true",
        "leaf2();|false",
        "x = y;|false",
        "leaf|false",
      })
  void aNameIsOnlyCalled(String body, boolean expected) {
    SourceText text = new SourceText("a.c", ("{ " + body + " }").getBytes(StandardCharsets.UTF_8));
    assertEquals(expected, PlainCalls.isOnlyCalled("leaf", text, new Span(0, text.length())), body);
  }

  @ParameterizedTest
  @CsvSource({"0, 9, true", "0, 8, false", "0, 18, false", "2, 9, false", "3, 9, false"})
  void onlyTheExtentIsLookedAt(int start, int end, boolean expected) {
    SourceText text = new SourceText("a.c", "; leaf  () ; leaf;".getBytes(StandardCharsets.UTF_8));
    Span extent = new Span(start, end);
    assertEquals(expected, PlainCalls.isOnlyCalled("leaf", text, extent), extent::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leaf(1); leaf (2); leaf\t( 3);|false",
        "new_leaf; leaves; leaf2; x = y;|false",
        "leaf(1); x = leaf;|true",
        "f(leaf, 1);|true",
        "leaf|true",
      })
  void aNameStandsForMoreThanItsCalls(String text, boolean expected) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(expected, PlainCalls.isNamedOtherwise("leaf", bytes), text);
  }
}
