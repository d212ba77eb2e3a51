package org.gfpaudit.analyzer.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.Cleanup;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.lower.StateWalker;
import org.gfpaudit.analyzer.solver.FlowProblem;
import org.gfpaudit.analyzer.solver.ForwardSolver;
import org.gfpaudit.grammar.ast.Expr;

/** Which task flags are certainly set, forward through one configuration of one function. */
final class ScopeProblem implements FlowProblem<ScopeState> {

  /**
   * What one run through a function tells.
   *
   * @param atCalls the flags just before each call, by the offset of the called name's token
   * @param atReturns what holds at each return of a value that is no error
   * @param atExit what holds at the end, errors or not; empty where no path gets there
   * @param fails whether the function can return an error
   * @param pendingAtReturns what is open besides where the returned value is no error
   * @param kept the cookies that are with the caller behind it
   */
  record Outcome(
      Map<Integer, TaskFlags> atCalls,
      List<TaskFlags> atReturns,
      Optional<ScopeState> atExit,
      boolean fails,
      List<TaskFlags> pendingAtReturns,
      Kept kept) {

    /** Whether some return opens a scope only where it succeeds. */
    boolean depends() {
      return !pendingAtReturns.isEmpty();
    }
  }

  /**
   * The cookies that a function leaves with its caller.
   *
   * @param returned what it returns, if it returns one
   * @param stored what it puts where its parameters lead, on all paths
   */
  record Kept(Optional<Cookie> returned, Map<CookiePlace, Cookie> stored) {}

  private final ScopeContext context;
  private final ScopeTransfer transfer;
  private final BranchFacts branches;
  private final TaskFlags entry;
  private final Map<Instruction, Boolean> mattering;

  /**
   * What a function does, by the flags it is entered with.
   *
   * @param restored the cookies of its caller that it takes back, with the flags that are named
   */
  record Outcomes(Outcome fromNone, Outcome fromAll, Map<CookiePlace, TaskFlags> restored) {}

  private ScopeProblem(
      ScopeContext context,
      ScopeTransfer transfer,
      TaskFlags entry,
      Map<Instruction, Boolean> mattering) {
    this.context = context;
    this.transfer = transfer;
    this.branches = new BranchFacts(context);
    this.entry = entry;
    this.mattering = mattering;
  }

  /**
   * Runs through a function that is entered with no flag set, and with all.
   *
   * @param callsMatter whether it is asked what holds at the calls
   */
  static Outcomes run(ScopeContext context, boolean callsMatter) {
    IdentityHashMap<Instruction, Boolean> mattering = new IdentityHashMap<>();
    ScopeTransfer fromNone = new ScopeTransfer(context, TaskFlags.NONE, !callsMatter);
    Outcome none = new ScopeProblem(context, fromNone, TaskFlags.NONE, mattering).run(callsMatter);
    ScopeTransfer fromAll = fromNone.enteredWith(TaskFlags.ALL);
    Outcome all = new ScopeProblem(context, fromAll, TaskFlags.ALL, mattering).run(callsMatter);
    return new Outcomes(none, all, fromAll.cookies().handed());
  }

  private Outcome run(boolean callsMatter) {
    List<Optional<ScopeState>> states = ForwardSolver.solve(context.graph(), this);
    Map<Integer, TaskFlags> atCalls = new HashMap<>();
    Returns returns = new Returns();
    for (int block = 0; block < states.size(); block++) {
      if (states.get(block).isPresent()) {
        ScopeState state = states.get(block).get();
        for (Instruction instruction : context.graph().blocks().get(block).instructions()) {
          if (callsMatter || matters(instruction)) {
            state = step(state, instruction, atCalls);
          }
          if (instruction instanceof Instruction.Return result) {
            note(result.value(), state, returns);
          }
        }
      }
    }
    Optional<ScopeState> exit = states.get(context.graph().exit());
    return new Outcome(
        atCalls,
        returns.flags,
        exit,
        returns.fails,
        returns.pending,
        new Kept(returns.cookie, exit.map(transfer.cookies()::left).orElse(Map.of())));
  }

  private static final class Returns {
    private final List<TaskFlags> flags = new ArrayList<>();
    private boolean fails;
    private final List<TaskFlags> pending = new ArrayList<>();
    private Optional<Cookie> cookie = Optional.empty();
  }

