package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/** What assignments, initialisations and calls do to the state of one function. */
final class Assignments {
  private final FlowContext context;

  Assignments(FlowContext context) {
    this.context = context;
  }

  /** Whether a variable's value is a pointer, and so a set of access paths. */
  static boolean isPointer(LocalVariable variable) {
    TypeName type = variable.type();
    return type.pointerDepth() > 0 || type.array();
  }

  private static boolean isTyped(LocalVariable variable) {
    return !variable.type().name().equals("typeof")
        && !variable.type().name().equals("__auto_type");
  }

  /** {@code variable = value} at a declaration. */
  FlowState initialize(LocalVariable variable, Expr value, FlowState state) {
    if (value instanceof Expr.InitList list) {
      return initializeList(variable, list, state);
    }
    return set(variable, Optional.empty(), value, value, state);
  }

  private FlowState initializeList(LocalVariable variable, Expr.InitList list, FlowState state) {
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    FlowState result = state;
    if (variable.type().array()) {
      MaskValue elements = MaskValue.bottom();
      for (Expr.InitList.Entry entry : list.entries()) {
        elements = elements.join(evaluator.evaluate(entry.value()));
      }
      return result.withMask(Slot.elements(variable), elements);
    }
    result = result.withMask(Slot.initialised(variable), MaskValue.zero());
    for (Expr.InitList.Entry entry : list.entries()) {
      List<String> steps = fieldSteps(entry);
      if (!steps.isEmpty() && !(entry.value() instanceof Expr.InitList)) {
        MaskValue value = evaluator.evaluate(entry.value());
        result = result.withMask(new Slot.Field(variable, steps), value);
      }
    }
    return result;
  }

  /** The names a and b of an entry {@code .a.b}; empty for a positional or an element entry. */
  static List<String> fieldSteps(Expr.InitList.Entry entry) {
    List<String> steps = new ArrayList<>();
    for (Expr.InitList.Designator designator : entry.designators()) {
      if (!(designator instanceof Expr.InitList.Designator.Field field)) {
        return List.of();
      }
      steps.add(field.name());
    }
    return steps;
  }

  /** {@code target = value} or {@code target op= value}. */
  FlowState assign(Expr.Assign assign, FlowState state) {
    Expr target = assign.target();
    if (target instanceof Expr.Name name) {
      return context
          .graph()
          .variable(name)
          .map(variable -> set(variable, assign.compound(), assign.value(), assign, state))
          .orElse(state);
    }
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    if (target instanceof Expr.Member member) {
      Optional<Slot.OfField> slot = evaluator.slotOf(member);
      return slot.isPresent() ? state.withMask(slot.get(), evaluator.visitAssign(assign)) : state;
    }
    if (target instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.DEREFERENCE
        && unary.operand() instanceof Expr.Name name
        && context.graph().variable(name).isPresent()) {
      Slot slot = evaluator.pointee(context.graph().variable(name).get());
      return state.withMask(slot, evaluator.visitAssign(assign));
    }
    if (target instanceof Expr.Index index
        && index.array() instanceof Expr.Name name
        && context.graph().variable(name).isPresent()) {
      Slot slot = Slot.elements(context.graph().variable(name).get());
      MaskValue before = state.mask(slot).orElse(MaskValue.bottom());
      return state.withMask(slot, before.join(evaluator.visitAssign(assign)));
    }
    return state;
  }

  private FlowState set(
      LocalVariable variable,
      Optional<BinaryOperator> compound,
      Expr value,
      Expr whole,
      FlowState state) {
    FlowState result = state;
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    if (isPointer(variable) || !isTyped(variable)) {
      SortedSet<AccessPath> targets =
          compound.isEmpty()
              ? evaluator.targets(value)
              : PathEvaluator.single(
                  AccessPath.opaque(
                      context.text().textOnOneLine(whole.span()), context.place(whole.span())));
      result = result.withPaths(variable, targets);
    }
    if (!isPointer(variable)) {
      MaskValue mask = evaluator.evaluate(value);
      if (compound.isPresent()) {
        MaskValue before = state.mask(Slot.of(variable)).orElse(MaskValue.bottom());
        mask = evaluator.apply(compound.get(), before, mask, whole.span());
      }
      result = result.withMask(Slot.of(variable), mask);
    }
    return forgetBehind(variable, result);
  }

