package org.gfpaudit.analyzer.masks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * Variables whose address went where it is not followed: into a field or a global, to a function
 * that keeps or returns it, behind another pointer. From there on each call, and each store through
 * a pointer that may be any, can change them.
 *
 * <p>Of a struct no look is taken at the functions that it is handed to: what they and others store
 * in its fields is known by the fields.
 */
final class Escapes {
  private final FlowContext context;
  private final Relevance relevance;
  private final boolean isNone;

  Escapes(FlowContext context, Relevance relevance) {
    this.context = context;
    this.relevance = relevance;
    this.isNone = relevance.addressed().isEmpty();
  }

  /** Whether no variable that matters has its address taken: then nothing is ever changed here. */
  boolean isNone() {
    return isNone;
  }

  // ---- where addresses go

  /** The state in which what {@code value} carries to {@code target} is where it is put. */
  FlowState afterSet(Optional<LocalVariable> target, Expr value, FlowState state) {
    NavigableSet<LocalVariable> carried = new TreeSet<>();
    carried(value, state, carried);
    if (carried.isEmpty()) {
      return state;
    }
    boolean isFollowed =
        target
                .filter(variable -> !variable.isStatic() && Assignments.isPointer(variable))
                .isPresent()
            && carried.stream().noneMatch(variable -> variable.type().pointerDepth() > 0)
            && !new Retyping(context, state).isRetyped(target.get(), value)
            && new PathEvaluator(context)
                .targets(value, state).stream()
                    .allMatch(path -> path.root() instanceof AccessPath.Local);
    return isFollowed ? state : marked(carried, state);
  }

  private static FlowState marked(Collection<LocalVariable> variables, FlowState state) {
    FlowState result = state;
    for (LocalVariable variable : variables) {
      result = result.withMask(Slot.escaped(variable), MaskValue.zero());
    }
    return result;
  }

  /** The variables that a value is, or leads to, the address of. */
  private void carried(Expr value, FlowState state, NavigableSet<LocalVariable> found) {
    if (value instanceof Expr.Name name) {
      Optional<LocalVariable> pointer =
          context.graph().variable(name).filter(each -> each.type().pointerDepth() > 0);
      pointer.ifPresent(each -> addTargets(each, state, found));
    } else if (value instanceof Expr.Cast cast) {
      carried(cast.operand(), state, found);
    } else if (value instanceof Expr.Binary binary) {
      carried(binary.left(), state, found);
      carried(binary.right(), state, found);
    } else if (value instanceof Expr.Conditional conditional) {
      carried(conditional.whenTrue().orElse(conditional.condition()), state, found);
      carried(conditional.whenFalse(), state, found);
    } else if (value instanceof Expr.Comma comma) {
      carried(comma.parts().get(comma.parts().size() - 1), state, found);
    } else if (value instanceof Expr.Assign assign) {
      carried(assign.value(), state, found);
    } else if (value instanceof Expr.InitList list) {
      list.entries().forEach(entry -> carried(entry.value(), state, found));
    } else if (value instanceof Expr.CompoundLiteral literal) {
      carried(literal.initializer(), state, found);
    } else if (value instanceof Expr.StatementExpr statement) {
      context.graph().value(statement).ifPresent(each -> addTargets(each, state, found));
    } else if (value instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
      carriedBy(unary.operand(), state, found);
    }
  }

  /** What the address of {@code part} leads to. */
  private void carriedBy(Expr part, FlowState state, NavigableSet<LocalVariable> found) {
    Expr current = part;
    while (true) {
      if (current instanceof Expr.Member member) {
        if (member.arrow()) {
          carried(member.base(), state, found);
          return;
        }
        current = member.base();
      } else if (current instanceof Expr.Index index) {
        current = index.array();
      } else if (current instanceof Expr.Cast cast) {
        current = cast.operand();
      } else if (current instanceof Expr.Unary unary
          && unary.operator() == UnaryOperator.DEREFERENCE) {
        carried(unary.operand(), state, found);
        return;
      } else {
        if (current instanceof Expr.Name name) {
          context.graph().variable(name).filter(relevance::isRelevant).ifPresent(found::add);
        }
        return;
      }
    }
  }

