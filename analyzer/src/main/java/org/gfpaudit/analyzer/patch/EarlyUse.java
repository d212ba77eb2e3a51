package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.Set;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;

/**
 * Whether the mask of a mapping can be asked for where a function starts, as well as at its calls:
 * the function looks into the same object there itself or makes one of the calls, whatever comes,
 * and sets the mask of no mapping in between.
 */
final class EarlyUse {
  private final FunctionBody body;
  private final Set<Expr.Call> calls;
  private final PatchContext context;

  /**
   * @param calls those that need the mask
   */
  EarlyUse(FunctionBody body, Set<Expr.Call> calls, PatchContext context) {
    this.body = body;
    this.calls = Set.copyOf(calls);
    this.context = context;
  }

  /**
   * @param mapping what the mapping is reached from: a variable, and fields of it
   */
  boolean isSame(Expr mapping) {
    Expr root = mapping;
    while (root instanceof Expr.Member member) {
      root = member.base();
    }
    return root instanceof Expr.Name name && !setsMask() && isLookedInto(name.text());
  }

  private boolean setsMask() {
    return body.facts().calls().stream()
        .flatMap(place -> place.call().calledName().stream())
        .anyMatch(name -> context.setsMask(name.text()));
  }

  /** Looks at what is run whatever comes: up to the first statement that may lead elsewhere. */
  private boolean isLookedInto(String name) {
    for (Stmt statement : body.definition().body().statements()) {
      if (first(statement).stream().anyMatch(expression -> looksInto(expression, name))) {
        return true;
      }
      if (!(statement instanceof Stmt.Declare) && !(statement instanceof Stmt.Expression)) {
        return false;
      }
    }
    return false;
  }

  /** What a statement evaluates before it can lead elsewhere. */
  private static List<Expr> first(Stmt statement) {
    if (statement instanceof Stmt.Declare declare) {
      return declare.declaration().variables().stream()
          .flatMap(variable -> variable.initializer().stream())
          .toList();
    }
    if (statement instanceof Stmt.Expression alone) {
      return List.of(alone.expression());
    }
    if (statement instanceof Stmt.If branch) {
      return List.of(branch.condition());
    }
    if (statement instanceof Stmt.While loop) {
      return List.of(loop.condition());
    }
    if (statement instanceof Stmt.For loop) {
      return loop.start().isPresent()
          ? first(loop.start().get())
          : loop.condition().stream().toList();
    }
    return statement instanceof Stmt.Return result ? result.value().stream().toList() : List.of();
  }

  /** Whether an expression certainly goes through a pointer. */
  private boolean looksInto(Expr expression, String pointer) {
    Look look = new Look(pointer);
    look.walk(expression);
    return look.accesses > 0;
  }

  /** Counts what an expression reads through one pointer on every way. */
  private final class Look extends ExprWalker {
    private final String pointer;
    private int accesses;

    Look(String pointer) {
      this.pointer = pointer;
    }

    @Override
    protected void onAccess(Expr accessed) {
      accesses += isThroughIt(accessed) ? 1 : 0;
    }

    @Override
    protected void onAddress(Expr operand) {
      accesses -= isThroughIt(operand) ? 1 : 0;
    }

    @Override
    protected void onCall(Expr.Call call) {
      accesses += calls.contains(call) ? 1 : 0;
    }

    private boolean isThroughIt(Expr accessed) {
      return accessed instanceof Expr.Member member
          && member.arrow()
          && member.base() instanceof Expr.Name name
          && name.text().equals(pointer);
    }

    @Override
    protected void optionally(Runnable part) {
      int before = accesses;
      part.run();
      accesses = before;
    }

    @Override
    protected void either(Runnable whenTrue, Runnable whenFalse) {
      optionally(whenTrue);
      optionally(whenFalse);
    }
  }
}
