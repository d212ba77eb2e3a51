package org.gfpaudit.analyzer.scope;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * What of the scopes a function closes it has opened itself, by a plain look at its body: a cookie
 * kept in a local variable gives back at worst the flags the function was entered with, also where
 * the save and the restore stand under the same condition.
 *
 * @param cookies the local variables that keep the flags from before an opening in this function
 * @param opens whether it calls a function that may open a scope
 * @param currentTasks the local variables that are {@code current} from their declaration on
 */
record OwnScopes(Set<LocalVariable> cookies, boolean opens, Set<LocalVariable> currentTasks) {

  static OwnScopes of(ScopeContext context) {
    Set<LocalVariable> cookies = new HashSet<>();
    Set<LocalVariable> tasks = new HashSet<>();
    boolean[] opens = new boolean[1];
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onAssign(Expr.Assign assign) {
            BranchFacts.variable(assign.target(), context.graph())
                .filter(variable -> !variable.isParameter())
                .filter(variable -> isSaved(assign.value(), context))
                .ifPresent(cookies::add);
          }

          @Override
          protected void onCall(Expr.Call call) {
            Optional<String> name = call.calledName().map(Expr.Name::text);
            opens[0] |=
                name.isPresent()
                    && !context
                        .effects()
                        .of(context.file(), name.get())
                        .mayOpen()
                        .equals(TaskFlags.NONE);
          }
        };
    for (BasicBlock block : context.graph().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Evaluate evaluate) {
          walker.walk(evaluate.expression());
        } else if (instruction instanceof Instruction.Return result) {
          walker.walk(result.value());
        } else if (instruction instanceof Instruction.Initialize initialize) {
          walker.walk(initialize.value());
          if (isSaved(initialize.value(), context)) {
            cookies.add(initialize.variable());
          }
          if (isCurrent(initialize.value(), context)) {
            tasks.add(initialize.variable());
          }
        }
      }
    }
    return new OwnScopes(cookies, opens[0], tasks);
  }

  /** The result of a save call, or the task's flags, all or some. */
  private static boolean isSaved(Expr value, ScopeContext context) {
    if (value instanceof Expr.Call call) {
      return call.calledName()
          .flatMap(name -> context.knowledge().scope(name.text()))
          .filter(row -> row.kind() == ScopeRow.Kind.SAVE)
          .isPresent();
    }
    if (value instanceof Expr.Binary binary) {
      return isSaved(binary.left(), context) || isSaved(binary.right(), context);
    }
    return value instanceof Expr.Member member
        && member.field().equals("flags")
        && isCurrent(member.base(), context);
  }

  static boolean isCurrent(Expr expression, ScopeContext context) {
    return expression instanceof Expr.Name name
        && context.knowledge().isIdiom(Idiom.Kind.TASK, name.text());
  }
}
