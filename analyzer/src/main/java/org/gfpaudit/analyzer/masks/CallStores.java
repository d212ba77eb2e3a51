package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.ConstantNumbers;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * What a call stores: behind the pointers it is handed and, if it is a macro, in its arguments
 * themselves. What the tree does not show leaves an unknown value behind.
 */
final class CallStores {
  private static final long ALL_OF_A_BYTE = 0xff;

  /** A mask has four bytes. */
  private static final long EACH_BYTE = 0x01010101;

  private final FlowContext context;
  private final Expr.Call call;
  private final FlowState before;
  private final Places places;
  private final CallBinding binding;
  private final MaskEvaluator evaluator;
  private final Optional<String> name;
  private final List<Entity> callees;
  // Whether the call runs nothing else.
  private final boolean areAll;
  private final Optional<KnownWrite> written;

  CallStores(FlowContext context, Expr.Call call, FlowState before) {
    this.context = context;
    this.call = call;
    this.before = before;
    this.places = new Places(context, before);
    this.evaluator = new MaskEvaluator(context, before);
    this.binding = new CallBinding(context, evaluator, call);
    this.name =
        call.calledName()
            .filter(called -> context.graph().variable(called).isEmpty())
            .map(context::calledName);
    List<Entity> named =
        name.map(called -> context.callees().resolve(context.entity(), called)).orElse(List.of());
    PointedCalls.Targets pointed =
        named.isEmpty()
            ? new PointedCalls(context).of(call)
            : new PointedCalls.Targets(named, true);
    this.callees = pointed.functions();
    this.areAll = pointed.areAll();
    this.written = name.flatMap(called -> KnownWrite.of(called, call, evaluator, context));
  }

  /** Whether a call can be one of a macro that assigns to what it is handed. */
  static boolean mayAssign(Expr.Call call, FlowContext context) {
    return call.calledName()
        .filter(called -> context.graph().variable(called).isEmpty())
        .filter(
            called ->
                context.knowledge().isWriter(called.text())
                    || context.callees().resolve(context.entity(), called.text()).stream()
                        .anyMatch(
                            callee ->
                                isMacro(callee, context)
                                    && context.ground().macroTexts().mayAssign(callee)))
        .isPresent();
  }

  /**
   * What the call stores in argument {@code index}, which is a field or the address of one; empty
   * where nothing of what it can run touches that.
   */
  Optional<MaskValue> inField(int index) {
    Expr argument = Places.plain(call.arguments().get(index));
    boolean isBehind = addressed(argument).isPresent();
    return stored(index, places.of(addressed(argument).orElse(argument)), isBehind);
  }

  /** What {@code argument} is the address of. */
  static Optional<Expr> addressed(Expr argument) {
    return argument instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS
        ? Optional.of(Places.plain(unary.operand()))
        : Optional.empty();
  }

  /** The field that a call may store in through an argument: {@code &x->f}, or {@code x->f}. */
  static Optional<Expr.Member> field(Expr argument, boolean mayAssign) {
    Expr plain = Places.plain(argument);
    Optional<Expr> target =
        mayAssign ? Optional.of(addressed(plain).orElse(plain)) : addressed(plain);
    return target.filter(Expr.Member.class::isInstance).map(Expr.Member.class::cast);
  }

  /** {@code state} after the call did what it does through argument {@code index}. */
  FlowState through(int index, FlowState state) {
    Expr argument = Places.plain(call.arguments().get(index));
    if (argument instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
      Places.Storage target = places.of(unary.operand());
      FlowState result = store(index, target, /* isBehind= */ true, state);
      if (written.isEmpty()) {
        for (Slot slot : target.slots()) {
          result = loosen(slot, index, target.isCertain(), result);
        }
      }
      return result;
    }
    if (argument instanceof Expr.Name name && context.graph().variable(name).isPresent()) {
      LocalVariable variable = context.graph().variable(name).get();
      if (Assignments.isPointer(variable)) {
        FlowState result = store(index, places.behind(variable), /* isBehind= */ true, state);
        Places.Targets targets = places.targets(variable);
        boolean isOne = targets.locals().size() == 1 && !targets.hasOthers();
        for (Places.Local local : targets.locals()) {
          result = loosen(local.slot(), index, isOne, result);
        }
        return loosen(Slot.pointee(variable), index, targets.locals().isEmpty(), result);
      }
    }
    return store(index, places.of(argument), /* isBehind= */ false, state);
  }

