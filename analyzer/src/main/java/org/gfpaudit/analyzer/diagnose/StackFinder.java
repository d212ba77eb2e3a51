package org.gfpaudit.analyzer.diagnose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.locks.HeldCall;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.splat.Frame;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;

/**
 * Looks for the functions of a stack in a tree, and for the calls between them. Functions that a
 * compiler has taken into their callers are in no stack, and one that ends with a call leaves its
 * frame to what it calls: so a call may go through {@value #MOST_INLINED} others. Of functions of
 * one name that is taken which the one outside calls.
 */
final class StackFinder {
  private static final int MOST_INLINED = 3;
  private static final int MOST_LOOKED_AT = 400;

  /** Of so many functions of one name none is the right one for sure. */
  private static final int MOST_OF_A_NAME = 12;

  private final Model model;

  StackFinder(Model model) {
    this.model = model;
  }

  /** The stack whose {@code frames} are given as reports do, the innermost first. */
  FoundStack find(List<Frame> frames) {
    List<Frame> outermostFirst = new ArrayList<>(sure(frames));
    Collections.reverse(outermostFirst);
    List<List<Entity>> candidates = outermostFirst.stream().map(this::definitions).toList();
    List<Optional<Entity>> chosen = new ArrayList<>();
    List<Optional<FoundStack.Way>> ways = new ArrayList<>();
    for (int i = 0; i < outermostFirst.size(); i++) {
      chosen.add(candidates.get(i).stream().findFirst());
      ways.add(Optional.empty());
    }
    int last = -1;
    for (int i = 0; i < outermostFirst.size(); i++) {
      if (candidates.get(i).isEmpty()) {
        continue;
      }
      if (last >= 0) {
        boolean isChosen = last > 0 && ways.get(last - 1).isPresent();
        List<Entity> callers = isChosen ? chosen.get(last).stream().toList() : candidates.get(last);
        Optional<List<CallEdge>> edges = edges(callers, candidates.get(i));
        if (edges.isEmpty() && isChosen) {
          // The one that is called outside may be an empty stand-in for the one that runs.
          edges = edges(candidates.get(last), candidates.get(i));
        }
        if (edges.isPresent()) {
          List<CallEdge> found = edges.get();
          chosen.set(last, Optional.of(found.get(0).caller()));
          chosen.set(i, Optional.of(found.get(found.size() - 1).callee()));
          ways.set(last, Optional.of(new FoundStack.Way(found, site(found.get(0)))));
        }
      }
      last = i;
    }
    leaveOutForeign(chosen, ways);
    List<FoundStack.Found> found = new ArrayList<>();
    for (int i = 0; i < outermostFirst.size(); i++) {
      found.add(new FoundStack.Found(outermostFirst.get(i), chosen.get(i), ways.get(i)));
    }
    return new FoundStack(found);
  }

  /**
   * Code of one architecture is another function of that name where no call leads to or from it.
   */
  private void leaveOutForeign(List<Optional<Entity>> chosen, List<Optional<FoundStack.Way>> ways) {
    Set<Entity> tied = new HashSet<>();
    for (Optional<FoundStack.Way> way : ways) {
      way.ifPresent(each -> each.edges().forEach(edge -> tied.add(edge.caller())));
      way.ifPresent(each -> each.edges().forEach(edge -> tied.add(edge.callee())));
    }
    for (int i = 0; i < chosen.size(); i++) {
      boolean isForeign =
          chosen
              .get(i)
              .filter(entity -> model.program().path(entity).startsWith("arch/"))
              .filter(entity -> !tied.contains(entity))
              .isPresent();
      if (isForeign) {
        chosen.set(i, Optional.empty());
      }
    }
  }

  /** What the kernel is sure of; all where it is sure of next to nothing. */
  private static List<Frame> sure(List<Frame> frames) {
    List<Frame> sure = frames.stream().filter(Frame::isReliable).toList();
    List<Frame> kept = sure.size() * 2 > frames.size() ? sure : frames;
    List<Frame> distinct = new ArrayList<>();
    for (Frame frame : kept) {
      boolean isSame =
          !distinct.isEmpty()
              && distinct.get(distinct.size() - 1).function().equals(frame.function());
      if (!isSame) {
        distinct.add(frame);
      }
    }
    return distinct;
  }

