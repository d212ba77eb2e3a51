package org.gfpaudit.analyzer.locks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * The functions and macros that lead from a part of an object to the whole object. Safe for several
 * threads.
 */
public final class Wholes {
  private final Model model;
  private final Map<Entity, Boolean> leading = new ConcurrentHashMap<>();

  public Wholes(Model model) {
    this.model = model;
  }

  /** Whether a function or macro does nothing but lead from a part to the whole. */
  public boolean areLedTo(Entity caller, String name) {
    List<Entity> callees = model.aliases().resolveIn(caller, name);
    return !callees.isEmpty() && callees.stream().allMatch(this::leads);
  }

  /** Whether a function or macro returns nothing but the whole that its argument is a part of. */
  boolean areReturned(Entity caller, String name) {
    List<Entity> callees = model.aliases().resolveIn(caller, name);
    return !callees.isEmpty() && callees.stream().allMatch(this::returnsWhole);
  }

  private boolean returnsWhole(Entity callee) {
    return leads(callee)
        && (model.index().kind(callee) == EntityKind.FUNCTION_MACRO
            || model.program().graphs(callee).stream()
                .flatMap(graph -> Backwards.returns(graph).stream())
                .allMatch(result -> result.value() instanceof Expr.Call call && isContainer(call)));
  }

  private boolean leads(Entity callee) {
    Boolean known = leading.get(callee);
    if (known == null) {
      known = findLeads(callee);
      leading.put(callee, known);
    }
    return known;
  }

  private boolean findLeads(Entity callee) {
    boolean[] isFound = new boolean[1];
    boolean[] isPast = new boolean[1];
    if (model.index().kind(callee) == EntityKind.FUNCTION
        || model.index().kind(callee) == EntityKind.FUNCTION_MACRO) {
      ExprWalker walker =
          new ExprWalker() {
            @Override
            protected void onCall(Expr.Call call) {
              isFound[0] |= isContainer(call);
            }

            @Override
            protected void onAccess(Expr accessed) {
              // What a field of the whole holds is another object.
              isPast[0] |=
                  accessed instanceof Expr.Member member
                      && member.base() instanceof Expr.Call call
                      && isContainer(call);
            }
          };
      model.program().graphs(callee).forEach(walker::walk);
    }
    return isFound[0] && !isPast[0];
  }

  private boolean isContainer(Expr.Call call) {
    return call.calledName()
        .filter(name -> model.knowledge().reclaim().is(ReclaimWord.Kind.CONTAINER, name.text()))
        .isPresent();
  }
}
