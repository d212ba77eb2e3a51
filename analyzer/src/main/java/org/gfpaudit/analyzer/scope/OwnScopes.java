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
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * What of the scopes a function closes it has opened itself, by a plain look at its body.
 *
 * @param cookies the local variables that keep the flags from before an opening in this function
 * @param escaping variables that it returns or puts elsewhere: a scope they keep is its caller's
 * @param fields the names of the fields that keep such flags
 * @param opens whether it calls a function that may open a scope
 * @param currentTasks the local variables that are {@code current} from their declaration on
 * @param isLeaked whether it takes the address of the flags, so that whatever is written is not
 *     seen
 */
record OwnScopes(
    Set<LocalVariable> cookies,
    Set<LocalVariable> escaping,
    Set<String> fields,
    boolean opens,
    Set<LocalVariable> currentTasks,
    boolean isLeaked) {

  static OwnScopes of(ScopeContext context) {
    Look look = new Look(context);
    for (BasicBlock block : context.graph().blocks()) {
      for (Instruction instruction : block.instructions()) {
        look.at(instruction);
      }
    }
    return new OwnScopes(
        look.cookies, look.escaping, look.fields, look.opens, look.tasks, look.isLeaked);
  }

  /** Whether a local variable gives the flags back before the function returns. */
  boolean givesBack(CookieKey key) {
    return key instanceof CookieKey.Local local
        && cookies.contains(local.variable())
        && !escaping.contains(local.variable());
  }

  static boolean isCurrent(Expr expression, ScopeContext context) {
    if (expression instanceof Expr.Unary unary && unary.operator() == UnaryOperator.DEREFERENCE) {
      return isCurrent(unary.operand(), context);
    }
    Optional<Expr.Name> name =
        expression instanceof Expr.Name plain
            ? Optional.of(plain)
            : expression instanceof Expr.Call call ? call.calledName() : Optional.empty();
    return name.isPresent()
        && context.knowledge().isIdiom(Idiom.Kind.TASK, name.get().text())
        && context.graph().variable(name.get()).isEmpty();
  }

  private static final class Look extends ExprWalker {
    private final ScopeContext context;
    private final Set<LocalVariable> cookies = new HashSet<>();
    private final Set<LocalVariable> escaping = new HashSet<>();
    private final Set<String> fields = new HashSet<>();
    private final Set<LocalVariable> tasks = new HashSet<>();
    private boolean opens;
    private boolean isLeaked;

    Look(ScopeContext context) {
      this.context = context;
    }

    void at(Instruction instruction) {
      if (instruction instanceof Instruction.Evaluate evaluate) {
        walk(evaluate.expression());
      } else if (instruction instanceof Instruction.Return result) {
        walk(result.value());
        BranchFacts.variable(result.value(), context.graph()).ifPresent(escaping::add);
      } else if (instruction instanceof Instruction.Initialize initialize) {
        walk(initialize.value());
        isLeaked |= isFlagsAddress(initialize.value());
        if (isSaved(initialize.value())) {
          cookies.add(initialize.variable());
        }
        if (isCurrent(initialize.value(), context)) {
          tasks.add(initialize.variable());
        }
      }
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      isLeaked |= isFlagsAddress(assign.value());
      if (!(assign.target() instanceof Expr.Name)) {
        BranchFacts.variable(assign.value(), context.graph()).ifPresent(escaping::add);
      }
      if (isSaved(assign.value())) {
        BranchFacts.variable(assign.target(), context.graph())
            .filter(variable -> !variable.isParameter())
            .ifPresent(cookies::add);
        if (assign.target() instanceof Expr.Member member) {
          fields.add(member.field());
        }
      }
    }

    @Override
    protected void onCall(Expr.Call call) {
      for (Expr argument : call.arguments()) {
        isLeaked |= isFlagsAddress(argument);
      }
      Optional<Expr.Name> name = call.calledName();
      if (name.isPresent()) {
        ScopeEffect effect = context.effects().of(context.file(), name.get().text());
        opens |= !effect.mayOpen().equals(TaskFlags.NONE);
        for (CookiePlace place : effect.cookies().stored().keySet()) {
          if (place.in(call, context).orElse(null) instanceof CookieKey.Local local
              && !local.variable().isParameter()) {
            cookies.add(local.variable());
          }
        }
      }
    }

    /** The result of a save call, or the task's flags, all or some; or a copy of such. */
    private boolean isSaved(Expr value) {
      if (value instanceof Expr.Call call && call.calledName().isPresent()) {
        String name = call.calledName().get().text();
        return context
                .knowledge()
                .scope(name)
                .filter(row -> row.kind() == ScopeRow.Kind.SAVE)
                .isPresent()
            || context.effects().of(context.file(), name).cookies().returned().isPresent();
      }
      if (value instanceof Expr.Binary binary) {
        return isSaved(binary.left()) || isSaved(binary.right());
      }
      if (value instanceof Expr.Conditional conditional) {
        return conditional.whenTrue().filter(this::isSaved).isPresent()
            || isSaved(conditional.whenFalse());
      }
      return value instanceof Expr.Cast cast
          ? isSaved(cast.operand())
          : isFlags(value) || isCookie(value);
    }

    private boolean isCookie(Expr value) {
      return value instanceof Expr.Name name
          && context.graph().variable(name).filter(cookies::contains).isPresent();
    }

    private boolean isFlagsAddress(Expr value) {
      return value instanceof Expr.Unary unary
          && unary.operator() == UnaryOperator.ADDRESS
          && isFlags(unary.operand());
    }

    private boolean isFlags(Expr value) {
      return value instanceof Expr.Member member
          && member.field().equals("flags")
          && (isCurrent(member.base(), context)
              || (member.base() instanceof Expr.Name name
                  && context.graph().variable(name).filter(tasks::contains).isPresent()));
    }
  }
}
