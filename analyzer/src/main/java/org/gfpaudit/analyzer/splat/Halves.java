package org.gfpaudit.analyzer.splat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.splat.Splat.Link;
import org.gfpaudit.analyzer.splat.Splat.State;

/**
 * What a report says of reclaim.
 *
 * @param held the lock that is held over the allocation; its stack is that of the allocation
 * @param reclaim the lock that reclaim takes; its stack is that of reclaim
 * @param between the locks that lead from the second to the first, each taken with the one before
 *     held; empty where both are one. The last is the one that is held, at the stack that takes it
 */
public record Halves(Link held, Link reclaim, List<Link> between) {
  public Halves {
    between = List.copyOf(between);
  }

  /** What is said of reclaim; empty where reclaim is no part of it. */
  public static Optional<Halves> of(Splat splat) {
    return switch (splat.kind()) {
      case CIRCULAR, RECURSIVE -> circle(splat.links());
      case INCONSISTENT, INVERSION -> states(splat);
      case INTERRUPTS, UNBALANCED, CONTEXT, FREED, RCU -> Optional.empty();
    };
  }

  private static Optional<Halves> circle(List<Link> links) {
    int count = links.size();
    for (int i = 0; i < count && count > 1; i++) {
      if (links.get(i).lock().isReclaim()) {
        Link before = links.get((i + count - 1) % count);
        List<Link> between = new ArrayList<>();
        for (int step = 2; step < count; step++) {
          between.add(links.get((i + step) % count));
        }
        return Optional.of(
            new Halves(
                new Link(before.lock(), State.OVER_RECLAIM, links.get(i).stack()),
                links.get((i + 1) % count),
                between));
      }
    }
    return Optional.empty();
  }

  private static Optional<Halves> states(Splat splat) {
    Optional<Link> held = splat.in(State.OVER_RECLAIM);
    Optional<Link> reclaim = splat.in(State.IN_RECLAIM);
    if (held.isEmpty() || reclaim.isEmpty()) {
      return Optional.empty();
    }
    List<Link> between =
        splat.links().stream().filter(link -> link.state() == State.TAKEN).toList();
    return Optional.of(new Halves(held.get(), reclaim.get(), between));
  }
}
