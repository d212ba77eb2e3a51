package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.mask.MaskValue;

/** Assignments of whole structs: {@code a = b}, {@code *p = a}, {@code a.in = b}. */
final class StructCopies {
  static final String RETYPED = "a field of a struct that was copied from one of another type";

  /** Structs in structs are looked into so deep for fields that could be a mask. */
  private static final int MAX_DEPTH = 3;

  private final FlowContext context;
  private final FlowState state;
  private final Places places;

  StructCopies(FlowContext context, FlowState state) {
    this.context = context;
    this.state = state;
    this.places = new Places(context, state);
  }

  /**
   * A struct that slots are fields of.
   *
   * @param isBehind whether it is what the variable points to
   */
  private record Struct(LocalVariable variable, boolean isBehind, List<String> steps) {
    Slot.OfField field(List<String> further) {
      List<String> all = new ArrayList<>(steps);
      all.addAll(further);
      return isBehind ? new Slot.FieldBehind(variable, all) : new Slot.Field(variable, all);
    }

    /** The way to a slot from here; empty where it is no field of this. */
    Optional<List<String>> wayTo(Slot slot) {
      if (slot instanceof Slot.OfField field
          && field.variable().equals(variable)
          && field instanceof Slot.FieldBehind == isBehind
          && field.steps().size() > steps.size()
          && field.steps().subList(0, steps.size()).equals(steps)) {
        return Optional.of(field.steps().subList(steps.size(), field.steps().size()));
      }
      return Optional.empty();
    }
  }

  /**
   * {@code a = b} for {@code memcpy(&a, &b, sizeof(a))}; empty where the call is another, or of
   * other parts of memory.
   */
  static Optional<Expr.Assign> asAssignment(Expr.Call call, FlowContext context) {
    if (call.arguments().size() != 3
        || !(Places.plain(call.arguments().get(2)) instanceof Expr.TypeOperator size)
        || !size.keyword().equals("sizeof")
        || call.calledName()
            .filter(name -> context.graph().variable(name).isEmpty())
            .filter(name -> context.knowledge().isIdiom(Idiom.Kind.COPY, name.text()))
            .isEmpty()) {
      return Optional.empty();
    }
    Expr target = behind(call.arguments().get(0));
    Expr value = behind(call.arguments().get(1));
    Optional<TypeName> to = context.types().typeOf(target, context.graph(), context.file());
    Optional<TypeName> from = context.types().typeOf(value, context.graph(), context.file());
    boolean isOne =
        to.isPresent()
            && to.get().pointerDepth() == 0
            && !to.get().array()
            && from.filter(type -> type.pointerDepth() == 0 && !type.array())
                .filter(type -> type.name().equals(to.get().name()))
                .isPresent();
    return isOne
        ? Optional.of(new Expr.Assign(call.span(), Optional.empty(), target, value))
        : Optional.empty();
  }

  private static Expr behind(Expr pointer) {
    return Places.plain(new Expr.Unary(pointer.span(), UnaryOperator.DEREFERENCE, pointer));
  }

  /** The state after {@code target}, a struct, was set to {@code value}; empty if it is none. */
  Optional<FlowState> copied(Expr target, Expr value) {
    List<Struct> targets = structs(target);
    Optional<TypeName> type = context.types().typeOf(target, context.graph(), context.file());
    boolean isStruct =
        type.filter(known -> known.pointerDepth() == 0 && !known.array())
            .flatMap(known -> context.types().structName(known, context.file()))
            .isPresent();
    if (targets.isEmpty() || !isStruct) {
      return Optional.empty();
    }
    Set<List<String>> ways = new LinkedHashSet<>();
    targets.forEach(struct -> known(struct, ways));
    structs(value).forEach(struct -> known(struct, ways));
    if (targets.stream().anyMatch(this::hasRest)) {
      declared(type.get(), List.of(), ways);
    }
    Map<List<String>, MaskValue> values = new LinkedHashMap<>();
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    boolean isRetyped = isOfAnotherType(value, type.get());
    for (List<String> way : ways) {
      values.put(
          way,
          isRetyped
              ? evaluator.unknown(RETYPED, value.span())
              : evaluator.evaluate(member(value, way)));
    }
    FlowState result = state;
    for (Map.Entry<List<String>, MaskValue> each : values.entrySet()) {
      List<Slot.OfField> slots = targets.stream().map(s -> s.field(each.getKey())).toList();
      result = places.store(Places.Storage.of(slots), each.getValue(), result);
    }
    return Optional.of(result);
  }

