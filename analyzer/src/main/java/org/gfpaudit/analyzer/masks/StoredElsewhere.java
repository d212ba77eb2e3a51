package org.gfpaudit.analyzer.masks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * The constants that a function itself stores through pointers to masks that it did not make: in
 * what a global points to, or a parameter of two levels. Whoever asks takes all else for unknown.
 */
final class StoredElsewhere {
  private final FlowContext context;
  private MaskValue stored = MaskValue.bottom();
  private MaskValue pointed = MaskValue.bottom();

  private StoredElsewhere(FlowContext context) {
    this.context = context;
  }

  /**
   * What functions store.
   *
   * @param masks the constants that go to masks
   * @param pointed what the variables hold whose addresses go to pointers to masks
   */
  record Values(MaskValue masks, MaskValue pointed) {
    /**
     * The state in which variables may hold that as well.
     *
     * @param other what one may hold besides of which nothing is known
     */
    FlowState at(Collection<LocalVariable> variables, FlowState before, MaskValue other) {
      FlowState state = before;
      for (LocalVariable variable : variables) {
        boolean isPointer = variable.type().pointerDepth() > 0 && !variable.type().array();
        MaskValue value = isPointer ? pointed : masks;
        if (!value.isBottom()) {
          Slot slot = isPointer ? Slot.pointee(variable) : Slot.held(variable);
          state = state.withMask(slot, state.mask(slot).orElse(other).join(value));
        }
      }
      return state;
    }
  }

  /** What one of {@code callees} stores. */
  static Values of(List<Entity> callees, FlowContext from) {
    MaskValue masks = MaskValue.bottom();
    MaskValue pointed = MaskValue.bottom();
    for (Entity callee : callees) {
      if (from.program().index().kind(callee) == EntityKind.FUNCTION) {
        for (ControlFlowGraph graph : from.program().graphs(callee)) {
          StoredElsewhere look =
              new StoredElsewhere(
                  new FlowContext(from.ground(), from.globals(), from.callees(), callee, graph));
          look.look();
          masks = masks.join(look.stored);
          pointed = pointed.join(look.pointed);
        }
      }
    }
    return new Values(masks, pointed);
  }

  private void look() {
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onAssign(Expr.Assign assign) {
            Expr target = Places.plain(assign.target());
            if (assign.compound().isEmpty()
                && target instanceof Expr.Unary unary
                && unary.operator() == UnaryOperator.DEREFERENCE) {
              store(target, assign.value());
            }
          }
        };
    for (BasicBlock block : context.graph().blocks()) {
      block.instructions().forEach(walker::walk);
    }
  }

  private void store(Expr target, Expr value) {
    Optional<TypeName> type = context.types().typeOf(target, context.graph(), context.file());
    if (type.filter(known -> known.name().equals(HandedStruct.MASK_TYPE)).isEmpty()) {
      return;
    }
    Optional<Expr> addressed = CallStores.addressed(Places.plain(value));
    if (type.get().pointerDepth() == 0 && GlobalWrites.isOfFile(value, context)) {
      stored = stored.join(new MaskEvaluator(context, FlowState.EMPTY).evaluate(value));
    } else if (type.get().pointerDepth() == 1
        && addressed.isPresent()
        && GlobalWrites.isOfFile(addressed.get(), context)) {
      pointed = pointed.join(new MaskEvaluator(context, FlowState.EMPTY).evaluate(addressed.get()));
    }
  }
}
