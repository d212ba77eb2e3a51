package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;

/** Finds the storage that an expression means, in one state of one function. */
final class Places {
  private final FlowContext context;
  private final FlowState state;
  private final Overlays overlays;

  Places(FlowContext context, FlowState state) {
    this.context = context;
    this.state = state;
    this.overlays = new Overlays(context);
  }

  /**
   * Where a value that is stored can go.
   *
   * @param slots without doubles; none where the storage is no slot of this function
   * @param isWhole whether a slot is all that is stored to, and not one of several elements
   */
  record Storage(List<Slot> slots, boolean isWhole) {
    private static final Storage NONE = new Storage(List.of(), false);

    static Storage of(List<? extends Slot> slots) {
      return new Storage(List.copyOf(slots), true);
    }

    /** Whether a store certainly replaces what the slot held. */
    boolean isCertain() {
      return isWhole && slots.size() == 1;
    }
  }

  /** The storage of an expression that can be assigned to. */
  Storage of(Expr written) {
    Expr target = plain(written);
    if (target instanceof Expr.Name name) {
      return context
          .graph()
          .variable(name)
          .map(variable -> Storage.of(List.of(Slot.of(variable))))
          .orElse(Storage.NONE);
    }
    if (target instanceof Expr.Member member) {
      return Storage.of(fields(member));
    }
    if (target instanceof Expr.Unary unary && unary.operator() == UnaryOperator.DEREFERENCE) {
      Expr pointer = plain(unary.operand());
      Expr first = first(pointer);
      // Of p + 1 it is known that it stays in the array, and not where.
      return variable(first)
          .map(variable -> first.equals(pointer) ? behind(variable) : element(variable))
          .orElse(Storage.NONE);
    }
    if (target instanceof Expr.Index index) {
      Expr array = plain(index.array());
      if (array instanceof Expr.Member member) {
        return new Storage(List.copyOf(fields(member)), false);
      }
      return variable(first(array)).map(this::element).orElse(Storage.NONE);
    }
    return Storage.NONE;
  }

  /**
   * {@code p} for {@code p + n}, {@code n + p}, {@code p - n} and {@code p++}: it points into the
   * same array.
   */
  Expr first(Expr pointer) {
    Expr plain = plain(counted(plain(pointer)));
    if (plain instanceof Expr.Binary binary
        && (binary.operator() == BinaryOperator.ADD
            || binary.operator() == BinaryOperator.SUBTRACT)) {
      Expr left = first(binary.left());
      return variable(left).filter(Assignments::isPointer).isPresent()
          ? left
          : first(binary.right());
    }
    return plain;
  }

  /** {@code x} for {@code x++}, {@code --x} and their like. */
  static Expr counted(Expr plain) {
    if (plain instanceof Expr.Postfix postfix) {
      return postfix.operand();
    }
    return plain instanceof Expr.Unary unary
            && (unary.operator() == UnaryOperator.INCREMENT
                || unary.operator() == UnaryOperator.DECREMENT)
        ? unary.operand()
        : plain;
  }

  private Storage element(LocalVariable pointer) {
    return new Storage(List.copyOf(pointees(pointer)), false);
  }

  /** {@code x} for {@code (type) x}, {@code *&x} and {@code *(type *) &x}. */
  static Expr plain(Expr written) {
    Expr current = written;
    while (true) {
      if (current instanceof Expr.Cast cast) {
        current = cast.operand();
      } else if (current instanceof Expr.Unary unary
          && unary.operator() == UnaryOperator.DEREFERENCE
          && plain(unary.operand()) instanceof Expr.Unary inner
          && inner.operator() == UnaryOperator.ADDRESS) {
        current = inner.operand();
      } else {
        return current;
      }
    }
  }

  /** The array that an element is one of, for all elements of a field are one; else itself. */
  static Expr field(Expr written) {
    return written instanceof Expr.Index index ? index.array() : written;
  }