  private void addTargets(LocalVariable pointer, FlowState state, Collection<LocalVariable> found) {
    new Places(context, state)
        .targets(pointer).locals().stream()
            .map(Places.Local::variable)
            .filter(relevance::isRelevant)
            .forEach(found::add);
  }

  // ---- what is changed from there

  /** The state after a call, which keeps what it is handed and changes what is kept. */
  FlowState afterCall(Expr.Call call, FlowState before) {
    Optional<String> name =
        call.calledName()
            .filter(called -> context.graph().variable(called).isEmpty())
            .map(context::calledName);
    if (name.filter(this::changesNothing).isPresent()) {
      return before;
    }
    FlowState state = before;
    for (int i = 0; i < call.arguments().size(); i++) {
      NavigableSet<LocalVariable> carried = new TreeSet<>();
      carried(call.arguments().get(i), state, carried);
      int index = i;
      carried.removeIf(variable -> !isKept(variable, call, name, index));
      state = marked(carried, state);
    }
    String reason =
        name.map(called -> called + "()").orElse("a call through a pointer")
            + " may change it by an address that was kept";
    NavigableSet<LocalVariable> reached = reached(state);
    for (LocalVariable variable : reached) {
      state = lost(variable, reason, call.span(), state);
    }
    reached.removeIf(this::isStruct);
    if (reached.isEmpty()) {
      return state;
    }
    return StoredElsewhere.of(callees(name), context)
        .at(reached, state, unknown(reason, call.span()));
  }

  private List<Entity> callees(Optional<String> name) {
    return name.map(called -> context.callees().resolve(context.entity(), called))
        .orElse(List.of());
  }

  private boolean changesNothing(String name) {
    return context.knowledge().source(name).isPresent()
        || context.knowledge().identity(name).isPresent();
  }

  private boolean isKept(LocalVariable variable, Expr.Call call, Optional<String> name, int index) {
    List<Entity> callees = callees(name);
    if (isStruct(variable)) {
      return context.accessor(call).filter(way -> way.argument() == index).isPresent()
          || callees.stream().anyMatch(callee -> isMacro(callee) && mayKeep(callee, index));
    }
    if (variable.type().pointerDepth() > 0) {
      return true; // A pointer can be set by all who know where it is.
    }
    // One that writes to what it is handed does so at once.
    if (name.filter(context.knowledge()::isWriter).isPresent()) {
      return false;
    }
    return callees.stream().anyMatch(callee -> mayKeep(callee, index));
  }

  private boolean isMacro(Entity callee) {
    return context.program().index().kind(callee) == EntityKind.FUNCTION_MACRO;
  }

  private boolean mayKeep(Entity callee, int index) {
    return context.ground().keptArguments().mayKeep(callee, index);
  }

  /** The variables that are out of sight, and those that pointers among them point to. */
  private NavigableSet<LocalVariable> reached(FlowState state) {
    NavigableSet<LocalVariable> reached = new TreeSet<>();
    state.forEachMask(
        (slot, value) -> {
          if (slot instanceof Slot.Escaped) {
            reached.add(slot.variable());
          }
        });
    for (LocalVariable variable : List.copyOf(reached)) {
      if (variable.type().pointerDepth() > 0) {
        addTargets(variable, state, reached);
      }
    }
    return reached;
  }

