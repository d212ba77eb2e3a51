package org.gfpaudit.analyzer.diagnose;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.splat.Frame;
import org.gfpaudit.grammar.index.Entity;

/**
 * A stack, and what the tree has of it.
 *
 * @param frames the outermost first
 */
record FoundStack(List<Found> frames) {
  FoundStack {
    frames = List.copyOf(frames);
  }

  /**
   * One function of a stack.
   *
   * @param entity its definition, where the tree has one
   * @param next how it comes to the function inside it; empty for the innermost, and where no call
   *     was found
   */
  record Found(Frame frame, Optional<Entity> entity, Optional<Way> next) {}

  /**
   * The calls from one function of a stack to the next. Compilers leave functions out of stacks.
   *
   * @param edges the first starts in the outer function, the last ends in the inner one
   * @param at where the outer function makes the first of them, if that is told
   */
  record Way(List<CallEdge> edges, Optional<CallSite> at) {
    Way {
      edges = List.copyOf(edges);
    }

    /** Whether a call is made through a field or variable. */
    boolean isThrough() {
      return edges.stream().anyMatch(edge -> edge.kind() != CallEdge.Kind.DIRECT);
    }
  }

  int size() {
    return frames.size();
  }

  Found at(int index) {
    return frames.get(index);
  }
}
