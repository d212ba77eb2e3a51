package org.gfpaudit.analyzer.masks;

import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.lower.StateWalker;
import org.gfpaudit.analyzer.scope.ScopeTransfer;
import org.gfpaudit.analyzer.solver.FlowProblem;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/**
 * The transfer function of the mask problem. It is silent: what calls and stores look like is told
 * to an {@link Observer} in a pass of its own, after the fixpoint.
 */
final class MaskTransfer implements FlowProblem<FlowState> {
  /** Told about each call and each store, with the state just before it. */
  interface Observer {
    void onCall(Expr.Call call, FlowState state);

    void onAssign(Expr.Assign assign, FlowState state);

    void onInitialize(Optional<LocalVariable> variable, Expr value, FlowState state);

    void onReturn(Expr value, FlowState state);

    /** Told about text that the grammar could not read. */
    void onUnread(Stmt.Unread statement, FlowState state);
  }

  private final FlowContext context;
  private final Relevance relevance;
  private final Assignments assignments;
  private final ScopeTransfer scopes;
  private final Escapes escapes;
  private final HiddenWrites hidden;
  private final Optional<Observer> observer;
  private final boolean structsMatter;

  MaskTransfer(FlowContext context, Relevance relevance) {
    this(context, relevance, /* structsMatter= */ false);
  }

  /**
   * @param structsMatter whether it matters what the fields hold at the end that are set of the
   *     structs behind parameters
   */
  MaskTransfer(FlowContext context, Relevance relevance, boolean structsMatter) {
    this.structsMatter = structsMatter;
    this.context = context;
    this.relevance = relevance;
    this.assignments = new Assignments(context);
    this.scopes = new ScopeTransfer(context.scopeContext(), TaskFlags.NONE);
    this.escapes = new Escapes(context, relevance);
    this.hidden = HiddenWrites.of(context, relevance.variables());
    this.observer = Optional.empty();
  }

  private MaskTransfer(MaskTransfer silent, Observer observer) {
    this.structsMatter = silent.structsMatter;
    this.context = silent.context;
    this.relevance = silent.relevance;
    this.assignments = silent.assignments;
    this.scopes = silent.scopes;
    this.escapes = silent.escapes;
    this.hidden = silent.hidden;
    this.observer = Optional.of(observer);
  }

  /** The same, which tells {@code told} what it comes by. */
  MaskTransfer telling(Observer told) {
    return new MaskTransfer(this, told);
  }

  @Override
  public FlowState entryState() {
    FlowState state = FlowState.EMPTY;
    for (LocalVariable parameter : context.graph().parameters()) {
      int index = parameter.parameterIndex();
      Origin origin = context.declarationOrigin(parameter);
      MaskValue value = MaskValue.symbol(new Symbol.Parameter(index), origin);
      state = state.withMask(Slot.of(parameter), value);
      state = state.withPaths(parameter, PathEvaluator.single(AccessPath.param(index)));
      if (relevance.isRelevant(parameter) && Relevance.mayPointToMask(parameter)) {
        MaskValue before = MaskValue.symbol(new Symbol.Pointee(index), origin);
        state = state.withMask(Slot.pointee(parameter), before);
      }
      if (structsMatter && relevance.isRelevant(parameter)) {
        for (Map.Entry<Slot, MaskValue> field :
            HandedStruct.before(parameter, context).entrySet()) {
          state = state.withMask(field.getKey(), field.getValue());
        }
      }
    }
    return state;
  }

  @Override
  public FlowState join(FlowState left, FlowState right) {
    return left.join(right);
  }

  @Override
  public FlowState widen(FlowState before, FlowState after) {
    return before.widen(after);
  }

  @Override
  public FlowState apply(FlowState state, Instruction instruction) {
    Walk walk = new Walk(state);
    if (instruction instanceof Instruction.Evaluate evaluate) {
      walk.walk(evaluate.expression());
      FlowState after = walk.current();
      walk.become(after.withScope(scopes.afterStatement(evaluate.expression(), after.scope())));
    } else if (instruction instanceof Instruction.Initialize initialize) {
      walk.walk(initialize.value());
      walk.initialize(initialize);
    } else if (instruction instanceof Instruction.Clobber clobber) {
      if (relevance.isRelevant(clobber.variable())) {
        return assignments.clobber(clobber.variable(), clobber.head(), state);
      }
    } else if (instruction instanceof Instruction.Return result) {
      walk.walk(result.value());
      observer.ifPresent(o -> o.onReturn(result.value(), walk.current()));
    } else if (instruction instanceof Instruction.Unread unread) {
      observer.ifPresent(o -> o.onUnread(unread.statement(), state));
      return clobberMentioned(unread, state);
    }
    return walk.current();
  }

