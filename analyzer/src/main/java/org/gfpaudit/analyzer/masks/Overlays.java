package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.MaskValue;

/** Slots of one function that are one place in memory, because they are members of a union. */
final class Overlays {
  private final FlowContext context;

  Overlays(FlowContext context) {
    this.context = context;
  }

  /** The struct that the last field of a slot belongs to. */
  static FieldOwner owner(Slot.OfField slot, FlowContext context) {
    return owner(slot, slot.steps().size() - 1, context);
  }

  /** The struct that the field at {@code step} of a slot belongs to. */
  private static FieldOwner owner(Slot.OfField slot, int step, FlowContext context) {
    TypeOracle types = context.types();
    Optional<TypeName> type = Optional.of(slot.variable().type());
    for (String field : slot.steps().subList(0, step)) {
      type =
          types
              .ownerOf(type, context.file())
              .struct()
              .flatMap(struct -> types.fieldType(struct, field, context.file()));
    }
    return types.ownerOf(type, context.file());
  }

  /** The slots that {@code state} knows and that are where {@code slot} is. */
  List<Slot.OfField> of(Slot.OfField slot, FlowState state) {
    List<Slot.OfField> found = new ArrayList<>();
    for (Slot other : state.masksOf(slot.variable()).keySet()) {
      if (other instanceof Slot.OfField field
          && field.getClass() == slot.getClass()
          && !field.equals(slot)
          && isOverlaid(slot, field)) {
        found.add(field);
      }
    }
    return found;
  }

  private boolean isOverlaid(Slot.OfField slot, Slot.OfField other) {
    int step = 0;
    int last = Math.min(slot.steps().size(), other.steps().size());
    while (step < last && slot.steps().get(step).equals(other.steps().get(step))) {
      step++;
    }
    if (step == last) {
      return false; // One is a part of the other.
    }
    String one = slot.steps().get(step);
    String two = other.steps().get(step);
    return owner(slot, step, context)
        .struct()
        .filter(struct -> context.types().overlaid(struct, one, context.file()).contains(two))
        .isPresent();
  }

  /**
   * {@code state} after {@code value} was stored in {@code slot}: whoever reads another member of
   * the union sees it as well.
   */
  FlowState stored(Slot.OfField slot, MaskValue value, boolean isCertain, FlowState state) {
    FlowState result = state;
    for (Slot.OfField other : of(slot, state)) {
      MaskValue before = state.mask(other).orElse(MaskValue.bottom());
      boolean isWhole = isCertain && other.steps().size() == slot.steps().size();
      result = result.withMask(other, isWhole ? value : before.join(value));
    }
    return result;
  }

  /** What a slot of which nothing is known holds by way of another member of its union. */
  Optional<MaskValue> read(Slot.OfField slot, FlowState state) {
    return of(slot, state).stream()
        .filter(other -> other.steps().size() == slot.steps().size())
        .flatMap(other -> state.mask(other).stream())
        .reduce(MaskValue::join);
  }
}
