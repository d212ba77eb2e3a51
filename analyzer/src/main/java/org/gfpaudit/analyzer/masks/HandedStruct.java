package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/** What functions do with the fields of a struct whose address they are handed. */
final class HandedStruct {
  static final String MASK_TYPE = "gfp_t";

  private final List<KeptArguments.Use> uses;
  private final List<Entity> callees;
  private final int index;
  private final FlowContext context;
  private final CallBinding binding;

  private HandedStruct(
      List<KeptArguments.Use> uses,
      List<Entity> callees,
      int index,
      FlowContext context,
      CallBinding binding) {
    this.uses = uses;
    this.callees = callees;
    this.index = index;
    this.context = context;
    this.binding = binding;
  }

  /**
   * What {@code callees}, of which one is run, do with argument {@code index}; empty where they may
   * keep it.
   */
  static Optional<HandedStruct> of(
      List<Entity> callees, int index, FlowContext context, CallBinding binding) {
    List<KeptArguments.Use> uses = new ArrayList<>();
    for (Entity callee : callees) {
      uses.add(context.ground().keptArguments().use(callee, index));
    }
    return uses.isEmpty() || uses.stream().anyMatch(KeptArguments.Use::isKept)
        ? Optional.empty()
        : Optional.of(new HandedStruct(uses, callees, index, context, binding));
  }

  /**
   * The masks that a function may set of the struct behind a parameter, as fields that hold what
   * they held before; none where it is not seen to set any.
   */
  static Map<Slot, MaskValue> before(LocalVariable parameter, FlowContext context) {
    FieldOwner owner = context.types().ownerOf(Optional.of(parameter.type()), context.file());
    if (parameter.type().pointerDepth() != 1 || owner.struct().isEmpty()) {
      return Map.of();
    }
    KeptArguments.Use use =
        context.ground().keptArguments().use(context.entity(), parameter.parameterIndex());
    Map<Slot, MaskValue> before = new HashMap<>();
    for (String field : use.written()) {
      Optional<TypeName> type =
          context.types().fieldType(owner.struct().get(), field, context.file());
      if (!use.isKept() && type.filter(known -> known.name().equals(MASK_TYPE)).isPresent()) {
        before.put(
            new Slot.FieldBehind(parameter, field),
            MaskValue.symbol(new Symbol.Field(owner, field), context.declarationOrigin(parameter)));
      }
    }
    return before;
  }

  /** Whether a field may be set, or something that it is a part of. */
  boolean mayWrite(List<String> steps) {
    return uses.stream().anyMatch(use -> use.mayWrite(steps));
  }

  /** Whether something may be set besides fields of these names. */
  boolean mayWriteBut(List<String> names) {
    return uses.stream().anyMatch(use -> use.isWritten() || !names.containsAll(use.written()));
  }

  /** Whether nothing is known yet of one of the functions: it has not returned so far. */
  boolean isPending() {
    return callees.stream()
        .anyMatch(callee -> context.callees().isPending(callee, /* fields= */ true));
  }

  /**
   * The fields whose values afterwards are known.
   *
   * @param before what a field held before, as far as that is known
   */
  Map<List<String>, MaskValue> set(Function<List<String>, Optional<MaskValue>> before) {
    Map<List<String>, MaskValue> set = new HashMap<>();
    for (int i = 0; i < callees.size(); i++) {
      Map<List<String>, MaskValue> here = setBy(i, before);
      if (i == 0) {
        set.putAll(here);
      } else {
        set.keySet().retainAll(here.keySet());
        set.replaceAll((steps, value) -> value.join(here.getOrDefault(steps, value)));
      }
    }
    return set;
  }

  private Map<List<String>, MaskValue> setBy(
      int number, Function<List<String>, Optional<MaskValue>> before) {
    Entity callee = callees.get(number);
    Map<List<String>, MaskValue> set = new HashMap<>();
    context
        .callees()
        .fieldEffect(callee)
        .fields()
        .forEach(
            (field, value) -> {
              if (field.parameter() == index && uses.get(number).mayWrite(field.steps())) {
                set.put(field.steps(), bound(value, number, field.steps(), before));
              }
            });
    return set;
  }

  private MaskValue bound(
      MaskValue value,
      int number,
      List<String> steps,
      Function<List<String>, Optional<MaskValue>> before) {
    Entity callee = callees.get(number);
    String last = steps.get(steps.size() - 1);
    Optional<Symbol.Field> own =
        value.symbols().stream()
            .filter(Symbol.Field.class::isInstance)
            .map(Symbol.Field.class::cast)
            .filter(field -> field.field().equals(last))
            .findFirst();
    Optional<MaskValue> held =
        own.isPresent() && isOfStructAlone(own.get(), uses.get(number))
            ? before.apply(steps)
            : Optional.empty();
    MaskValue here =
        held.isPresent()
            ? binding.bind(value, callee, own.get(), held.get())
            : binding.bind(value, callee);
    return here.mapOrigins(origin -> binding.returned(origin, callee));
  }

  /** Whether a field that a function reads is that of what it was handed, and of nothing else. */
  private boolean isOfStructAlone(Symbol.Field field, KeptArguments.Use use) {
    return !use.others().contains(field.field())
        && use.called().stream()
            .map(context.callees()::knownEffect)
            .noneMatch(effect -> effect.returns().symbols().contains(field));
  }
}
