package org.gfpaudit.analyzer.masks;

import java.util.Map;
import java.util.Optional;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/** The fields of structs whose addresses others have: they may have been set again. */
final class HandedFields {
  private final FlowContext context;

  HandedFields(FlowContext context) {
    this.context = context;
  }

  /**
   * The state after others could set what is in {@code handed}.
   *
   * @param unseen what they may have set it to, where the tree does not show who they are
   */
  FlowState loosened(Slot handed, Optional<MaskValue> unseen, FlowState state) {
    FlowState result = state;
    for (Map.Entry<Slot, MaskValue> entry : state.masks().entrySet()) {
      if (entry.getKey() instanceof Slot.OfField slot && isWithin(slot, handed)) {
        result = loosened(slot, entry.getValue(), unseen, result);
      }
    }
    Slot rest = Slot.initialised(handed.variable());
    Optional<MaskValue> unnamed = state.mask(rest);
    if (unnamed.isEmpty() || handed instanceof Slot.Pointee) {
      return result;
    }
    return unseen.isPresent()
        ? result.withMask(rest, unnamed.get().join(unseen.get()))
        : result.withMask(Slot.handedOut(handed.variable()), MaskValue.zero());
  }

  private FlowState loosened(
      Slot.OfField slot, MaskValue value, Optional<MaskValue> unseen, FlowState state) {
    if (unseen.isPresent()) {
      return state.withMask(slot, value.join(unseen.get()));
    }
    Symbol.Field symbol = symbolOf(slot);
    boolean mayBeSet =
        !value.symbols().contains(symbol)
            && context.callees().isFieldSetElsewhere(context.entity(), symbol);
    return mayBeSet
        ? state.withMask(
            slot, value.join(MaskValue.symbol(symbol, context.declarationOrigin(slot.variable()))))
        : state;
  }

  /** Whether a field is part of what a call was handed. */
  private static boolean isWithin(Slot.OfField slot, Slot handed) {
    if (!slot.variable().equals(handed.variable())) {
      return false;
    }
    if (handed instanceof Slot.OfField part) {
      return slot.getClass() == part.getClass()
          && slot.steps().size() >= part.steps().size()
          && slot.steps().subList(0, part.steps().size()).equals(part.steps());
    }
    return handed instanceof Slot.Pointee
        ? slot instanceof Slot.FieldBehind
        : slot instanceof Slot.Field;
  }

  /** What is stored in the field that a slot means, wherever that is done. */
  private Symbol.Field symbolOf(Slot.OfField slot) {
    return new Symbol.Field(
        Overlays.owner(slot, context), slot.steps().get(slot.steps().size() - 1));
  }
}
