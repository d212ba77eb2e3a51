package org.gfpaudit.rules.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.finding.Reentry;
import org.junit.jupiter.api.Test;

/** What messages say of what is held. */
class FlowTest {
  private static String held(LockClass lock, ChainStep.Kind first) {
    ChainStep step = new ChainStep(new Place("fs/pond.c", 3, 1, "pond_read"), first, "it");
    return Flow.held(
        new Reentry(
            lock,
            LockMode.WRITE,
            List.of(step),
            List.of(step),
            ReclaimBit.FS,
            new Reentry.Doubt(List.of(), "all")));
  }

  private static LockClass pseudo(String name) {
    return new LockClass(LockClass.Kind.PSEUDO, "", name);
  }

  @Test
  void eachKindOfLockIsCalledWhatItIs() {
    assertEquals(
        "struct pond.lock held for write, and reclaim can wait for that lock",
        held(LockClass.ofField("struct pond", "lock"), ChainStep.Kind.HOLDS));
    assertEquals(
        "the lock of a folio held for write, and reclaim can wait for that lock",
        held(pseudo("the lock of a folio"), ChainStep.Kind.HOLDS));
    assertEquals(
        "the queue of a device frozen, and reclaim can wait for I/O to it",
        held(LockClass.FROZEN_QUEUE, ChainStep.Kind.HOLDS));
    assertEquals(
        "a device waiting for it, and reclaim can wait for that device",
        held(pseudo("I/O to its device"), ChainStep.Kind.SERVES));
  }
}
