package org.gfpaudit.analyzer.masks;

import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.rules.mask.AccessPath;

/**
 * Pointers to a struct that are set to the address of a variable of another type, as by {@code
 * (struct inner *)&outer}: the names of the fields behind them are not those of the variable.
 */
final class Retyping {
  /** Types that a mask at the head of a struct may be taken for. */
  private static final Set<String> NUMBERS =
      Set.of(HandedStruct.MASK_TYPE, "int", "unsigned int", "unsigned", "u32", "__u32");

  private final FlowContext context;
  private final FlowState state;

  Retyping(FlowContext context, FlowState state) {
    this.context = context;
    this.state = state;
  }

  /**
   * Whether {@code value} leads to a variable of this function of another type than the pointer.
   */
  boolean isRetyped(LocalVariable pointer, Expr value) {
    if (pointer.type().pointerDepth() != 1 || pointer.type().array() || !leadsToLocal(value)) {
      return false;
    }
    Optional<String> pointed = structName(pointer.type());
    return (pointed.isPresent() || NUMBERS.contains(pointer.type().name()))
        && new Places(context, state)
            .locals(new PathEvaluator(context).targets(value, state)).stream()
                .map(this::structName)
                .anyMatch(own -> own.isPresent() && !own.equals(pointed));
  }

  private boolean leadsToLocal(Expr value) {
    return new PathEvaluator(context)
        .targets(value, state).stream().anyMatch(path -> path.root() instanceof AccessPath.Local);
  }

  private Optional<String> structName(Places.Local local) {
    TypeOracle types = context.types();
    Optional<String> name = structName(local.variable().type());
    for (String step : local.steps()) {
      name =
          name.flatMap(of -> types.fieldType(of, step, context.file())).flatMap(this::structName);
    }
    return name;
  }

  private Optional<String> structName(TypeName type) {
    return context.types().structName(type, context.file());
  }
}