  private Optional<LocalVariable> variable(Expr written) {
    return plain(written) instanceof Expr.Name name
        ? context.graph().variable(name)
        : Optional.empty();
  }

  /** The slots a member can be; none where it is not reached from a variable of this function. */
  List<Slot.OfField> fields(Expr.Member member) {
    Expr base = plain(member.base());
    boolean isBehind = member.arrow();
    if (base instanceof Expr.Unary unary) {
      if (isBehind && unary.operator() == UnaryOperator.ADDRESS) {
        base = plain(unary.operand());
        isBehind = false;
      } else if (!isBehind && unary.operator() == UnaryOperator.DEREFERENCE) {
        base = plain(unary.operand());
        isBehind = true;
      }
    }
    if (base instanceof Expr.Name name) {
      Optional<LocalVariable> variable = context.graph().variable(name);
      if (variable.isEmpty()) {
        return List.of();
      }
      return isBehind
          ? behind(variable.get(), member.field())
          : List.of(new Slot.Field(variable.get(), member.field()));
    }
    return !isBehind && base instanceof Expr.Member outer
        ? fields(outer).stream().map(slot -> slot.then(member.field())).toList()
        : List.of();
  }

  private List<Slot.OfField> behind(LocalVariable pointer, String field) {
    List<Slot.OfField> slots = new ArrayList<>();
    Targets targets = targets(pointer);
    targets.locals().forEach(local -> slots.add(local.field(field)));
    if (targets.hasOthers()) {
      slots.add(new Slot.FieldBehind(pointer, field));
    }
    return slots;
  }

  /** The storage that a pointer points to; of an array any of its elements. */
  Storage behind(LocalVariable pointer) {
    List<Slot> slots = pointees(pointer);
    return new Storage(
        List.copyOf(slots), slots.stream().noneMatch(Slot.Elements.class::isInstance));
  }

  /** The slots that {@code *pointer} can be; at least one. */
  List<Slot> pointees(LocalVariable pointer) {
    if (pointer.type().array()) {
      return List.of(Slot.elements(pointer));
    }
    List<Slot> slots = new ArrayList<>();
    Targets targets = targets(pointer);
    targets.locals().forEach(local -> slots.add(local.slot()));
    if (targets.hasOthers()) {
      slots.add(Slot.pointee(pointer));
    }
    return slots;
  }

  /**
   * What a pointer can point to.
   *
   * @param locals variables of this function, and parts of them
   * @param hasOthers whether it can be something else
   */
  record Targets(List<Local> locals, boolean hasOthers) {}

  /**
   * A variable of this function, or a part of one.
   *
   * @param steps the fields that lead to the part; none for the variable itself
   */
  record Local(LocalVariable variable, List<String> steps) {
    Slot slot() {
      if (!steps.isEmpty()) {
        return new Slot.Field(variable, steps);
      }
      return variable.type().array() ? Slot.elements(variable) : Slot.of(variable);
    }

    Slot.OfField field(String name) {
      return steps.isEmpty()
          ? new Slot.Field(variable, name)
          : new Slot.Field(variable, steps).then(name);
    }
  }

  Targets targets(LocalVariable pointer) {
    SortedSet<AccessPath> paths = state.paths().get(pointer);
    if (paths == null) {
      return new Targets(List.of(), true);
    }
    List<Local> locals = locals(paths);
    locals.removeIf(local -> local.variable().equals(pointer));
    return new Targets(locals, locals.size() < paths.size());
  }

  /** The variables of this function, and parts of them, that paths lead to. */
  List<Local> locals(SortedSet<AccessPath> paths) {
    List<Local> locals = new ArrayList<>();
    paths.forEach(path -> local(path).ifPresent(locals::add));
    return locals;
  }

