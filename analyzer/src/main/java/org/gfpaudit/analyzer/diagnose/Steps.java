package org.gfpaudit.analyzer.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.splat.SplatStep;

/** The functions of a stack as steps, each with what the tree has of it. */
final class Steps {
  private final Model model;

  Steps(Model model) {
    this.model = model;
  }

  /**
   * The calls from one function of a stack to another.
   *
   * @param first what kind of step the first call is, where it is more than a call
   */
  List<SplatStep> calls(FoundStack stack, int from, int to, Optional<ChainStep.Kind> first) {
    List<SplatStep> steps = new ArrayList<>();
    boolean isSpanned = false;
    for (int i = from; i < to; i++) {
      FoundStack.Found found = stack.at(i);
      String frame = found.frame().text();
      isSpanned = found.entity().isPresent() ? found.next().isPresent() : isSpanned;
      if (found.entity().isEmpty()) {
        if (isSpanned) {
          continue; // The function outside comes to the one inside without it.
        }
        steps.add(SplatStep.unknown(frame));
      } else if (found.next().isEmpty()) {
        boolean isNextThere = stack.at(i + 1).entity().isPresent();
        if (isNextThere) {
          String callee = stack.at(i + 1).frame().function();
          steps.add(
              SplatStep.missing(
                  frame, "no call of " + callee + "() is found in it, nor in what it calls"));
        }
      } else {
        boolean isFirst = i == from && first.isPresent();
        FoundStack.Way way = found.next().get();
        ChainStep.Kind kind =
            isFirst
                ? first.get()
                : way.isThrough() ? ChainStep.Kind.CALLS_THROUGH : ChainStep.Kind.CALLS;
        steps.add(SplatStep.found(frame, new ChainStep(place(found, way), kind, what(way))));
      }
    }
    return steps;
  }

  /**
   * The functions directly inside one that the tree has not, where the tree's own way goes through
   * others in their place.
   */
  List<SplatStep> lost(FoundStack stack, int outer) {
    boolean isDirect = stack.at(outer).next().filter(way -> way.edges().size() > 1).isEmpty();
    List<SplatStep> lost = new ArrayList<>();
    for (int i = outer + 1; i < stack.size() && !isDirect; i++) {
      if (stack.at(i).entity().isPresent()) {
        break;
      }
      lost.add(SplatStep.unknown(stack.at(i).frame().text()));
    }
    return lost;
  }

  /** Where a function stands, or where it makes a call. */
  private Place place(FoundStack.Found found, FoundStack.Way way) {
    return way.at().map(model::place).orElseGet(() -> definition(found.entity().get()));
  }

  Place definition(Entity entity) {
    return model.program().place(entity, model.index().nameOffset(entity));
  }

  /** {@code "evict()"}, {@code "evict(), by dispose()"}, with the field it is called through. */
  private String what(FoundStack.Way way) {
    List<CallEdge> edges = way.edges();
    CallEdge last = edges.get(edges.size() - 1);
    String through =
        last.kind() == CallEdge.Kind.DIRECT ? "" : " (" + last.through().display() + ")";
    String by =
        edges.subList(0, edges.size() - 1).stream()
            .map(edge -> model.program().name(edge.callee()) + "()")
            .collect(Collectors.joining(", "));
    return model.program().name(last.callee())
        + "()"
        + through
        + (by.isEmpty() ? "" : ", by " + by);
  }
}
