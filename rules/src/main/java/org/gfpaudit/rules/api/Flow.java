package org.gfpaudit.rules.api;

import java.util.List;
import java.util.stream.Collectors;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.knowledge.SiteProperty;
import org.gfpaudit.rules.mask.Origin;

/** The parts of a message that all rules share. */
public final class Flow {
  private static final int MAX_MASKS = 3;

  private Flow() {}

  /**
   * The masks a verdict is about, as written where they enter: {@code GFP_KERNEL or GFP_USER}; the
   * mask argument itself where nothing else is known.
   */
  public static String masks(RowSubject subject) {
    List<String> texts =
        subject.judgement().culprits().stream()
            .map(Origin::text)
            .filter(text -> !text.isBlank())
            .distinct()
            .sorted()
            .toList();
    if (texts.isEmpty()) {
      return subject.audited().mask().isBlank() ? "a mask" : subject.audited().mask();
    }
    String some = texts.stream().limit(MAX_MASKS).collect(Collectors.joining(" or "));
    return texts.size() <= MAX_MASKS ? some : some + " or " + (texts.size() - MAX_MASKS) + " more";
  }

  /** {@code add_to_page_cache_lru() in mpage_readpages()}; without function at file scope. */
  public static String sinkInFunction(RowSubject subject) {
    String function = subject.audited().place().function();
    return subject.audited().sink() + "()" + (function.isEmpty() ? "" : " in " + function + "()");
  }

  /**
   * What the mask does to the mapping, for the end of a message; of a page that enters none, that.
   */
  public static String effect(RowSubject subject, String onMapping) {
    return subject.facts().properties().contains(SiteProperty.NEVER_INSERTED)
        ? "the page enters no mapping"
        : onMapping;
  }

  /** What is held where reclaim is let in, and that reclaim waits for it. */
  public static String held(Reentry reentry) {
    if (reentry.held().get(0).kind() == ChainStep.Kind.SERVES) {
      return "a device waiting for it, and reclaim can wait for that device";
    }
    return reentry.lock().equals(LockClass.FROZEN_QUEUE)
        ? "the queue of a device frozen, and reclaim can wait for I/O to it"
        : reentry.lock().text()
            + " held for "
            + reentry.mode().word()
            + ", and reclaim can wait for that lock";
  }
}