  @Override
  public boolean matters(Instruction instruction) {
    Looking looking = new Looking();
    if (instruction instanceof Instruction.Evaluate evaluate) {
      looking.walk(evaluate.expression());
      looking.found |= scopes.mayChangeAsStatement(evaluate.expression());
    } else if (instruction instanceof Instruction.Initialize initialize) {
      looking.walk(initialize.value());
      looking.found |=
          relevance.isRelevant(initialize.variable())
              || !escapes.isNone()
              || scopes.mayChange(Optional.of(initialize.variable()), initialize.value());
    } else if (instruction instanceof Instruction.Clobber clobber) {
      return relevance.isRelevant(clobber.variable());
    } else if (instruction instanceof Instruction.Return result) {
      looking.walk(result.value());
    } else {
      return true;
    }
    return looking.found;
  }

  /** Looks for what {@link Walk} would do something about. */
  private final class Looking extends ExprWalker {
    private boolean found;

    @Override
    protected void onName(Expr.Name name) {
      found |= !hidden.at(name).isEmpty();
    }

    @Override
    protected void onCall(Expr.Call call) {
      found |= scopes.mayChange(call) || !escapes.isNone() || !hidden.at(call).isEmpty();
      for (int i = 0; !found && i < call.arguments().size(); i++) {
        found = relevance.isRelevantArgument(call.arguments().get(i));
      }
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      found |=
          relevance.isRelevantTarget(assign.target())
              || scopes.mayChange(assign)
              || !escapes.isNone();
    }

    @Override
    protected void onIncrement(Expr operand) {
      found |= relevance.isRelevantTarget(operand) || scopes.mayChangeIncremented(operand);
    }
  }

  /** Text nobody could read may have set every variable it names. */
  private FlowState clobberMentioned(Instruction.Unread unread, FlowState state) {
    String text = context.text().textOnOneLine(unread.statement().span());
    Expr.Opaque opaque = new Expr.Opaque(unread.statement().span(), text);
    FlowState result = state;
    for (LocalVariable variable : relevance.variables()) {
      if (!variable.name().isEmpty() && text.contains(variable.name())) {
        result = assignments.clobber(variable, opaque, result);
      }
    }
    return result;
  }

  /** Walks one expression and carries the state along. */
  private final class Walk extends StateWalker<FlowState> {
    Walk(FlowState state) {
      super(state, FlowState::join);
    }

    @Override
    protected void onCall(Expr.Call call) {
      if (observer.isPresent()) {
        observer.get().onCall(call, current());
      }
      become(current().withScope(scopes.afterCall(call, current().scope())));
      Optional<Expr.Assign> copy =
          StructCopies.asAssignment(call, context)
              .filter(assign -> relevance.isRelevantTarget(assign.target()));
      if (copy.isPresent()) {
        become(assignments.assign(copy.get(), current()));
      } else {
        store(call);
      }
      if (!escapes.isNone()) {
        become(escapes.afterCall(call, current()));
      }
      lose(call);
    }

    private void store(Expr.Call call) {
      Optional<CallStores> stores = Optional.empty();
      for (int i = 0; i < call.arguments().size(); i++) {
        if (relevance.isRelevantArgument(call.arguments().get(i))) {
          // All arguments are evaluated before the callee stores anything.
          stores = stores.or(() -> Optional.of(new CallStores(context, call, current())));
          become(stores.get().through(i, current()));
        }
      }
    }

    @Override
    protected void onName(Expr.Name name) {
      lose(name);
    }

    /** What a macro writes without being handed it. */
    private void lose(Expr macro) {
      if (!hidden.isNone()) {
        for (LocalVariable variable : hidden.at(macro)) {
          become(
              escapes.afterHidden(
                  variable, macro, hidden.valueAt(macro, variable, context), current()));
        }
      }
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      if (observer.isPresent()) {
        observer.get().onAssign(assign, current());
      }
      become(current().withScope(scopes.afterAssign(assign, current().scope())));
      if (relevance.isRelevantTarget(assign.target())) {
        become(assignments.assign(assign, current()));
      }
      if (!escapes.isNone()) {
        FlowState after = escapes.afterStore(assign, current());
        Optional<LocalVariable> target =
            Places.plain(assign.target()) instanceof Expr.Name name
                ? context.graph().variable(name)
                : Optional.empty();
        become(escapes.afterSet(target, assign.value(), after));
      }
    }

    @Override
    protected void onIncrement(Expr operand) {
      become(current().withScope(scopes.afterIncrement(operand, current().scope())));
      if (relevance.isRelevantTarget(operand)) {
        become(assignments.count(operand, current()));
      }
    }

    @Override
    protected void onCompoundLiteral(Expr.CompoundLiteral literal) {
      observer.ifPresent(o -> o.onInitialize(Optional.empty(), literal, current()));
    }

    void initialize(Instruction.Initialize initialize) {
      LocalVariable variable = initialize.variable();
      observer.ifPresent(o -> o.onInitialize(Optional.of(variable), initialize.value(), current()));
      become(
          current()
              .withScope(scopes.afterInitialize(variable, initialize.value(), current().scope())));
      if (relevance.isRelevant(variable)) {
        become(assignments.initialize(variable, initialize.value(), current()));
      }
      if (!escapes.isNone()) {
        become(escapes.afterSet(Optional.of(variable), initialize.value(), current()));
      }
    }
  }
}
