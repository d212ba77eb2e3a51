package org.gfpaudit.analyzer.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.model.BelievableEdges;
import org.gfpaudit.analyzer.model.BelievableEdges.Leading;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.StackLevel;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.Problem;

/**
 * What the scope phase found: the functions that leave scopes open, and the flags that are
 * certainly set around any way to a sink. Of most ways nobody asks, so the callers of a function
 * are looked at when somebody does; what is said of them depends on the way alone. Safe for several
 * threads.
 */
public final class Scopes {
  private static final int MAX_SHOWN = 5;
  private static final int MAX_AHEAD = 3;
  private static final int MAX_CALLERS = 32;

  private final Model model;
  private final FunctionScopes functions;
  private final EntryScopes entries;
  private final List<Objection> objections;
  private final List<Problem> problems;

  Scopes(
      Model model,
      FunctionScopes functions,
      EntryScopes entries,
      List<Objection> objections,
      List<Problem> problems) {
    this.model = model;
    this.functions = functions;
    this.entries = entries;
    this.objections = List.copyOf(objections);
    this.problems = List.copyOf(problems);
  }

  /** The functions that leave a scope open on some path, sorted by place. */
  public List<Objection> objections() {
    return objections;
  }

  /** What went wrong, in the order of the functions. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * The flags certainly set when the sink is called along {@code reach}. What its functions do to
   * them is asked again here, for here the effects of what they call count as well; only of ways
   * that were joined no more is known than what all of them set.
   */
  public TaskFlags around(SinkReach reach) {
    Optional<TaskFlags> along = Optional.empty();
    Optional<TaskFlags> kept = Optional.empty();
    for (Step step : reach.steps()) {
      Optional<FunctionScopes.AtCall> at = functions.at(step.at());
      if (at.isPresent()) {
        TaskFlags entry = along.orElseGet(() -> entries.of(step.at().entity()));
        kept = Optional.of(at.get().kept().join(kept.orElse(entry)));
        along = Optional.of(at.get().enteredWith(entry));
      }
    }
    return reach.end().isJoined()
        ? reach.taskFlags().with(kept.orElse(TaskFlags.NONE))
        : along.orElse(TaskFlags.NONE);
  }

  /** The flags at a call in a function that is entered with {@code entry}; empty as for no way. */
  public Optional<TaskFlags> at(CallSite call, TaskFlags entry) {
    return functions.at(call).map(at -> at.enteredWith(entry));
  }

  /** The flags certainly set when a function is entered, whoever calls it. */
  public TaskFlags entry(Entity entity) {
    return entries.of(entity);
  }

  /** As {@link #at}; a function that leaves the flags alone is not read for them. */
  public Optional<TaskFlags> inside(CallSite call, TaskFlags entry) {
    return functions.leavesAlone(call.entity()) ? Optional.of(entry) : at(call, entry);
  }

  /**
   * The flags with which a caller that is entered with {@code entry} runs the callee of an edge.
   */
  public TaskFlags along(CallEdge edge, TaskFlags entry) {
    return entries
        .atCalls(edge, edge.callee())
        .map(at -> at.enteredWith(entry))
        .orElse(TaskFlags.NONE);
  }

  /**
   * What of scopes holds along {@code reach} and, where a caller lacks one, above it: the functions
   * on the way with the scope that is open at their call, then callers up to the first that calls
   * without. {@value #MAX_SHOWN} callers at most.
   */
  public List<Step> along(SinkReach reach) {
    List<Step> steps = new ArrayList<>();
    Optional<Entity> first = Optional.empty();
    TaskFlags kept = TaskFlags.NONE;
    List<Step> way = List.copyOf(reach.steps());
    for (int i = way.size() - 1; i >= 0; i--) {
      CallSite site = way.get(i).at();
      Optional<FunctionScopes.AtCall> at = functions.at(site);
      if (at.isPresent()) {
        steps.add(new Step(site, said(at.get().own())));
        first = Optional.of(site.entity());
        kept = at.get().kept();
      }
    }
    if (first.isPresent() && !kept.equals(TaskFlags.NONE)) {
      climb(first.get(), steps);
    }
    return steps;
  }

  /**
   * Where the scope is opened that is nearest to the sink on {@code reach}: on the way, or in the
   * first caller that is found to hold one.
   */
  public Optional<CallSite> holder(SinkReach reach) {
    List<Step> way = List.copyOf(reach.steps());
    Optional<Entity> first = Optional.empty();
    for (int i = way.size() - 1; i >= 0; i--) {
      Optional<FunctionScopes.AtCall> at = functions.at(way.get(i).at());
      if (at.isPresent() && !at.get().own().equals(TaskFlags.NONE)) {
        return Optional.of(functions.opening(way.get(i).at()));
      }
      first = at.isPresent() ? Optional.of(way.get(i).at().entity()) : first;
    }
    Set<Entity> seen = new HashSet<>();
    while (first.isPresent() && seen.add(first.get()) && seen.size() <= MAX_SHOWN) {
      Entity callee = first.get();
      List<CallEdge> callers = model.edges().callersOf(callee);
      Optional<CallEdge> holding = callers.stream().filter(e -> holdsItself(e, callee)).findFirst();
      if (holding.isPresent()) {
        return Optional.of(functions.opening(siteOf(holding.get(), callee)));
      }
      first = callers.stream().map(CallEdge::caller).filter(c -> !seen.contains(c)).findFirst();
    }
    return Optional.empty();
  }

  private boolean holdsItself(CallEdge edge, Entity callee) {
    return entries
        .atCalls(edge, callee)
        .map(at -> edge.kind().isCall() && !at.own().equals(TaskFlags.NONE))
        .orElse(false);
  }

