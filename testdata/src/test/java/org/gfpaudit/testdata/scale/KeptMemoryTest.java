package org.gfpaudit.testdata.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.SourceTree;
import org.junit.jupiter.api.Test;

/** One process audits many trees, as a comparison does: what one took is free for the next. */
class KeptMemoryTest {
  private static final int AUDITS = 20;
  private static final int FUNCTIONS = 4_000;

  private static Audited audit(SourceTree tree) throws IOException {
    return new AuditRequest(tree, List.of(), Optional.empty(), /* jobs= */ 2, Progress.NONE)
        .audited();
  }

  /** What is reachable, in bytes. */
  private static long liveBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** What an audit takes as long as somebody holds it, in bytes. */
  private static long heldBytes(SourceTree tree, long before) throws IOException {
    Audited held = audit(tree);
    try {
      return liveBytes() - before;
    } finally {
      Reference.reachabilityFence(held);
    }
  }

  @Test
  void twentyAuditsLeaveLessBehindThanOneTakes() throws IOException {
    SourceTree tree = ScaledTree.of(Shape.GROUPS, FUNCTIONS);
    assertEquals(FUNCTIONS, audit(tree).result().rows().size()); // Classes are loaded once.
    long before = liveBytes();
    long one = heldBytes(tree, before);
    assertTrue(one > 0, () -> "an audit takes " + one + " bytes");

    for (int i = 0; i < AUDITS; i++) {
      audit(tree);
    }
    long left = liveBytes() - before;

    assertTrue(left < one, () -> left + " bytes are left, and one audit takes " + one);
  }
}
