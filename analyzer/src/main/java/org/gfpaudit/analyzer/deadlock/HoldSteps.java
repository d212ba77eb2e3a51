package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.locks.HeldLock;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.ChainStep;

/** How a lock comes to be held, as the steps of a chain. */
public final class HoldSteps {
  private HoldSteps() {}

  /**
   * The calls that lead to the one that takes {@code lock}, and that one; nothing of what is held
   * from the start.
   *
   * @param subsystem whose lock it is, where each file system has a class of its own
   */
  public static List<ChainStep> of(HeldLock lock, String subsystem, Model model) {
    List<ChainStep> steps = new ArrayList<>();
    for (int i = 0; i < lock.way().size() - 1; i++) {
      CallSite call = lock.way().get(i);
      String word = model.program().textOf(call.entity()).wordAt(call.offset());
      steps.add(
          new ChainStep(
              model.place(call), ChainStep.Kind.CALLS, word + "(), which returns with it"));
    }
    if (!lock.way().isEmpty()) {
      CallSite taken = lock.way().get(lock.way().size() - 1);
      String what = lock.lock().in(subsystem).text() + " for " + lock.mode().word();
      steps.add(new ChainStep(model.place(taken), ChainStep.Kind.HOLDS, what));
    }
    return steps;
  }
}