  private Optional<Local> local(AccessPath path) {
    if (path.root() instanceof AccessPath.Local local) {
      for (LocalVariable variable : context.graph().names().values()) {
        if (variable.declarationOffset() == local.declarationOffset()
            && !variable.isParameter()
            && variable.name().equals(local.name())) {
          // What a pointer leads to is no part of the pointer.
          return path.steps().isEmpty() || !Assignments.isPointer(variable)
              ? Optional.of(new Local(variable, path.steps()))
              : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Stores a value: what can be one of several slots keeps what it held as well. */
  FlowState store(Storage storage, MaskValue value) {
    return store(storage, value, state);
  }

  /** The same in a state that is further on than the one the storage was found in. */
  FlowState store(Storage storage, MaskValue value, FlowState further) {
    FlowState result = further;
    for (Slot slot : storage.slots()) {
      result = storage.isCertain() ? result.withMask(slot, value) : weakly(slot, value, result);
      if (slot instanceof Slot.OfField field) {
        result = overlays.stored(field, value, storage.isCertain(), result);
      }
    }
    for (Slot slot : storage.slots()) {
      if (slot instanceof Slot.FieldBehind || slot instanceof Slot.Pointee) {
        result = storeByOtherNames(slot, value, result);
      }
    }
    return result;
  }

  private static FlowState weakly(Slot slot, MaskValue value, FlowState result) {
    Optional<MaskValue> before = result.mask(slot);
    // Where nothing is known of a slot it can hold what was stored anywhere.
    return before.isEmpty() && result.isOpen(slot)
        ? result
        : result.withMask(slot, before.orElse(MaskValue.bottom()).join(value));
  }

  /** Another pointer may point to the same object. */
  private FlowState storeByOtherNames(Slot slot, MaskValue value, FlowState further) {
    FlowState result = further;
    List<Slot> others = new ArrayList<>();
    further.forEachMask((other, known) -> others.add(other));
    for (Slot other : others) {
      if (!other.variable().equals(slot.variable())
          && ((isSamePart(slot, other) && canMeet(slot.variable(), other.variable()))
              || (slot instanceof Slot.Pointee && isParameterWithAddress(other))
              || leadToOne(slot, other))) {
        result = weakly(other, value, result);
      }
    }
    return result;
  }

  /** Whether it is a parameter of which some pointer of the function may have the address. */
  private boolean isParameterWithAddress(Slot slot) {
    if (!(slot instanceof Slot.Whole) || !slot.variable().isParameter()) {
      return false;
    }
    boolean[] isFound = {false};
    new ExprWalker() {
      @Override
      protected void onAddress(Expr operand) {
        isFound[0] |= variable(operand).filter(slot.variable()::equals).isPresent();
      }
    }.walk(context.graph());
    return isFound[0];
  }

  private static boolean isSamePart(Slot slot, Slot other) {
    if (slot instanceof Slot.FieldBehind one) {
      return other instanceof Slot.FieldBehind two && one.steps().equals(two.steps());
    }
    return slot instanceof Slot.Pointee && other instanceof Slot.Pointee;
  }

  private boolean canMeet(LocalVariable left, LocalVariable right) {
    SortedSet<AccessPath> one = state.paths().get(left);
    SortedSet<AccessPath> two = state.paths().get(right);
    return one == null || two == null || !Collections.disjoint(one, two);
  }

  /** Whether two ways end in one place: {@code p->a.b} and {@code q->b}, where q is &p->a. */
  private boolean leadToOne(Slot slot, Slot other) {
    return !Collections.disjoint(ways(slot), ways(other));
  }

  private List<List<Object>> ways(Slot slot) {
    if (!(slot instanceof Slot.FieldBehind || slot instanceof Slot.Pointee)) {
      return List.of();
    }
    List<String> last = slot instanceof Slot.FieldBehind field ? field.steps() : List.of();
    List<List<Object>> ways = new ArrayList<>();
    for (AccessPath path : state.paths().getOrDefault(slot.variable(), new TreeSet<>())) {
      List<Object> way = new ArrayList<>();
      way.add(path.root());
      way.addAll(path.steps());
      way.addAll(last);
      ways.add(way);
    }
    return ways;
  }
}
