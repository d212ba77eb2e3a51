package org.gfpaudit.reports.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineChangesTest {
  private static byte[] bytes(String letters) {
    return String.join("\n", letters.split("")).getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "abc,abc,''",
    "abc,axc,2",
    "abc,abxc,3",
    "abcd,ad,2",
    "abc,xabc,1",
    "aaa,aa,3",
    "abcdefg,xbcdefy,'1,7'",
  })
  void lines(String before, String after, String expected) {
    LineChanges changes = LineChanges.between(bytes(before), bytes(after));
    List<String> changed =
        IntStream.rangeClosed(1, 20).filter(changes::contains).mapToObj(String::valueOf).toList();
    assertEquals(expected, String.join(",", changed));
  }

  @ParameterizedTest
  @CsvSource({
    "abc,abc,123",
    "abc,xabc,0123",
    "abcd,ad,10",
    "abc,axxbc,10023",
    "abcdefg,xbcdefy,0234560",
  })
  void whereALineWas(String before, String after, String expected) {
    LineChanges changes = LineChanges.between(bytes(before), bytes(after));
    StringBuilder lines = new StringBuilder();
    IntStream.rangeClosed(1, after.length()).map(changes::before).forEach(lines::append);
    assertEquals(expected, lines.toString());
  }

  @Test
  void allAndNone() {
    assertTrue(LineChanges.all().contains(1_000_000));
    assertFalse(LineChanges.none().contains(1));
  }
}
