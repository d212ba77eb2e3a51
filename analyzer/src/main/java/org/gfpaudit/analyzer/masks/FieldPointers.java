package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;

/** Which pointers of a function are set to the address of a field, {@code p = &x->f}. */
final class FieldPointers {
  private FieldPointers() {}

  /** The fields that each pointer is set to the address of, of those in which stores matter. */
  static Map<LocalVariable, List<Expr.Member>> of(ControlFlowGraph graph, WantedStores stores) {
    if (stores.areNone()) {
      return Map.of();
    }
    Map<LocalVariable, List<Expr.Member>> found = new HashMap<>();
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onAssign(Expr.Assign assign) {
            if (Places.plain(assign.target()) instanceof Expr.Name name) {
              graph.variable(name).ifPresent(pointer -> add(pointer, assign.value()));
            }
          }

          private void add(LocalVariable pointer, Expr value) {
            FieldPointers.add(pointer, value, stores, found);
          }
        };
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        walker.walk(instruction);
        if (instruction instanceof Instruction.Initialize initialize) {
          add(initialize.variable(), initialize.value(), stores, found);
        }
      }
    }
    return found;
  }

  private static void add(
      LocalVariable pointer,
      Expr value,
      WantedStores stores,
      Map<LocalVariable, List<Expr.Member>> found) {
    Expr plain = Places.plain(value);
    if (plain instanceof Expr.Conditional conditional) {
      conditional.whenTrue().ifPresent(whenTrue -> add(pointer, whenTrue, stores, found));
      add(pointer, conditional.whenFalse(), stores, found);
      return;
    }
    Optional<Expr.Member> field = CallStores.field(plain, /* mayAssign= */ false);
    if (field.filter(stores::mayBe).isPresent()) {
      found.computeIfAbsent(pointer, p -> new ArrayList<>()).add(field.get());
    }
  }
}