  /** The state after a store through what may be a pointer to a variable that is out of sight. */
  FlowState afterStore(Expr.Assign assign, FlowState state) {
    Expr target = Places.plain(assign.target());
    NavigableSet<LocalVariable> reached = new TreeSet<>();
    addUnplaced(target, state, reached);
    if (reached.isEmpty() && !mayBeElsewhere(target, state)) {
      return state;
    }
    FlowState result = state;
    reached.addAll(reached(state));
    Expr pointer = pointer(target);
    if (!(pointer instanceof Expr.Name)) {
      carried(pointer, state, reached);
    }
    if (reached.isEmpty()) {
      return state;
    }
    Optional<TypeName> type = context.types().typeOf(target, context.graph(), context.file());
    boolean isPointer = type.filter(known -> known.pointerDepth() > 0).isPresent();
    String reason = "stored through a pointer that may point to it";
    for (LocalVariable variable : reached) {
      if (variable.type().pointerDepth() > 0) {
        if (isPointer || type.isEmpty()) {
          result = lost(variable, reason, assign.span(), result);
        }
      } else if (!isPointer) {
        result = stored(variable, target, assign, result);
      }
    }
    return result;
  }

  /** What a pointer leads to where it is not told which part of that is stored to. */
  private void addUnplaced(Expr target, FlowState state, Collection<LocalVariable> found) {
    if (pointer(target) instanceof Expr.Name root
        && !(target instanceof Expr.Name)
        && new Places(context, state).of(target).slots().isEmpty()) {
      context
          .graph()
          .variable(root)
          .filter(variable -> variable.type().pointerDepth() > 0)
          .ifPresent(variable -> addTargets(variable, state, found));
    }
  }

  /** What is dereferenced last where a target is not a variable: {@code a ? &b : &c}. */
  private static Expr pointer(Expr target) {
    Expr root = target;
    while (true) {
      if (root instanceof Expr.Member member) {
        root = member.base();
      } else if (root instanceof Expr.Index index) {
        root = index.array();
      } else if (root instanceof Expr.Cast cast) {
        root = cast.operand();
      } else if (root instanceof Expr.Unary unary
          && unary.operator() == UnaryOperator.DEREFERENCE) {
        root = unary.operand();
      } else {
        return root;
      }
    }
  }

  /** Whether a store can go to a place that is not found among the variables of the function. */
  private boolean mayBeElsewhere(Expr target, FlowState state) {
    Expr root = target;
    boolean isBehind = false;
    while (!(root instanceof Expr.Name)) {
      if (root instanceof Expr.Member member) {
        if (isBehind && !isArray(member)) {
          return true; // What a pointer in a struct points to is not followed.
        }
        isBehind |= member.arrow();
        root = member.base();
      } else if (root instanceof Expr.Index index) {
        isBehind |= true;
        root = index.array();
      } else if (root instanceof Expr.Cast cast) {
        root = cast.operand();
      } else if (root instanceof Expr.Unary unary
          && unary.operator() == UnaryOperator.DEREFERENCE) {
        isBehind = true;
        root = unary.operand();
      } else {
        return true;
      }
    }
    if (!isBehind) {
      return false;
    }
    Optional<LocalVariable> pointer = context.graph().variable((Expr.Name) root);
    if (pointer.isEmpty()) {
      return true;
    }
    SortedSet<AccessPath> paths = state.paths().get(pointer.get());
    return paths == null
        ? pointer.get().type().pointerDepth() > 0 || !pointer.get().type().array()
        : pointer.get().type().pointerDepth() > 1
            || paths.stream().anyMatch(Escapes::mayLeadToLocal);
  }

  private boolean isArray(Expr.Member member) {
    return context
        .types()
        .typeOf(member, context.graph(), context.file())
        .filter(TypeName::array)
        .isPresent();
  }

  /** What a caller handed in was there before the variables of this function were. */
  private static boolean mayLeadToLocal(AccessPath path) {
    return !(path.root() instanceof AccessPath.Local)
        && !(path.root() instanceof AccessPath.Param && path.steps().isEmpty());
  }