  /**
   * A direct caller that gets to {@code reach} without a scope, where another holds one: without
   * the former there would be a scope. Nothing where no direct caller holds one.
   */
  public Optional<CallSite> outside(SinkReach reach) {
    Optional<Entity> first = reach.steps().stream().findFirst().map(step -> step.at().entity());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<CallEdge> callers = model.edges().directCallersOf(first.get()).limit(MAX_CALLERS).toList();
    return callers.stream().anyMatch(edge -> holdsItself(edge, first.get()))
        ? callers.stream()
            .filter(edge -> !holdsItself(edge, first.get()))
            .filter(edge -> entries.along(edge, first.get()).equals(TaskFlags.NONE))
            .findFirst()
            .map(edge -> siteOf(edge, first.get()))
        : Optional.empty();
  }

  /**
   * Goes on to the most believable of the callers that lack a scope. No function stands twice at
   * one level of a stack of file systems.
   */
  private void climb(Entity first, List<Step> steps) {
    Set<Shown> seen = new HashSet<>();
    Entity entity = first;
    StackLevel level = StackLevel.FIRST;
    while (seen.add(new Shown(entity, level.number())) && seen.size() <= MAX_SHOWN) {
      TaskFlags entry = entries.of(entity);
      if (!entry.equals(TaskFlags.NONE)) {
        steps.add(new Step(head(entity), "is always entered inside a " + entry.scope() + " scope"));
        return;
      }
      List<CallEdge> callers = model.edges().callersOf(entity);
      if (callers.isEmpty()) {
        steps.add(
            new Step(
                head(entity), "nothing in the tree is seen to call it: entered without a scope"));
        return;
      }
      BelievableEdges.Believed believed = model.edges().believable().callers(callers, level);
      List<Leading> lacking = lacking(believed.edges(), entity);
      if (lacking.isEmpty() && believed.leftOut() > 0) {
        steps.add(new Step(head(entity), onlyLeftOut(believed)));
      }
      Optional<Leading> next = next(lacking, seen);
      if (next.isEmpty()) {
        return;
      }
      CallEdge edge = next.get().edge();
      steps.add(
          new Step(siteOf(edge, entity), lacking(edge, entity) + leftOut(believed.leftOut())));
      boolean isOwn =
          entries.atCalls(edge, entity).map(at -> at.kept().equals(TaskFlags.NONE)).orElse(true);
      if (!edge.kind().isCall() || isOwn) {
        return;
      }
      entity = edge.caller();
      level = next.get().level();
    }
  }

  private List<Leading> lacking(List<Leading> callers, Entity callee) {
    return callers.stream()
        .filter(each -> entries.along(each.edge(), callee).equals(TaskFlags.NONE))
        .toList();
  }

  /** The caller to go on to: the first that is not shown yet and leads on, or is not shown yet. */
  private Optional<Leading> next(List<Leading> callers, Set<Shown> seen) {
    List<Leading> unseen =
        callers.stream()
            .filter(each -> !seen.contains(new Shown(each.edge().caller(), each.level().number())))
            .toList();
    return unseen.stream()
        .filter(each -> leadsOn(each, MAX_AHEAD))
        .findFirst()
        .or(() -> unseen.stream().findFirst());
  }

  /** Whether a chain of calls that are believed leads on so far, or to one that nobody calls. */
  private boolean leadsOn(Leading caller, int calls) {
    List<CallEdge> above = model.edges().callersOf(caller.edge().caller());
    return calls == 0
        || above.isEmpty()
        || !caller.edge().kind().isCall()
        || model.edges().believable().callers(above, caller.level()).edges().stream()
            .anyMatch(next -> leadsOn(next, calls - 1));
  }

  /** A function in a chain, and how many levels of a stack are below it. */
  private record Shown(Entity entity, int level) {}

  private static String leftOut(int count) {
    return count == 0 ? "" : "; " + calls(count) + " left out that can hardly be";
  }

  private static String onlyLeftOut(BelievableEdges.Believed believed) {
    return (believed.edges().isEmpty()
            ? "nothing is seen to call it but "
            : "every caller that is believed holds a scope; what does not is ")
        + calls(believed.leftOut())
        + " that can hardly be, and the verdict counts them";
  }

  private static String calls(int count) {
    return count == 1 ? "1 call" : count + " calls";
  }

  /** How {@code entity} comes to run outside of scopes. */
  private String lacking(CallEdge edge, Entity entity) {
    String name = model.program().name(entity) + "()";
    String through = edge.through().display();
    return switch (edge.kind()) {
      case CALLBACK -> name + " is made a " + through + "() here, which runs without a scope";
      case HANDED_OVER -> name + " is handed over here, and who calls it is not known";
      case DIRECT -> "calls " + name + " outside of any scope";
      case OPS, OPS_BY_NAME, FILLER ->
          "calls " + name + " (" + edge.kind().word() + " " + through + ") outside of any scope";
    };
  }

  /** The first call that can be this edge; where it is none, the caller's own name. */
  private CallSite siteOf(CallEdge edge, Entity callee) {
    return edge.through()
        .token(model.program().name(callee))
        .flatMap(token -> functions.firstCallOf(token, edge.caller()))
        .orElseGet(() -> head(edge.caller()));
  }

  /** Where a definition's own name stands. */
  private CallSite head(Entity entity) {
    return new CallSite(entity, model.index().nameOffset(entity));
  }

  private static String said(TaskFlags own) {
    return own.equals(TaskFlags.NONE)
        ? "opens no scope around the call"
        : "the call runs in a " + own.scope() + " scope that is opened here";
  }
}