  private void note(Expr value, ScopeState state, Returns returns) {
    Optional<Cookie> cookie = transfer.cookies().cookie(value, state);
    if (cookie.isPresent()) {
      returns.cookie = Optional.of(returns.cookie.map(cookie.get()::join).orElse(cookie.get()));
    }
    Optional<LocalVariable> variable = BranchFacts.variable(value, context.graph());
    if (ValueTransfer.isError(value, context.knowledge())
        || variable.filter(state.failed()::contains).isPresent()) {
      returns.fails = true;
      return;
    }
    TaskFlags pending =
        variable
            .map(v -> state.pending().getOrDefault(v, TaskFlags.NONE))
            .orElseGet(() -> transfer.values().opensOnSuccess(value));
    if (!pending.equals(TaskFlags.NONE)) {
      returns.pending.add(pending);
    }
    returns.flags.add(state.flags().with(pending));
  }

  @Override
  public ScopeState entryState() {
    return ScopeState.of(entry);
  }

  @Override
  public ScopeState join(ScopeState left, ScopeState right) {
    return left.join(right);
  }

  @Override
  public ScopeState widen(ScopeState before, ScopeState after) {
    return before.join(after);
  }

  @Override
  public ScopeState onEdge(ScopeState state, BasicBlock block, int successor) {
    ScopeState after =
        block.condition().isPresent() && block.successors().length == 2
            ? branches.given(block.condition().get(), successor == 0, state)
            : state;
    BasicBlock next = context.graph().blocks().get(block.successors()[successor]);
    for (Cleanup cleanup : block.cleanedUpBefore(next)) {
      after = transfer.guards().afterCleanup(cleanup, after);
    }
    return after;
  }

  @Override
  public ScopeState apply(ScopeState state, Instruction instruction) {
    return step(state, instruction, new HashMap<>());
  }

  @Override
  public boolean matters(Instruction instruction) {
    Boolean known = mattering.get(instruction);
    if (known == null) {
      known = looksMattering(instruction);
      mattering.put(instruction, known);
    }
    return known;
  }

  private boolean looksMattering(Instruction instruction) {
    Looking looking = new Looking();
    if (instruction instanceof Instruction.Evaluate evaluate) {
      looking.walk(evaluate.expression());
      looking.found |= transfer.mayChangeAsStatement(evaluate.expression());
    } else if (instruction instanceof Instruction.Initialize initialize) {
      looking.walk(initialize.value());
      looking.found |= transfer.mayChange(Optional.of(initialize.variable()), initialize.value());
    } else if (instruction instanceof Instruction.Return result) {
      looking.walk(result.value());
    }
    return looking.found;
  }

  /** Looks for what {@link Walk} would do something about. */
  private final class Looking extends ExprWalker {
    private boolean found;

    @Override
    protected void onCall(Expr.Call call) {
      found |= transfer.mayChange(call);
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      found |= transfer.mayChange(assign);
    }

    @Override
    protected void onIncrement(Expr operand) {
      found |= transfer.mayChangeIncremented(operand);
    }
  }

  private ScopeState step(
      ScopeState state, Instruction instruction, Map<Integer, TaskFlags> atCalls) {
    Walk walk = new Walk(state, atCalls);
    if (instruction instanceof Instruction.Evaluate evaluate) {
      walk.walk(evaluate.expression());
      walk.become(transfer.afterStatement(evaluate.expression(), walk.current()));
    } else if (instruction instanceof Instruction.Initialize initialize) {
      walk.walk(initialize.value());
      walk.become(
          transfer.afterInitialize(initialize.variable(), initialize.value(), walk.current()));
    } else if (instruction instanceof Instruction.Return result) {
      walk.walk(result.value());
    }
    return walk.current();
  }

  private final class Walk extends StateWalker<ScopeState> {
    private final Map<Integer, TaskFlags> atCalls;

    Walk(ScopeState state, Map<Integer, TaskFlags> atCalls) {
      super(state, ScopeState::join);
      this.atCalls = atCalls;
    }

    @Override
    protected void onCall(Expr.Call call) {
      int offset = CallSites.offset(call);
      atCalls.merge(offset, current().flags(), TaskFlags::join);
      become(transfer.afterCall(call, current()));
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      become(transfer.afterAssign(assign, current()));
    }

    @Override
    protected void onIncrement(Expr operand) {
      become(transfer.afterIncrement(operand, current()));
    }
  }
}
