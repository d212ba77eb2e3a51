package org.gfpaudit.analyzer.deadlock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.consequence.MappingMasks;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.locks.HeldCall;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * The calls by which one file system comes to a page-cache allocation: the allocations it makes
 * itself, and its calls of shared code that makes them. One is open unless the mapping's own mask
 * keeps reclaim out of file systems.
 */
final class Entries {
  private final Model model;
  private final Allocations allocations;
  private final Upwards upwards;
  private final MappingMasks mappings;
  private final Subsystem subsystem;
  private final Map<CallSite, MappingMasks.Told> told = new HashMap<>();
  private final SortedSet<Entity> open = new TreeSet<>();
  private final boolean isForbiddenSomewhere;

  Entries(
      Model model,
      Allocations allocations,
      Upwards upwards,
      MappingMasks mappings,
      Subsystem subsystem) {
    this.model = model;
    this.allocations = allocations;
    this.upwards = upwards;
    this.mappings = mappings;
    this.subsystem = subsystem;
    this.isForbiddenSomewhere = mappings.isForbiddenSomewhere(subsystem);
    for (Entity entity : upwards.entering(subsystem.name())) {
      if (enters(entity)) {
        open.add(entity);
      }
    }
  }

  /** The functions that have an open entry, in order. */
  SortedSet<Entity> open() {
    return open;
  }

  private boolean enters(Entity entity) {
    boolean[] enters = new boolean[1];
    for (ControlFlowGraph graph : model.program().graphs(entity)) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          CallSite at = HeldCall.site(call, entity);
          if (!enters[0] && isEntry(call, at)) {
            enters[0] = isOpen(at, call, graph);
          }
        }
      }.walk(graph);
    }
    return enters[0];
  }

  private boolean isEntry(Expr.Call call, CallSite at) {
    return allocations.at(at).isPresent() || calls(call, at, upwards::isSharedWay);
  }

  private boolean calls(Expr.Call call, CallSite at, Predicate<Entity> isSuch) {
    return call.calledName()
        .filter(
            name -> model.aliases().resolveIn(at.entity(), name.text()).stream().anyMatch(isSuch))
        .isPresent();
  }

  /** Whether a call of the file system can let reclaim in, for all the mapping says. */
  boolean isOpen(CallSite at, Expr.Call call, ControlFlowGraph graph) {
    if (!isForbiddenSomewhere) {
      return true;
    }
    Optional<Allocation> own = allocations.at(at);
    boolean isByConstant =
        own.isPresent()
            ? own.get().isByConstant()
            : calls(call, at, upwards::isSharedWayByConstant);
    if (isByConstant) {
      return true;
    }
    MappingMasks.Told mask = told(at, call, graph);
    return mask.forbidding().isEmpty() || !mask.isCertain();
  }

  private MappingMasks.Told told(CallSite at, Expr.Call call, ControlFlowGraph graph) {
    MappingMasks.Told known = told.get(at);
    if (known == null) {
      known = mappings.fs(List.of(new MappingMasks.OnTheWay(at, call, graph)), subsystem);
      told.put(at, known);
    }
    return known;
  }

  /**
   * What is known of the mask of the mapping that a call is about, by the calls that led to it.
   *
   * @param way the call, then the one before, and so on
   */
  MappingMasks.Told told(List<Way> way) {
    return mappings.fs(
        way.stream()
            .map(each -> new MappingMasks.OnTheWay(each.at(), each.call(), each.graph()))
            .toList(),
        subsystem);
  }
}
