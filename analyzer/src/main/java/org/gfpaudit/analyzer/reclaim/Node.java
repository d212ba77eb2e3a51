package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.ChainStep;

/**
 * A function that a way has come to.
 *
 * @param from the one before it, empty for a root
 * @param steps what leads from there here
 * @param until how far into the function the way goes, as an offset
 * @param number tells those apart that are alike
 */
record Node(Reached reached, Optional<Node> from, List<Steps.Mark> steps, int until, int number) {
  Entity entity() {
    return reached.entity();
  }

  Frame frame() {
    return reached.frame();
  }

  Gate gate() {
    return reached.gate();
  }

  int cost() {
    return reached.cost();
  }

  int far() {
    return reached.far();
  }

  int doubt() {
    return reached.doubt();
  }

  /** Whether some function on the way, this one counted, is such. */
  boolean isThrough(Predicate<Entity> isSuch) {
    Optional<Node> at = Optional.of(this);
    while (at.isPresent() && !isSuch.test(at.get().entity())) {
      at = at.get().from();
    }
    return at.isPresent();
  }

  /** The function that the way begins with. */
  Node first() {
    Node first = this;
    while (first.from().isPresent()) {
      first = first.from().get();
    }
    return first;
  }

  /**
   * How many functions a request has gone through since it was handed over or left to a work item.
   */
  int served() {
    int count = 1;
    Node at = this;
    while (at.from().isPresent()
        && at.steps().stream().noneMatch(step -> step.kind() == ChainStep.Kind.SERVES)) {
      count++;
      at = at.from().get();
    }
    return count;
  }

  /**
   * What a way is like where it has come to.
   *
   * @param gate what lets reclaim come this way
   * @param cost how hard it is to believe
   * @param far how many calls lie between it and where a task that is waited for began
   * @param doubt how little is said for what the calls through fields run
   */
  record Reached(Entity entity, Frame frame, Gate gate, int cost, int far, int doubt) {}
}
