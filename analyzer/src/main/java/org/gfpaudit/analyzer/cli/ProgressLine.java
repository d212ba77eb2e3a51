package org.gfpaudit.analyzer.cli;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gfpaudit.analyzer.driver.Progress;

/** One line on a terminal, rewritten at most ten times a second. */
final class ProgressLine implements Progress {
  private static final long INTERVAL_NANOS = 100_000_000L;
  private static final long WORTH_A_GUESS_NANOS = 1_000_000_000L;
  private static final String ERASE = "\r\033[K";

  private final Consumer<String> terminal;
  private final LongSupplier nanoTime;
  private String stage = "";
  private long stageNanos;
  private volatile long lastNanos;
  private boolean isShown;

  ProgressLine(Consumer<String> terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.lastNanos = nanoTime.getAsLong() - INTERVAL_NANOS;
  }

  @Override
  public synchronized void stage(String name) {
    stage = name;
    stageNanos = nanoTime.getAsLong();
    show(name);
    // The first count of a stage may follow at once.
    lastNanos = nanoTime.getAsLong() - INTERVAL_NANOS;
  }

  @Override
  public void advance(long done, long total) {
    // Workers call this per file: look at the clock before taking the lock.
    if (nanoTime.getAsLong() - lastNanos < INTERVAL_NANOS) {
      return;
    }
    synchronized (this) {
      lastNanos = nanoTime.getAsLong();
      long percent = total <= 0 ? 0 : Math.min(100, done * 100 / total);
      String share = total > 0 ? "/" + total + " (" + percent + " %)" : "";
      show(stage + " " + done + share + left(done, total));
    }
  }

  /** How long the stage will take if it goes on like this; nothing while that is a wild guess. */
  private String left(long done, long total) {
    long elapsed = lastNanos - stageNanos;
    if (elapsed < WORTH_A_GUESS_NANOS || done <= 0 || total <= done) {
      return "";
    }
    long seconds = Math.round(elapsed / 1e9 * (total - done) / done);
    return seconds < 60
        ? ", " + seconds + " s left"
        : ", " + seconds / 60 + ":" + String.format("%02d", seconds % 60) + " min left";
  }

  /** Takes the line away, if it is there. */
  synchronized void clear() {
    if (isShown) {
      terminal.accept(ERASE);
      isShown = false;
    }
  }

  private void show(String text) {
    terminal.accept(ERASE + text);
    isShown = true;
  }
}
