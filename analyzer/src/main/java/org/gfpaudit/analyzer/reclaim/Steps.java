package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Place;

/** Tells the way to a lock step by step. */
final class Steps {
  private final Model model;

  /**
   * What leads from one function to the next.
   *
   * @param site where it stands; empty for what reclaim enters by
   * @param what of a sleep; the field of a root
   */
  record Mark(Optional<Site> site, ChainStep.Kind kind, String what) {}

  Steps(Model model) {
    this.model = model;
  }

  /** From where reclaim enters to where the lock is waited for. */
  List<ChainStep> of(Arrival arrival) {
    Deque<Node> nodes = new ArrayDeque<>();
    for (Optional<Node> node = Optional.of(arrival.node());
        node.isPresent();
        node = node.get().from()) {
      nodes.push(node.get());
    }
    List<ChainStep> steps = new ArrayList<>();
    for (Node node : nodes) {
      for (Mark mark : node.steps()) {
        steps.add(step(mark, node.entity()));
      }
    }
    for (Mark mark : arrival.marks()) {
      Entity by = mark.site().orElseThrow().entity();
      steps.add(step(mark, by));
    }
    if (!arrival.marks().isEmpty()) {
      return steps;
    }
    String mode = arrival.mode().word();
    steps.add(
        new ChainStep(
            place(arrival.site()),
            ChainStep.Kind.WAITS_FOR,
            arrival.lock().text() + " for " + mode));
    return steps;
  }

  private ChainStep step(Mark mark, Entity callee) {
    String function = model.program().name(callee) + "()";
    if (mark.site().isEmpty()) {
      String through = mark.what().isEmpty() ? "" : ", stored in " + mark.what();
      return new ChainStep(head(callee), mark.kind(), function + through);
    }
    Place place = place(mark.site().get());
    return switch (mark.kind()) {
      case WAITS_FOR, WOKEN_BY -> new ChainStep(place, mark.kind(), mark.what());
      case EVICTS -> new ChainStep(place, mark.kind(), "by " + function);
      default -> new ChainStep(place, mark.kind(), function);
    };
  }

  private Place place(Site site) {
    return model.place(new CallSite(site.entity(), site.offset()));
  }

  private Place head(Entity function) {
    return model.program().place(function, model.index().nameOffset(function));
  }
}
