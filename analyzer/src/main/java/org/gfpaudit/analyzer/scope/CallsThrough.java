package org.gfpaudit.analyzer.scope;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.CallsByName;
import org.gfpaudit.analyzer.lower.ConstantVariables;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.HandedIn;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;

/**
 * Whether a call gets through a function to another call in it: not where the first hands in {@code
 * NULL}, or another constant, for a parameter that guards the second.
 */
final class CallsThrough {
  private static final Pattern CONSTANT = Pattern.compile("\\b(?:NULL|true|false|\\d+)\\b");

  private final Program program;

  CallsThrough(Program program) {
    this.program = program;
  }

  /**
   * Whether some call by name of {@code middle} in {@code caller} can get to a call of {@code name}
   * there; true where that cannot be told.
   */
  boolean canBe(Entity caller, Entity middle, String name) {
    if (!mayHandConstants(caller, middle)) {
      return true;
    }
    boolean isSeen = false;
    for (ControlFlowGraph graph : program.graphs(caller)) {
      CallsByName calls = CallsByName.in(graph, program.name(middle));
      for (Expr.Call call : calls.found()) {
        if (getsThrough(call, middle, name)) {
          return true;
        }
      }
      if (!calls.areAll()) {
        return true;
      }
      isSeen |= !calls.found().isEmpty();
    }
    return !isSeen;
  }

  /** Whether a constant stands among the arguments of some call, by a look at the text. */
  private boolean mayHandConstants(Entity caller, Entity middle) {
    String text = program.textOf(caller).text(program.index().extent(caller));
    String name = program.name(middle);
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = text.indexOf(';', at);
      if (CONSTANT.matcher(text).region(at, end < 0 ? text.length() : end).find()) {
        return true;
      }
    }
    return false;
  }

  private boolean getsThrough(Expr.Call call, Entity middle, String name) {
    HandedIn constants =
        parameter ->
            Optional.of(parameter)
                .filter(index -> index < call.arguments().size())
                .map(call.arguments()::get)
                .filter(ConstantVariables::isConstant)
                .stream()
                .toList();
    if (call.arguments().stream().noneMatch(ConstantVariables::isConstant)) {
      return true;
    }
    boolean isSeen = false;
    for (ControlFlowGraph graph : program.graphs(middle)) {
      for (int i = 0; i < graph.blocks().size(); i++) {
        CallsByName calls = CallsByName.in(graph.blocks().get(i), name);
        isSeen |= !calls.found().isEmpty();
        if (!calls.areAll() || (!calls.found().isEmpty() && graph.reaches(i, constants))) {
          return true;
        }
      }
    }
    return !isSeen;
  }
}
