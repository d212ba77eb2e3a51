package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;

/**
 * The macros that one configuration of a definition uses and that set anything by a name: found
 * when first asked for. Not for several threads.
 */
final class SettingMacros {
  private Optional<List<Use>> uses = Optional.empty();

  /** One use: what the macro is handed, and the names that it sets. */
  private record Use(List<Expr> arguments, List<String> parameters, Set<String> set) {
    /** Whether the macro sets what the user calls so, by that name or by one of its parameters. */
    boolean maySet(String name) {
      for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
        if (set.contains(parameters.get(i))
            && Places.plain(arguments.get(i)) instanceof Expr.Name handed
            && handed.text().equals(name)) {
          return true;
        }
      }
      return set.contains(name) && !parameters.contains(name);
    }
  }

  /** Whether any of them may set a variable of that name. */
  boolean maySet(String name, FlowContext context) {
    List<Use> known = uses.orElseGet(() -> find(context));
    uses = Optional.of(known);
    return known.stream().anyMatch(use -> use.maySet(name));
  }

  private static List<Use> find(FlowContext context) {
    List<Use> found = new ArrayList<>();
    ExprWalker calls =
        new ExprWalker() {
          @Override
          protected void onCall(Expr.Call call) {
            for (Entity macro : calledMacros(call, context)) {
              Set<String> set = context.program().macroTexts().setNames(macro);
              if (!set.isEmpty()) {
                found.add(new Use(call.arguments(), context.program().parameterNames(macro), set));
              }
            }
          }
        };
    for (BasicBlock block : context.graph().blocks()) {
      block.instructions().forEach(calls::walk);
    }
    return found;
  }

  /** The function-like macros that a call may name. */
  static List<Entity> calledMacros(Expr.Call call, FlowContext context) {
    return call
        .calledName()
        .filter(name -> context.graph().variable(name).isEmpty())
        .map(name -> context.callees().resolve(context.entity(), name.text()))
        .orElse(List.of())
        .stream()
        .filter(each -> context.program().index().kind(each) == EntityKind.FUNCTION_MACRO)
        .toList();
  }
}