  /**
   * Stores what the callees store.
   *
   * @param isBehind whether the call is handed the address, and not the storage itself
   */
  private FlowState store(int index, Places.Storage target, boolean isBehind, FlowState state) {
    if (target.slots().stream().noneMatch(slot -> isMask(slot, isBehind, state))) {
      return state;
    }
    Optional<MaskValue> after = stored(index, target, isBehind);
    return after.isPresent() ? places.store(target, after.get(), state) : state;
  }

  /**
   * Whether a slot is known, or a variable or pointee that can be a mask. A field that a macro
   * assigns to is set as by an assignment, whatever was known of it.
   */
  private boolean isMask(Slot slot, boolean isBehind, FlowState state) {
    if (state.mask(slot).isPresent()) {
      return true;
    }
    if (slot instanceof Slot.OfField field) {
      return !isBehind || (isMaskField(field) && isOwn(field, state));
    }
    TypeName type = slot.variable().type();
    return slot instanceof Slot.Pointee
        ? Relevance.isMaskPointer(slot.variable())
        : type.pointerDepth() == 0 && !type.name().contains(" ");
  }

  /** Whether a field that is no slot holds nothing, or what the list of initialisers leaves it. */
  private static boolean isOwn(Slot.OfField slot, FlowState state) {
    return slot instanceof Slot.Field
        && (!state.isOpen(slot)
            || (state.mask(Slot.initialised(slot.variable())).isPresent()
                && state.mask(Slot.handedOut(slot.variable())).isEmpty()));
  }

  private boolean isMaskField(Slot.OfField slot) {
    String last = slot.steps().get(slot.steps().size() - 1);
    return Overlays.owner(slot, context)
        .struct()
        .flatMap(struct -> context.types().fieldType(struct, last, context.file()))
        .filter(type -> type.pointerDepth() == 0 && type.name().equals(HandedStruct.MASK_TYPE))
        .isPresent();
  }

  /** What the storage holds after the call; empty where no callee touches it. */
  private Optional<MaskValue> stored(int index, Places.Storage target, boolean isBehind) {
    if (written.isPresent() && !written.get().mayWrite(index, isBehind)) {
      return Optional.empty();
    }
    if (index == 0 && isFill()) {
      return Optional.of(filled());
    }
    if (callees.isEmpty()) {
      return isUnseenWrite(isBehind)
          ? Optional.of(unshown(index, target, isBehind))
          : Optional.empty();
    }
    if (isPending(isBehind)) {
      return Optional.of(MaskValue.bottom());
    }
    MaskValue after = MaskValue.bottom();
    boolean isStored = false;
    boolean isLeft = false;
    for (Entity callee : callees) {
      Map<Integer, MaskValue> effect =
          isBehind
              ? context.callees().effect(callee).pointees()
              : isAssigning(callee) ? context.callees().effect(callee).assigned() : Map.of();
      MaskValue value = effect.get(index);
      isStored |= value != null;
      isLeft |= value == null;
      if (value != null) {
        after = after.join(bound(value, callee));
      }
    }
    if (!isStored && !areAll) {
      return isUnseenWrite(isBehind)
          ? Optional.of(unshown(index, target, isBehind))
          : Optional.empty();
    }
    if (!isStored) {
      return isKnownWriter() ? Optional.of(unshown(index, target, isBehind)) : Optional.empty();
    }
    if (!areAll) {
      after = after.join(evaluator.unknown(unseen(), call.span()));
    }
    if (isLeft && isKnownWriter()) {
      return Optional.of(after.join(unshown(index, target, isBehind)));
    }
    if (isLeft) {
      after = after.join(heldBy(target));
    }
    return Optional.of(after);
  }

