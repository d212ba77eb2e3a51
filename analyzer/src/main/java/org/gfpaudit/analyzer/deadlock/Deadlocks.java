package org.gfpaudit.analyzer.deadlock;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.rules.finding.Problem;

/**
 * What the deadlock phase found.
 *
 * @param objections allocations that reclaim can wait for the holder of, sorted by place
 * @param locks how many locks are held over an allocation that may reclaim
 * @param looked what was looked at on the side of reclaim, by the subsystem
 * @param problems what went wrong and what was not searched to its end, in the order of the
 *     subsystems
 */
public record Deadlocks(
    List<Objection> objections,
    int locks,
    SortedMap<String, String> looked,
    List<Problem> problems) {
  /** Where nobody looked. */
  public static final Deadlocks NONE = new Deadlocks(List.of(), 0, new TreeMap<>(), List.of());

  public Deadlocks {
    objections = List.copyOf(objections);
    problems = List.copyOf(problems);
    looked = Collections.unmodifiableSortedMap(new TreeMap<>(looked));
  }
}
