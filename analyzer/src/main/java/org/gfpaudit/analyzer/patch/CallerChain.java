package org.gfpaudit.analyzer.patch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.rows.HeldLocks;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Reached;
import org.gfpaudit.rules.knowledge.OperationWord;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * How a function is come to by calls by name: from a system call, from a table of operations, or
 * from code that holds a lock. It says what is seen to be possible, the shortest way first.
 */
final class CallerChain {
  private static final int MOST_CALLS = 6;
  private static final int MOST_FUNCTIONS = 150;
  private static final String SYSCALL = "SYSCALL_DEFINE";

  private final PatchContext context;
  private final SourceIndex index;

  CallerChain(PatchContext context) {
    this.context = context;
    this.index = context.program().index();
  }

  /**
   * A function on the way.
   *
   * @param called the function it calls on the way, if it is not where the way ends
   * @param lock what is held at that call or at a later one; empty where nothing is seen
   */
  private record Step(Entity function, Optional<Step> called, String lock, int calls) {
    List<String> through(SourceIndex index) {
      List<String> names = new ArrayList<>();
      for (Optional<Step> step = called; step.isPresent(); step = step.get().called()) {
        if (step.get().called().isPresent()) {
          names.add(index.text(index.nameOf(step.get().function())) + "()");
        }
      }
      return names;
    }
  }

  /** The fix with a way to each function that it is about, as far as one is found. */
  Fix said(Fix fix) {
    List<Reached> ways =
        fix.findings().stream()
            .filter(finding -> finding.row().isPresent())
            .flatMap(finding -> context.functions(finding.place()).stream())
            .distinct()
            .flatMap(function -> to(function).stream())
            .toList();
    return fix.reachedBy(ways);
  }

  /** A way to a function; empty where none is seen. */
  Optional<Reached> to(Entity function) {
    Deque<Step> pending = new ArrayDeque<>(List.of(new Step(function, Optional.empty(), "", 0)));
    Set<Entity> known = new HashSet<>(Set.of(function));
    Optional<Reached> locked = Optional.empty();
    String name = context.program().name(function) + "()";
    boolean isShared =
        context.model().knowledge().subsystems().of(context.program().path(function)).kind()
            == Subsystem.Kind.GENERIC;
    while (!pending.isEmpty()) {
      Step step = pending.poll();
      Optional<String> entry = entry(step.function(), isShared);
      if (entry.isPresent()) {
        return Optional.of(reached(name, step, entry.get(), step.calls() > 0));
      }
      if (locked.isEmpty() && !step.lock().isEmpty()) {
        locked =
            Optional.of(reached(name, step, context.program().name(step.function()) + "()", false));
      }
      if (step.calls() == MOST_CALLS) {
        continue;
      }
      List<Entity> callers =
          context.edges().directCallersOf(step.function()).map(CallEdge::caller).toList();
      for (Entity caller : callers) {
        if (index.kind(caller) == EntityKind.FUNCTION
            && known.size() < MOST_FUNCTIONS
            && known.add(caller)) {
          String lock = step.lock().isEmpty() ? lock(caller, step.function()) : step.lock();
          pending.add(new Step(caller, Optional.of(step), lock, step.calls() + 1));
        }
      }
    }
    return locked;
  }

  private Reached reached(String name, Step step, String from, boolean isNamed) {
    List<String> through = new ArrayList<>();
    if (isNamed && !isSystemCall(step.function())) {
      through.add(context.program().name(step.function()) + "()");
    }
    through.addAll(step.through(index));
    return new Reached(name, from, through, step.lock());
  }

  /**
   * Where people come in: a system call, or the place in a table; empty for other functions. Of
   * code that serves all file systems the table of one says little.
   */
  private Optional<String> entry(Entity function, boolean isShared) {
    return isSystemCall(function)
        ? Optional.of(
            "the system call "
                + context.program().name(function).replaceFirst("^(?:compat_)?sys_", ""))
        : isShared ? Optional.empty() : table(function);
  }

  private boolean isSystemCall(Entity function) {
    Span extent = index.extent(function);
    SourceText text = context.program().textOf(function);
    return text.text(new Span(extent.start(), Math.min(extent.end(), extent.start() + 200)))
        .contains(SYSCALL);
  }

  private Optional<String> table(Entity function) {
    return index.initializersWithValue(index.nameOf(function)).stream()
        .filter(stored -> index.kind(stored.entity()) == EntityKind.VARIABLE)
        .filter(
            stored ->
                index.fileOf(stored.entity()).equals(index.fileOf(function))
                    || context.tree().visibility().sees(index.fileOf(stored.entity()), function))
        .filter(stored -> isOfOperations(stored.entity()))
        .map(
            stored ->
                "." + index.text(stored.field()) + " of " + context.program().name(stored.entity()))
        .findFirst();
  }

  private boolean isOfOperations(Entity table) {
    String text = context.program().textOf(table).text(index.extent(table));
    String head = text.substring(0, Math.max(0, text.indexOf('=')));
    return context
        .model()
        .knowledge()
        .consequences()
        .operationWords(OperationWord.Kind.TABLE)
        .stream()
        .anyMatch(struct -> head.contains("struct " + struct + " "));
  }

  /** What a caller holds wherever it calls a function; empty where that is not one lock. */
  private String lock(Entity caller, Entity callee) {
    SourceText text = context.program().textOf(caller);
    String name = context.program().name(callee);
    Set<String> common = new HashSet<>();
    boolean isFirst = true;
    for (ControlFlowGraph graph : context.program().graphs(caller)) {
      Map<Integer, List<HeldLocks.Held>> held =
          HeldLocks.in(graph, text, context.model().knowledge().evidence());
      for (Map.Entry<Integer, List<HeldLocks.Held>> call : held.entrySet()) {
        int end = Math.min(text.length(), call.getKey() + name.length());
        if (!text.text(new Span(call.getKey(), end)).equals(name)) {
          continue;
        }
        Set<String> here = new HashSet<>();
        call.getValue().forEach(each -> here.add(each.take() + "(" + each.lock() + ")"));
        if (isFirst) {
          common.addAll(here);
        } else {
          common.retainAll(here);
        }
        isFirst = false;
      }
    }
    return common.isEmpty()
        ? ""
        : common.stream().sorted().toList().get(0) + " in " + context.program().name(caller) + "()";
  }
}
