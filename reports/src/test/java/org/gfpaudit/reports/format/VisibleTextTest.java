package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void plainTextIsKept() {
    String text = "fs/\u00e9t\u00e9.c: GFP_KERNEL \ud83d\ude00";
    assertEquals(text, VisibleText.of(text));
  }

  @Test
  void controlsOfBothRangesAreEscaped() {
    assertEquals("\\x1b[2J\\x0a\\x0d\\x09\\x7f\\x9b", VisibleText.of("\033[2J\n\r\t\u007f\u009b"));
  }

  @Test
  void marksThatTurnOrHideTextAreEscaped() {
    assertEquals("\\u202e\\u2066\\u200b\\ufeff", VisibleText.of("\u202e\u2066\u200b\ufeff"));
  }

  @Test
  void halvesOfSurrogatePairsAreEscapedAndWholePairsKept() {
    assertEquals("\\ud83d \ud83d\ude00\\x07", VisibleText.of("\ud83d \ud83d\ude00\007"));
  }

  @Test
  void lineFeedsStayWhereAFormatQuotesThem() {
    assertEquals("a\nb\\x1b", VisibleText.keepingLineFeeds("a\nb\033"));
  }
}
