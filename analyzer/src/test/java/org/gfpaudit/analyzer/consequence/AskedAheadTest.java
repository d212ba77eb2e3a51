package org.gfpaudit.analyzer.consequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gfpaudit.grammar.thread.Loop;
import org.junit.jupiter.api.Test;

/** What is asked ahead of its turn. */
class AskedAheadTest {

  @Test
  void anErrorIsLeftToWhoAsksInTurnAndTheOthersAreAsked() {
    List<Integer> asked = new ArrayList<>();
    Consumer<Integer> question =
        item -> {
          if (item == 2) {
            throw new IllegalStateException("an error of our own");
          }
          asked.add(item);
        };
    new AskedAhead(Loop.ALONE).ask(List.of(1, 2, 3), question);
    assertEquals(List.of(1, 3), asked);
    assertThrows(IllegalStateException.class, () -> question.accept(2));
  }
}
