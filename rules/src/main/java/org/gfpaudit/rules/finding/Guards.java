package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * What an audit knows of what reclaim may do: enough to tell later what was taken away.
 *
 * @param calls every call that allocates page cache, sorted
 * @param setters every call that sets the mask of a mapping, sorted
 */
public record Guards(List<GuardedCall> calls, List<ConstrainerSite> setters) {
  public Guards {
    calls = calls.stream().sorted().toList();
    setters = setters.stream().sorted().toList();
  }

  /** Where nothing is known. */
  public static final Guards NONE = new Guards(List.of(), List.of());
}
