package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/** The fields of structs whose addresses others have: they may have been set again. */
final class HandedFields {
  private final FlowContext context;

  HandedFields(FlowContext context) {
    this.context = context;
  }

  /**
   * Whether masks of a struct may be others after it was handed on: one that is known and that
   * others set, or one that only its list of initialisers says something of.
   */
  boolean mayChangeMasks(Slot handed, FlowState state) {
    boolean isInitialised =
        !(handed instanceof Slot.Pointee)
            && state.mask(Slot.initialised(handed.variable())).isPresent();
    if (isInitialised && hasMasks(handed.variable())) {
      return true;
    }
    for (Map.Entry<Slot, MaskValue> entry : state.masksOf(handed.variable()).entrySet()) {
      if (entry.getKey() instanceof Slot.OfField slot
          && isWithin(slot, handed)
          && mayBeSet(symbolOf(slot), entry.getValue())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasMasks(LocalVariable struct) {
    SourceIndex index = context.program().index();
    return context
        .types()
        .structName(struct.type(), context.file())
        .filter(name -> index.definitions(name).stream().anyMatch(index::mentionsMaskType))
        .isPresent();
  }

  private boolean mayBeSet(Symbol.Field symbol, MaskValue value) {
    return !value.symbols().contains(symbol)
        && context.callees().isFieldSetElsewhere(context.entity(), symbol);
  }

  /**
   * The state after a call was handed {@code handed}, all of whose code is known.
   *
   * @param isCertain whether it was handed nothing else
   */
  FlowState written(Slot handed, HandedStruct call, boolean isCertain, FlowState state) {
    List<Slot.OfField> open = new ArrayList<>();
    for (Slot each : state.masksOf(handed.variable()).keySet()) {
      if (each instanceof Slot.OfField slot
          && isWithin(slot, handed)
          && call.mayWrite(wayTo(slot, handed))) {
        open.add(slot);
      }
    }
    boolean isAsked =
        isCertain
            && (!open.isEmpty() || state.mask(Slot.initialised(handed.variable())).isPresent());
    FlowState result = state;
    if (isAsked && call.mayWriteBut(List.of()) && call.isPending()) {
      for (Slot slot : open) {
        result = result.withMask(slot, MaskValue.bottom());
      }
      return result;
    }
    Map<List<String>, MaskValue> set =
        isAsked ? call.set(steps -> held(part(handed, steps), state)) : Map.of();
    for (Slot.OfField slot : open) {
      if (!set.containsKey(wayTo(slot, handed))) {
        MaskValue before = state.mask(slot).orElse(MaskValue.bottom());
        result = loosened(slot, before, Optional.empty(), result);
      }
    }
    for (Map.Entry<List<String>, MaskValue> each : set.entrySet()) {
      result =
          new Places(context, state)
              .store(
                  Places.Storage.of(List.of(part(handed, each.getKey()))), each.getValue(), result);
    }
    boolean mayWriteRest =
        call.mayWriteBut(set.keySet().stream().map(steps -> steps.get(steps.size() - 1)).toList());
    return mayWriteRest ? marked(handed, result) : result;
  }

  /** What a field holds, where that is known. */
  private static Optional<MaskValue> held(Slot field, FlowState state) {
    boolean isRest =
        field instanceof Slot.Field
            && state.mask(Slot.handedOut(field.variable())).isEmpty()
            && state.mask(field).isEmpty();
    return isRest ? state.mask(Slot.initialised(field.variable())) : state.mask(field);
  }

  /** The names that lead from what was handed to a part of it. */
  private static List<String> wayTo(Slot.OfField slot, Slot handed) {
    return handed instanceof Slot.OfField part
        ? slot.steps().subList(part.steps().size(), slot.steps().size())
        : slot.steps();
  }

  private static Slot part(Slot handed, List<String> way) {
    if (handed instanceof Slot.OfField outer) {
      Slot.OfField part = outer;
      for (String step : way) {
        part = part.then(step);
      }
      return part;
    }
    return handed instanceof Slot.Pointee
        ? new Slot.FieldBehind(handed.variable(), way)
        : new Slot.Field(handed.variable(), way);
  }

  private static FlowState marked(Slot handed, FlowState state) {
    return state.mask(Slot.initialised(handed.variable())).isEmpty()
            || handed instanceof Slot.Pointee
        ? state
        : state.withMask(Slot.handedOut(handed.variable()), MaskValue.zero());
  }

  /**
   * The state after others could set what is in {@code handed}.
   *
   * @param unseen what they may have set it to, where the tree does not show who they are
   */
  FlowState loosened(Slot handed, Optional<MaskValue> unseen, FlowState state) {
    FlowState result = state;
    for (Map.Entry<Slot, MaskValue> entry : state.masksOf(handed.variable()).entrySet()) {
      if (entry.getKey() instanceof Slot.OfField slot && isWithin(slot, handed)) {
        result = loosened(slot, entry.getValue(), unseen, result);
      }
    }
    Slot rest = Slot.initialised(handed.variable());
    Optional<MaskValue> unnamed = state.mask(rest);
    return unseen.isPresent() && unnamed.isPresent() && !(handed instanceof Slot.Pointee)
        ? result.withMask(rest, unnamed.get().join(unseen.get()))
        : marked(handed, result);
  }

  private FlowState loosened(
      Slot.OfField slot, MaskValue value, Optional<MaskValue> unseen, FlowState state) {
    if (unseen.isPresent()) {
      return state.withMask(slot, value.join(unseen.get()));
    }
    Symbol.Field symbol = symbolOf(slot);
    return mayBeSet(symbol, value)
        ? state.withMask(
            slot, value.join(MaskValue.symbol(symbol, context.declarationOrigin(slot.variable()))))
        : state;
  }

  /**
   * Whether a field is part of what a call was handed. One that was handed itself is none: what is
   * stored there is known of the callee.
   */
  private static boolean isWithin(Slot.OfField slot, Slot handed) {
    if (!slot.variable().equals(handed.variable())) {
      return false;
    }
    if (handed instanceof Slot.OfField part) {
      return slot.getClass() == part.getClass()
          && slot.steps().size() > part.steps().size()
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