  private FlowState stored(
      LocalVariable variable, Expr target, Expr.Assign assign, FlowState state) {
    MaskValue value = valueOf(assign, state);
    FlowState result = state;
    if (!isStruct(variable)) {
      return target instanceof Expr.Member && !mentionsCall(target)
          ? state
          : result.withMask(
              Slot.held(variable), state.maskOrBottom(Slot.held(variable)).join(value));
    }
    Optional<String> field =
        target instanceof Expr.Member member ? Optional.of(member.field()) : Optional.empty();
    for (Map.Entry<Slot, MaskValue> entry : state.masksOf(variable).entrySet()) {
      if (entry.getKey() instanceof Slot.Field slot
          && field
              .filter(name -> !name.equals(slot.steps().get(slot.steps().size() - 1)))
              .isEmpty()) {
        result = result.withMask(slot, entry.getValue().join(value));
      }
    }
    Optional<MaskValue> rest = state.mask(Slot.initialised(variable));
    if (field.isPresent() && rest.isPresent() && hasField(variable, field.get())) {
      Slot slot = new Slot.Field(variable, field.get());
      return state.mask(slot).isPresent() ? result : result.withMask(slot, rest.get().join(value));
    }
    return result;
  }

  private boolean isStruct(LocalVariable variable) {
    return !Assignments.isPointer(variable)
        && context.types().structName(variable.type(), context.file()).isPresent();
  }

  private boolean hasField(LocalVariable struct, String field) {
    return context
        .types()
        .structName(struct.type(), context.file())
        .filter(name -> context.types().fieldNames(name, context.file()).contains(field))
        .isPresent();
  }

  private static boolean mentionsCall(Expr target) {
    boolean[] found = {false};
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        found[0] = true;
      }
    }.walk(target);
    return found[0];
  }

  /** What is stored; unknown where it is made of what is not followed here. */
  private MaskValue valueOf(Expr.Assign assign, FlowState state) {
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    boolean[] isFollowed = {assign.compound().isEmpty()};
    new ExprWalker() {
      @Override
      protected void onName(Expr.Name name) {
        isFollowed[0] &=
            context.graph().variable(name).filter(v -> !relevance.isRelevant(v)).isEmpty();
      }
    }.walk(assign.value());
    MaskValue value = isFollowed[0] ? evaluator.evaluate(assign.value()) : MaskValue.bottom();
    return value.isBottom()
        ? evaluator.unknown("stored through a pointer that may point to it", assign.span())
        : value;
  }

  /**
   * The state after a macro could set a variable that it was not handed.
   *
   * @param known what it is known to set it to, among what else it may
   */
  FlowState afterHidden(LocalVariable variable, Expr macro, MaskValue known, FlowState state) {
    String reason = "set by a macro that is not handed it";
    if (isStruct(variable)) {
      return new HandedFields(context)
          .loosened(Slot.of(variable), Optional.of(unknown(reason, macro.span())), state);
    }
    FlowState after = lost(variable, reason, macro.span(), state);
    Slot whole = Slot.held(variable);
    return Assignments.isPointer(variable) || known.isBottom()
        ? after
        : after.withMask(whole, after.maskOrBottom(whole).join(known));
  }

  private MaskValue unknown(String reason, Span at) {
    return MaskValue.unknown(reason, context.origin(at));
  }

  /** The state in which a variable may hold anything besides what it held. */
  private FlowState lost(LocalVariable variable, String reason, Span at, FlowState state) {
    if (variable.type().pointerDepth() > 0 && !variable.type().array()) {
      SortedSet<AccessPath> before = state.paths().get(variable);
      if (before == null) {
        return state;
      }
      SortedSet<AccessPath> paths = new TreeSet<>(before);
      paths.add(AccessPath.opaque(variable.name(), context.place(at)));
      return state.withPaths(variable, paths).withoutLost(variable);
    }
    if (isStruct(variable)) {
      return new HandedFields(context).loosened(Slot.of(variable), Optional.empty(), state);
    }
    Slot whole = Slot.held(variable);
    return state.withMask(whole, state.maskOrBottom(whole).join(unknown(reason, at)));
  }
}
