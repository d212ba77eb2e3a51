package org.gfpaudit.analyzer.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrandsTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatCameOfTheWorkIsGivenOrThrown(boolean areAside) {
    try (Errands errands = new Errands(areAside)) {
      assertEquals("done", errands.start("work", () -> "done").get());
      var failing =
          errands.<String>start(
              "failing",
              () -> {
                throw new IllegalStateException("failed");
              });
      assertThrows(IllegalStateException.class, failing::get);
    }
  }

  @Test
  void noneGoesOnWhereWhatTheyAreDoneBesideIsBrokenOff() {
    Thread main = Thread.currentThread();
    AtomicBoolean isDone = new AtomicBoolean();
    assertThrows(IllegalStateException.class, () -> breakOff(main, isDone));
    assertTrue(isDone.get());
  }

  private static void breakOff(Thread main, AtomicBoolean isDone) {
    try (Errands errands = new Errands(/* areAside= */ true)) {
      var unused =
          errands.start(
              "work",
              () -> {
                while (main.getState() != Thread.State.WAITING) {
                  Thread.onSpinWait(); // Until somebody waits for it.
                }
                isDone.set(true);
                return "done";
              });
      throw new IllegalStateException("broken off");
    }
  }
}
