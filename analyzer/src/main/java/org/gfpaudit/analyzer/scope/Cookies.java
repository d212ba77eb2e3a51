package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * The cookies that never leave a function: local variables that save calls set, restore calls take,
 * and nothing else touches.
 */
final class Cookies extends ExprWalker {
  private final ScopeContext context;
  private final Map<LocalVariable, Integer> saved = new HashMap<>();
  private final Set<LocalVariable> restored = new HashSet<>();
  private final Map<LocalVariable, Integer> uses = new HashMap<>();

  private Cookies(ScopeContext context) {
    this.context = context;
  }

  /** Such variables with the byte offset of their first save call. */
  static Map<LocalVariable, Integer> of(ScopeContext context) {
    Cookies cookies = new Cookies(context);
    for (BasicBlock block : context.graph().blocks()) {
      for (Instruction instruction : block.instructions()) {
        cookies.look(instruction);
      }
    }
    Map<LocalVariable, Integer> result = new HashMap<>(cookies.saved);
    result
        .keySet()
        .removeIf(
            cookie ->
                cookie.isParameter()
                    || cookie.isStatic()
                    || !cookies.restored.contains(cookie)
                    || cookies.uses.getOrDefault(cookie, 0) != 0);
    return result;
  }

  static boolean isOf(Expr.Call call, ScopeRow.Kind kind, ScopeContext context) {
    return call.calledName()
        .flatMap(name -> context.knowledge().scope(name.text()))
        .filter(row -> row.kind() == kind)
        .isPresent();
  }

  private void look(Instruction instruction) {
    if (instruction instanceof Instruction.Evaluate evaluate) {
      walk(evaluate.expression());
    } else if (instruction instanceof Instruction.Return result) {
      walk(result.value());
    } else if (instruction instanceof Instruction.Initialize initialize) {
      walk(initialize.value());
      if (isSave(initialize.value())) {
        save(initialize.variable(), initialize.value());
      } else {
        // Who sets a cookie by hand, be it to 0, has thought of the paths that do not save.
        uses.merge(initialize.variable(), 1, Integer::sum);
      }
    } else if (instruction instanceof Instruction.Unread unread) {
      String text = context.text().textOnOneLine(unread.statement().span());
      saved.keySet().stream()
          .filter(cookie -> text.contains(cookie.name()))
          .forEach(cookie -> uses.merge(cookie, 1, Integer::sum));
    }
  }

  private boolean isSave(Expr value) {
    return value instanceof Expr.Call call && isOf(call, ScopeRow.Kind.SAVE, context);
  }

  private void save(LocalVariable cookie, Expr value) {
    saved.merge(cookie, CallSites.offset((Expr.Call) value), Math::min);
  }

  @Override
  protected void onName(Expr.Name name) {
    context.graph().variable(name).ifPresent(variable -> uses.merge(variable, 1, Integer::sum));
  }

  @Override
  protected void onAssign(Expr.Assign assign) {
    Optional<LocalVariable> target = BranchFacts.variable(assign.target(), context.graph());
    boolean isPlain = assign.target() instanceof Expr.Name && assign.compound().isEmpty();
    if (target.isPresent() && isPlain && isSave(assign.value())) {
      save(target.get(), assign.value());
      uses.merge(target.get(), -1, Integer::sum); // The assigned name itself is no use.
    }
  }

  @Override
  protected void onCall(Expr.Call call) {
    if (isOf(call, ScopeRow.Kind.RESTORE, context)) {
      for (Expr argument : call.arguments()) {
        if (argument instanceof Expr.Name name && context.graph().variable(name).isPresent()) {
          LocalVariable cookie = context.graph().variable(name).get();
          restored.add(cookie);
          uses.merge(cookie, -1, Integer::sum);
        }
      }
    }
  }
}
