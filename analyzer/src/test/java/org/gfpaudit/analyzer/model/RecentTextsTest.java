package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

final class RecentTextsTest {
  /** With twenty of these, the first is no longer kept. */
  private static final int LARGE = 1_000_000;

  private static final int MANY = 20;

  private final Map<String, byte[]> tree = new HashMap<>();
  private final Map<String, Integer> readings = new HashMap<>();

  RecentTextsTest() {
    IntStream.range(0, MANY).forEach(file -> tree.put(path(file), content((byte) ('a' + file))));
  }

  private static byte[] content(byte letter) {
    byte[] content = new byte[LARGE];
    Arrays.fill(content, letter);
    content[LARGE / 2] = '\n';
    return content;
  }

  private static String path(int file) {
    return file + ".c";
  }

  private static SourceFile file(int number) {
    return new SourceFile(number);
  }

  private RecentTexts texts(boolean canBeReadAgain) {
    return new RecentTexts(
        file -> path(file.number()),
        path -> {
          readings.merge(path, 1, Integer::sum);
          return Objects.requireNonNull(tree.get(path)).clone();
        },
        path -> canBeReadAgain);
  }

  private static void readAll(RecentTexts texts) {
    IntStream.range(0, MANY).forEach(file -> texts.of(file(file)));
  }

  @Test
  void aTextThatWasAskedForOfLateIsNotReadAgain() {
    RecentTexts texts = texts(true);
    texts.of(file(0));
    texts.of(file(0));
    assertEquals(Map.of("0.c", 1), readings);
  }

  @Test
  void ofManyTextsTheFirstAreLetGoAndReadAgain() {
    RecentTexts texts = texts(true);
    readAll(texts);
    assertArrayEquals(tree.get("0.c"), texts.of(file(0)).bytes());
    assertEquals(2, readings.get("0.c"));
  }

  @Test
  void whatCannotBeReadAgainStays() {
    RecentTexts texts = texts(false);
    readAll(texts);
    readAll(texts);
    assertTrue(readings.values().stream().allMatch(times -> times == 1), readings::toString);
  }

  /** What depends on lines is remembered as such by whether anybody asked for a line. */
  @Test
  void aTextThatIsReadAgainKnowsThatItsLinesWereAskedFor() {
    RecentTexts texts = texts(true);
    SourceText before = texts.of(file(0));
    readAll(texts);
    assertEquals(2, before.line(LARGE - 1));
    assertTrue(texts.of(file(0)).hasLines());
  }

  @Test
  void aFileThatChangedMeanwhileIsNoLongerRead() {
    RecentTexts texts = texts(true);
    readAll(texts);
    assertDoesNotThrow(texts::requireUnchanged);
    tree.put("0.c", content((byte) '!'));
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> texts.of(file(0)));
    assertEquals(
        "0.c changed while it was audited: run it again",
        Objects.requireNonNull(failure.getCause()).getMessage());
    assertThrows(UncheckedIOException.class, texts::requireUnchanged);
  }
}
