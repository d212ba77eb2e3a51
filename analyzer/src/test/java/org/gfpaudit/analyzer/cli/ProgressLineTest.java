package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final List<String> shown = new ArrayList<>();
  private final AtomicLong seconds = new AtomicLong();
  private final ProgressLine line =
      new ProgressLine(
          text -> shown.add(text.replace("\r\033[K", "")), () -> seconds.get() * 1_000_000_000L);

  private String after(long elapsed, long done, long total) {
    seconds.addAndGet(elapsed);
    line.advance(done, total);
    return shown.get(shown.size() - 1);
  }

  @Test
  void theTimeThatIsLeftIsGuessedFromThatOfTheStage() {
    line.stage("walk");
    seconds.addAndGet(100);
    line.stage("scan");
    assertEquals("scan 1/100 (1 %)", after(0, 1, 100));
    assertEquals("scan 25/100 (25 %), 6 s left", after(2, 25, 100));
    assertEquals("scan 30/100 (30 %), 4:54 min left", after(124, 30, 100));
    assertEquals("scan 100/100 (100 %)", after(1, 100, 100));
    assertEquals("scan 7", after(1, 7, 0));
  }

  @Test
  void nothingIsShownMoreThanTenTimesASecond() {
    line.stage("scan");
    line.advance(1, 9);
    line.advance(2, 9);
    assertEquals(List.of("scan", "scan 1/9 (11 %)"), shown);
    line.clear();
    line.clear();
    assertEquals(3, shown.size());
  }
}