  /** The functions of that name, those of the frame's module first. */
  private List<Entity> definitions(Frame frame) {
    List<Entity> functions =
        model.index().definitions(frame.function()).stream()
            .filter(entity -> model.index().kind(entity) == EntityKind.FUNCTION)
            .toList();
    // What tools define beside the kernel is on no stack of it.
    List<Entity> kernel = functions.stream().filter(model.visibility()::isKernel).toList();
    functions = kernel.isEmpty() ? functions : kernel;
    if (functions.size() > MOST_OF_A_NAME) {
      return List.of();
    }
    // A stand-in in a header is empty, and code of one architecture is not that of most machines.
    Comparator<Entity> bySort =
        Comparator.comparing(
            entity -> {
              String path = model.program().path(entity);
              return path.endsWith(".h") ? 2 : path.startsWith("arch/") ? 1 : 0;
            });
    // A module is named as its directory is, or as its file.
    String module = frame.module().replace('_', '-');
    Comparator<Entity> byModule =
        Comparator.comparing(
            entity -> {
              String path = model.program().path(entity).replace('_', '-');
              boolean isOfIt =
                  module.isEmpty()
                      || path.contains("/" + module + "/")
                      || path.endsWith("/" + module + ".c");
              return isOfIt ? 0 : 1;
            });
    return functions.stream()
        .sorted(byModule.thenComparing(bySort).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The calls from one of some functions to one of others, the fewest that there are. */
  private Optional<List<CallEdge>> edges(List<Entity> callers, List<Entity> callees) {
    Set<Entity> wanted = new LinkedHashSet<>(callees);
    for (Entity caller : callers) {
      Optional<List<CallEdge>> found = edges(caller, wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<List<CallEdge>> edges(Entity caller, Set<Entity> wanted) {
    Map<Entity, CallEdge> cameBy = new HashMap<>();
    Deque<Entity> level = new ArrayDeque<>(List.of(caller));
    Set<Entity> seen = new HashSet<>(level);
    for (int depth = 0; depth <= MOST_INLINED; depth++) {
      Deque<Entity> next = new ArrayDeque<>();
      Map<Entity, CallEdge> last = new HashMap<>();
      for (Entity entity : level) {
        for (CallEdge edge : model.edges().calleesOf(entity)) {
          if (!edge.kind().isCall()) {
            continue;
          }
          if (wanted.contains(edge.callee())) {
            last.putIfAbsent(edge.callee(), edge);
            continue;
          }
          if (isFollowed(edge, wanted) && seen.size() < MOST_LOOKED_AT && seen.add(edge.callee())) {
            cameBy.put(edge.callee(), edge);
            next.add(edge.callee());
          }
        }
      }
      Optional<CallEdge> best =
          wanted.stream().filter(last::containsKey).findFirst().map(last::get);
      if (best.isPresent()) {
        cameBy.put(best.get().callee(), best.get());
        return Optional.of(way(caller, best.get(), cameBy));
      }
      level = next;
    }
    return Optional.empty();
  }

  /**
   * Whether a function may be in no stack: one that was taken into its caller, or one that a table
   * leads to in the directory of those that are wanted: where it ends with their call, its frame is
   * theirs. Whether it does is not looked at.
   */
  private boolean isFollowed(CallEdge edge, Set<Entity> wanted) {
    return switch (edge.kind()) {
      case DIRECT -> true;
      case OPS ->
          wanted.stream().anyMatch(each -> directory(each).equals(directory(edge.callee())));
      default -> false;
    };
  }

  private String directory(Entity entity) {
    String path = model.program().path(entity);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static List<CallEdge> way(Entity first, CallEdge last, Map<Entity, CallEdge> cameBy) {
    Deque<CallEdge> way = new ArrayDeque<>();
    CallEdge edge = last;
    way.push(edge);
    while (!edge.caller().equals(first)) {
      CallEdge before = cameBy.get(edge.caller());
      if (before == null) {
        break;
      }
      way.push(before);
      edge = before;
    }
    return List.copyOf(way);
  }

  /** Where the caller of an edge makes the call. */
  Optional<CallSite> site(CallEdge edge) {
    Optional<String> token = edge.through().token(model.program().name(edge.callee()));
    List<CallSite> sites = new ArrayList<>();
    for (ControlFlowGraph graph : model.program().graphs(edge.caller())) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          if (token.isPresent() && token.equals(called(call))) {
            sites.add(HeldCall.site(call, edge.caller()));
          }
        }
      }.walk(graph);
    }
    return sites.stream().findFirst();
  }

  /** The name that a call is made by. */
  static Optional<String> called(Expr.Call call) {
    return call.callee() instanceof Expr.Member member
        ? Optional.of(member.field())
        : call.calledName().map(Expr.Name::text);
  }
}