  /** {@code after} with what is known of {@code value} as the fields of a struct set to it. */
  FlowState known(LocalVariable variable, Expr value, FlowState after) {
    List<Struct> sources = structs(value);
    if (sources.size() != 1) {
      return after;
    }
    Struct source = sources.get(0);
    Set<List<String>> ways = new LinkedHashSet<>();
    known(source, ways);
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    FlowState result = after;
    for (List<String> way : ways) {
      MaskValue field = evaluator.evaluate(member(value, way));
      result = result.withMask(new Slot.Field(variable, way), field);
    }
    Optional<MaskValue> rest =
        source.steps().isEmpty() && !source.isBehind()
            ? state.mask(Slot.initialised(source.variable()))
            : Optional.empty();
    if (rest.isPresent()) {
      result = result.withMask(Slot.initialised(variable), rest.get());
      if (state.mask(Slot.handedOut(source.variable())).isPresent()) {
        result = result.withMask(Slot.handedOut(variable), MaskValue.zero());
      }
    }
    return result;
  }

  /** Whether a value is a struct of another type than it is taken for, by way of its address. */
  boolean isOfAnotherType(Expr value, TypeName type) {
    Optional<String> taken = context.types().structName(type, context.file());
    return taken.isPresent()
        && structs(value).stream()
            .map(this::structName)
            .anyMatch(own -> own.isPresent() && !own.equals(taken));
  }

  private Optional<String> structName(Struct struct) {
    TypeOracle types = context.types();
    Optional<String> name = types.structName(struct.variable().type(), context.file());
    for (String step : struct.steps()) {
      name =
          name.flatMap(of -> types.fieldType(of, step, context.file()))
              .flatMap(of -> types.structName(of, context.file()));
    }
    return name;
  }

  /** The structs of this function that an expression can be. */
  private List<Struct> structs(Expr expression) {
    Expr plain = Places.plain(expression);
    List<Struct> found = new ArrayList<>();
    if (plain instanceof Expr.Name name) {
      context
          .graph()
          .variable(name)
          .filter(variable -> !Assignments.isPointer(variable))
          .ifPresent(variable -> found.add(new Struct(variable, false, List.of())));
    } else if (plain instanceof Expr.Member member) {
      for (Slot.OfField slot : places.fields(member)) {
        found.add(new Struct(slot.variable(), slot instanceof Slot.FieldBehind, slot.steps()));
      }
    } else if (plain instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.DEREFERENCE
        && Places.plain(unary.operand()) instanceof Expr.Name name
        && context.graph().variable(name).isPresent()) {
      LocalVariable pointer = context.graph().variable(name).get();
      Places.Targets targets = places.targets(pointer);
      targets
          .locals()
          .forEach(local -> found.add(new Struct(local.variable(), false, local.steps())));
      if (targets.hasOthers()) {
        found.add(new Struct(pointer, true, List.of()));
      }
    }
    return found;
  }

  private void known(Struct struct, Set<List<String>> ways) {
    for (Slot slot : state.masksOf(struct.variable()).keySet()) {
      struct.wayTo(slot).ifPresent(ways::add);
    }
  }

  /** Whether fields that are no slots are known to be zero. */
  private boolean hasRest(Struct struct) {
    return !struct.isBehind() && state.mask(Slot.initialised(struct.variable())).isPresent();
  }

  /** The fields of a type that could be a mask. */
  private void declared(TypeName type, List<String> way, Set<List<String>> ways) {
    TypeOracle types = context.types();
    Optional<String> struct = types.structName(type, context.file());
    if (struct.isEmpty() || way.size() == MAX_DEPTH) {
      return;
    }
    for (String field : types.fieldNames(struct.get(), context.file())) {
      Optional<TypeName> of = types.fieldType(struct.get(), field, context.file());
      if (of.isPresent() && of.get().pointerDepth() == 0 && !of.get().function()) {
        List<String> further = new ArrayList<>(way);
        further.add(field);
        if (types.structName(of.get(), context.file()).isPresent()) {
          declared(of.get(), further, ways);
        } else {
          ways.add(further);
        }
      }
    }
  }

  /** The expression for a field of a struct. */
  private static Expr member(Expr struct, List<String> way) {
    Expr field = struct;
    for (String step : way) {
      field = new Expr.Member(struct.span(), field, /* arrow= */ false, step, struct.span());
    }
    return field;
  }
}