  /** Whether nothing is known yet of one of the callees: it has not returned so far. */
  private boolean isPending(boolean isBehind) {
    return callees.stream()
        .filter(callee -> isBehind || isAssigning(callee))
        .anyMatch(callee -> context.callees().isPending(callee, /* fields= */ false));
  }

  private MaskValue bound(MaskValue value, Entity callee) {
    return binding.bind(value, callee).mapOrigins(origin -> binding.returned(origin, callee));
  }

  /** What a call writes that no body shows. */
  private MaskValue unshown(int index, Places.Storage target, boolean isBehind) {
    return written
        .flatMap(how -> how.value(index, isBehind, heldBy(target)))
        .orElseGet(() -> evaluator.unknown(unseen(), call.span()));
  }

  private MaskValue heldBy(Places.Storage target) {
    MaskValue held = MaskValue.bottom();
    for (Slot slot : target.slots()) {
      Optional<MaskValue> known = before.mask(slot);
      if (known.isEmpty() && slot instanceof Slot.Field) {
        known = before.mask(Slot.initialised(slot.variable()));
      }
      held = held.join(known.orElse(MaskValue.bottom()));
    }
    return held;
  }

  /** Whether a callee is a macro that assigns to what it is handed. */
  private boolean isAssigning(Entity callee) {
    return isMacro(callee, context) && context.ground().macroTexts().mayAssign(callee);
  }

  private static boolean isMacro(Entity callee, FlowContext context) {
    return context.program().index().kind(callee) == EntityKind.FUNCTION_MACRO;
  }

  /** Whether a call that the tree defines nothing for can write to what it is handed. */
  private boolean isUnseenWrite(boolean isBehind) {
    return isBehind || isKnownWriter();
  }

  /** Whether a call writes to what it is handed in a way that its body does not show. */
  private boolean isKnownWriter() {
    return name.filter(called -> context.knowledge().isWriter(called)).isPresent();
  }

  /** Whether a call sets every byte of what its first argument points to. */
  private boolean isFill() {
    return name.filter(called -> context.knowledge().isIdiom(Idiom.Kind.FILL, called)).isPresent();
  }

  /** The mask whose bytes it sets. */
  private MaskValue filled() {
    OptionalLong value =
        call.arguments().size() > 1 && call.arguments().get(1) instanceof Expr.Literal literal
            ? ConstantNumbers.of(literal)
            : OptionalLong.empty();
    if (value.isEmpty()) {
      return evaluator.unknown(unseen(), call.span());
    }
    long each = value.getAsLong() & ALL_OF_A_BYTE;
    return each == ALL_OF_A_BYTE
        ? MaskValue.zero().complement(context.origin(call.span()))
        : new NumberMasks(context).of(each * EACH_BYTE, call.span());
  }

  /** Whether it certainly sets them to zero. */
  private boolean isZeroed() {
    return isFill()
        && call.arguments().size() > 1
        && call.arguments().get(1) instanceof Expr.Literal byteValue
        && GlobalMasks.isZero(byteValue);
  }

  private String unseen() {
    return name.map(
            called ->
                callees.isEmpty()
                    ? "handed to " + called + "(), which the tree does not define"
                    : "set by " + called + "()")
        .orElse("handed to a call through a pointer");
  }

  /** The fields of a struct that a call was handed may have been set again. */
  private FlowState loosen(Slot handed, int index, boolean isCertain, FlowState state) {
    boolean isKnown = areAll && !callees.isEmpty() && !isKnownWriter();
    HandedFields fields = new HandedFields(context);
    // What a function does with a struct is only looked at where that can make a difference.
    Optional<HandedStruct> struct =
        isKnown && fields.mayChangeMasks(handed, state)
            ? HandedStruct.of(callees, index, context, binding)
            : Optional.empty();
    if (struct.isPresent()) {
      return fields.written(handed, struct.get(), isCertain, state);
    }
    boolean isShown = name.isEmpty() || isKnown;
    Optional<MaskValue> unseen =
        isShown
            ? Optional.empty()
            : Optional.of(isZeroed() ? MaskValue.zero() : evaluator.unknown(unseen(), call.span()));
    return fields.loosened(handed, unseen, state);
  }
}
