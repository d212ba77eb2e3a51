package org.gfpaudit.analyzer.masks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;

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
    Map<Slot, MaskValue> set = new LinkedHashMap<>();
    set.put(Slot.initialised(variable), MaskValue.zero());
    new FieldInitializers(context.types(), context.file())
        .visit(
            variable.type(),
            list,
            new FieldInitializers.Sink() {
              @Override
              public void onField(FieldInitializers.Target target, Expr value) {
                Slot slot = new Slot.Field(variable, target.steps());
                if (target.isElement()) {
                  return;
                }
                if (target.isPart()) {
                  set.merge(slot, evaluator.evaluate(value), MaskValue::join);
                } else {
                  set.put(slot, evaluator.evaluate(value));
                }
              }

              @Override
              public void onUnplaced(Expr value) {
                set.merge(
                    Slot.initialised(variable),
                    evaluator.unknown("a field that is set by its place", value.span()),
                    MaskValue::join);
              }
            });
    for (Map.Entry<Slot, MaskValue> each : set.entrySet()) {
      result = result.withMask(each.getKey(), each.getValue());
    }
    return result;
  }

  /** {@code target = value} or {@code target op= value}. */
  FlowState assign(Expr.Assign assign, FlowState state) {
    Expr target = Places.plain(assign.target());
    if (target instanceof Expr.Name name) {
      return context
          .graph()
          .variable(name)
          .map(variable -> set(variable, assign.compound(), assign.value(), assign, state))
          .orElse(state);
    }
    Optional<FlowState> copied =
        assign.compound().isPresent()
            ? Optional.empty()
            : new StructCopies(context, state).copied(target, assign.value());
    if (copied.isPresent()) {
      return copied.get();
    }
    Places places = new Places(context, state);
    Places.Storage storage = places.of(target);
    return storage.slots().isEmpty()
        ? state
        : places.store(storage, new MaskEvaluator(context, state).visitAssign(assign));
  }

  /** {@code target++}, {@code --target} and their like. */
  FlowState count(Expr operand, FlowState state) {
    Expr target = Places.plain(operand);
    Optional<LocalVariable> pointer =
        target instanceof Expr.Name name
            ? context.graph().variable(name).filter(Assignments::isPointer)
            : Optional.empty();
    if (pointer.isPresent()) {
      return countPointer(pointer.get(), operand, state);
    }
    Places places = new Places(context, state);
    Places.Storage storage = places.of(target);
    return storage.slots().isEmpty()
        ? state
        : places.store(
            storage,
            new MaskEvaluator(context, state).unknown(MaskEvaluator.COUNTED, operand.span()));
  }

  /** What it points into stays; of the fields of a struct behind it, that is another one now. */
  private FlowState countPointer(LocalVariable pointer, Expr operand, FlowState state) {
    FlowState result = state;
    for (Map.Entry<Slot, MaskValue> each : state.masksOf(pointer).entrySet()) {
      if (each.getKey() instanceof Slot.FieldBehind) {
        MaskValue unknown =
            new MaskEvaluator(context, state)
                .unknown("a field behind a pointer that is counted", operand.span());
        result = result.withMask(each.getKey(), each.getValue().join(unknown));
      }
    }
    return result;
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
          compound.isEmpty() && !new Retyping(context, state).isRetyped(variable, value)
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
    FlowState forgotten = forgetBehind(variable, result);
    return compound.isEmpty() && isStruct(variable)
        ? setStruct(variable, value, state, forgotten)
        : forgotten;
  }

  private static boolean isStruct(LocalVariable variable) {
    String type = variable.type().name();
    return !isPointer(variable) && (type.startsWith("struct ") || type.startsWith("union "));
  }

  /** The fields of a struct that is set as a whole. */
  private FlowState setStruct(
      LocalVariable variable, Expr value, FlowState before, FlowState after) {
    if (Places.plain(value) instanceof Expr.CompoundLiteral literal) {
      return initializeList(variable, literal.initializer(), after);
    }
    StructCopies copies = new StructCopies(context, before);
    if (copies.isOfAnotherType(value, variable.type())) {
      return after.withMask(
          Slot.initialised(variable),
          new MaskEvaluator(context, before).unknown(StructCopies.RETYPED, value.span()));
    }
    boolean isByMacro =
        !new FieldInitializers(context.types(), context.file())
            .setByMacro(variable.type(), value, context)
            .isEmpty();
    return isByMacro
        ? after.withMask(
            Slot.initialised(variable),
            new MaskEvaluator(context, before).unknown(FieldInitializers.BY_MACRO, value.span()))
        : copies.known(variable, value, after);
  }

  /** After {@code p = q} nothing is known of {@code p->f}; after {@code s = t}, of {@code s.f}. */
  private static FlowState forgetBehind(LocalVariable variable, FlowState state) {
    return state.withoutLost(variable);
  }

  /** A variable that a macro may have set. */
  FlowState clobber(LocalVariable variable, Expr head, FlowState state) {
    MaskValue unknown =
        new MaskEvaluator(context, state).unknown("set in a way that is not followed", head.span());
    if (context.types().structName(variable.type(), context.file()).isPresent()
        && !isPointer(variable)) {
      return new HandedFields(context).loosened(Slot.of(variable), Optional.of(unknown), state);
    }
    if (variable.type().array()) {
      Slot elements = Slot.elements(variable);
      MaskValue before = state.maskOrBottom(elements);
      return forgetBehind(variable, state).withMask(elements, before.join(unknown));
    }
    if (isPointer(variable)) {
      AccessPath somewhere =
          AccessPath.opaque(variable.name() + " of the loop", context.place(head.span()));
      return forgetBehind(variable, state.withPaths(variable, PathEvaluator.single(somewhere)));
    }
    Slot whole = Slot.of(variable);
    MaskValue before = state.mask(whole).orElse(MaskValue.bottom());
    return forgetBehind(variable, state.withMask(whole, before.join(unknown)));
  }
}