  /** After {@code p = q} nothing is known of {@code p->f}; after {@code s = t}, of {@code s.f}. */
  private static FlowState forgetBehind(LocalVariable variable, FlowState state) {
    return state.without(slot -> slot.isLostWithVariable() && slot.variable().equals(variable));
  }

  /** A variable that a macro may have set. */
  FlowState clobber(LocalVariable variable, Expr head, FlowState state) {
    FlowState result = state;
    if (isPointer(variable)) {
      AccessPath somewhere =
          AccessPath.opaque(variable.name() + " of the loop", context.place(head.span()));
      result = result.withPaths(variable, PathEvaluator.single(somewhere));
    } else {
      MaskValue before = state.mask(Slot.of(variable)).orElse(MaskValue.bottom());
      MaskEvaluator evaluator = new MaskEvaluator(context, state);
      result =
          result.withMask(
              Slot.of(variable),
              before.join(evaluator.unknown("set in a way that is not followed", head.span())));
    }
    return forgetBehind(variable, result);
  }

  /** What a call may have changed behind the pointer it was handed as argument {@code index}. */
  FlowState afterCall(Expr.Call call, int index, FlowState state) {
    Expr argument = call.arguments().get(index);
    if (argument instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.ADDRESS
        && unary.operand() instanceof Expr.Name name
        && context.graph().variable(name).isPresent()) {
      LocalVariable variable = context.graph().variable(name).get();
      return loosenFields(
          variable, Slot.Field.class, storeThrough(call, index, Slot.of(variable), state));
    }
    if (argument instanceof Expr.Name name && context.graph().variable(name).isPresent()) {
      LocalVariable variable = context.graph().variable(name).get();
      if (isPointer(variable)) {
        Slot slot = new MaskEvaluator(context, state).pointee(variable);
        return loosenFields(
            variable, Slot.FieldBehind.class, storeThrough(call, index, slot, state));
      }
    }
    return state;
  }

  /** {@code slot} after the callee stored through the parameter that points to it. */
  private FlowState storeThrough(Expr.Call call, int argument, Slot slot, FlowState state) {
    Optional<MaskValue> before = state.mask(slot);
    Optional<Expr.Name> called = call.calledName();
    if (called.isEmpty() || (before.isEmpty() && !isMaskPointerTarget(slot))) {
      return state;
    }
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    CallBinding binding = new CallBinding(context, evaluator, call);
    MaskValue after = MaskValue.bottom();
    boolean stored = false;
    for (Entity callee : context.callees().resolve(context.file(), called.get().text())) {
      MaskValue pointee = context.callees().effect(callee).pointees().get(argument);
      if (pointee != null) {
        stored = true;
        after =
            after.join(
                binding.bind(pointee).mapOrigins(origin -> binding.returned(origin, callee)));
      }
    }
    return stored ? state.withMask(slot, after) : state;
  }

  private static boolean isMaskPointerTarget(Slot slot) {
    TypeName type = slot.variable().type();
    return type.pointerDepth() == 0 && !type.name().contains(" ");
  }

  /** Fields that were set here may have been set again by a call that was handed the struct. */
  private FlowState loosenFields(
      LocalVariable variable, Class<? extends Slot.OfField> kind, FlowState state) {
    FlowState result = state;
    for (Map.Entry<Slot, MaskValue> entry : state.masks().entrySet()) {
      if (kind.isInstance(entry.getKey()) && entry.getKey().variable().equals(variable)) {
        Slot.OfField slot = kind.cast(entry.getKey());
        Symbol.Field symbol = symbolOf(slot);
        if (!entry.getValue().symbols().contains(symbol)
            && context.callees().isFieldSetElsewhere(context.entity(), symbol)) {
          result =
              result.withMask(
                  slot,
                  entry
                      .getValue()
                      .join(MaskValue.symbol(symbol, context.declarationOrigin(variable))));
        }
      }
    }
    return result;
  }

  /** What is stored in the field that a slot means, wherever that is done. */
  private Symbol.Field symbolOf(Slot.OfField slot) {
    TypeOracle types = context.types();
    int last = slot.steps().size() - 1;
    Optional<TypeName> type = Optional.of(slot.variable().type());
    for (String step : slot.steps().subList(0, last)) {
      type =
          types
              .ownerOf(type, context.file())
              .struct()
              .flatMap(struct -> types.fieldType(struct, step, context.file()));
    }
    return new Symbol.Field(types.ownerOf(type, context.file()), slot.steps().get(last));
  }
}
