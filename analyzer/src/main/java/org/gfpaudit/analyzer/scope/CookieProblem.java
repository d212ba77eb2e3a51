package org.gfpaudit.analyzer.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.solver.FlowProblem;
import org.gfpaudit.analyzer.solver.ForwardSolver;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * Follows the cookies of save calls that stay in local variables, forward through one configuration
 * of a function. Conditions that stand at several branches are taken to be the same as long as no
 * variable in them is assigned: who saves and restores under one condition is balanced.
 */
final class CookieProblem implements FlowProblem<CookieWorlds> {

  /**
   * What does not match.
   *
   * @param leftOpen by the byte offset of the save call the offset of the last instruction of a
   *     path that leaves with the scope open
   * @param notSaved by the byte offset of the restore call that of a save call on another path
   */
  record Outcome(SortedMap<Integer, Integer> leftOpen, SortedMap<Integer, Integer> notSaved) {}

  private static final int MAX_EMPTY_BLOCKS = 8;

  private final ScopeContext context;
  private final Map<LocalVariable, Integer> cookies;
  private final Set<ConditionText> repeated;

  private CookieProblem(
      ScopeContext context, Map<LocalVariable, Integer> cookies, Set<ConditionText> repeated) {
    this.context = context;
    this.cookies = cookies;
    this.repeated = repeated;
  }

  /** Runs through a function; empty where there is nothing to follow, or too much. */
  static Optional<Outcome> run(ScopeContext context) {
    Map<LocalVariable, Integer> cookies = Cookies.of(context);
    if (cookies.isEmpty()) {
      return Optional.empty();
    }
    CookieProblem problem = new CookieProblem(context, cookies, repeatedConditions(context));
    List<Optional<CookieWorlds>> states = ForwardSolver.solve(context.graph(), problem);
    if (states.stream().flatMap(Optional::stream).anyMatch(CookieWorlds::isTooMany)) {
      return Optional.empty();
    }
    return Optional.of(problem.outcome(states));
  }

  private Outcome outcome(List<Optional<CookieWorlds>> states) {
    ControlFlowGraph graph = context.graph();
    SortedMap<Integer, Integer> leftOpen = new TreeMap<>();
    SortedMap<Integer, Integer> notSaved = new TreeMap<>();
    for (int block = 0; block < states.size(); block++) {
      if (states.get(block).isEmpty()) {
        continue;
      }
      CookieWorlds state = states.get(block).get();
      BasicBlock current = graph.blocks().get(block);
      int last = -1;
      for (Instruction instruction : current.instructions()) {
        state = step(state, instruction, notSaved);
        last = offset(instruction, last);
      }
      for (int i = 0; i < current.successors().length; i++) {
        if (current.successors()[i] == graph.exit() && block != graph.exit()) {
          int at = last < 0 ? lastBefore(block, states, 0) : last;
          for (CookieWorlds.World world : onEdge(state, current, i).worlds()) {
            world.saved().values().forEach(save -> leftOpen.merge(save, at, Math::max));
          }
        }
      }
    }
    return new Outcome(leftOpen, notSaved);
  }

  /** The last instruction on a way with an open scope into a block that has none itself. */
  private int lastBefore(int block, List<Optional<CookieWorlds>> states, int depth) {
    int found = -1;
    List<BasicBlock> blocks = context.graph().blocks();
    for (int from = 0; from < blocks.size() && depth < MAX_EMPTY_BLOCKS; from++) {
      BasicBlock current = blocks.get(from);
      if (states.get(from).isEmpty()
          || IntStream.of(current.successors()).noneMatch(to -> to == block)) {
        continue;
      }
      CookieWorlds state = states.get(from).get();
      int last = -1;
      for (Instruction instruction : current.instructions()) {
        state = apply(state, instruction);
        last = offset(instruction, last);
      }
      if (state.worlds().stream().anyMatch(world -> !world.saved().isEmpty())) {
        found = Math.max(found, last < 0 ? lastBefore(from, states, depth + 1) : last);
      }
    }
    return found;
  }

  private static int offset(Instruction instruction, int before) {
    if (instruction instanceof Instruction.Evaluate evaluate) {
      return evaluate.expression().span().start();
    }
    if (instruction instanceof Instruction.Return result) {
      return result.value().span().start();
    }
    return instruction instanceof Instruction.Initialize initialize
        ? initialize.value().span().start()
        : before;
  }

  /** The conditions that decide at two branches or more. */
  private static Set<ConditionText> repeatedConditions(ScopeContext context) {
    Map<ConditionText, Integer> counts = new HashMap<>();
    for (BasicBlock block : context.graph().blocks()) {
      if (block.condition().isPresent() && block.successors().length == 2) {
        ConditionText condition = ConditionText.of(positive(block.condition().get()), context);
        counts.merge(condition, 1, Integer::sum);
      }
    }
    counts.values().removeIf(count -> count < 2);
    return new HashSet<>(counts.keySet());
  }

  private static Expr positive(Expr condition) {
    return condition instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT
        ? positive(unary.operand())
        : condition;
  }

  private static boolean isNegated(Expr condition) {
    return condition instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.NOT
        && !isNegated(unary.operand());
  }

  @Override
  public CookieWorlds entryState() {
    return CookieWorlds.ENTRY;
  }

  @Override
  public CookieWorlds join(CookieWorlds left, CookieWorlds right) {
    return left.join(right);
  }

  @Override
  public CookieWorlds widen(CookieWorlds before, CookieWorlds after) {
    return before.join(after);
  }

  @Override
  public CookieWorlds onEdge(CookieWorlds state, BasicBlock block, int successor) {
    if (block.condition().isEmpty() || block.successors().length != 2) {
      return state;
    }
    Expr written = block.condition().get();
    ConditionText condition = ConditionText.of(positive(written), context);
    if (!repeated.contains(condition)) {
      return state;
    }
    boolean truth = (successor == 0) != isNegated(written);
    Set<CookieWorlds.World> possible = new HashSet<>();
    for (CookieWorlds.World world : state.worlds()) {
      if (world.facts().getOrDefault(condition, truth) == truth) {
        possible.add(world.withFact(condition, truth));
      }
    }
    return new CookieWorlds(possible);
  }

  @Override
  public CookieWorlds apply(CookieWorlds state, Instruction instruction) {
    return step(state, instruction, new TreeMap<>());
  }

  private CookieWorlds step(
      CookieWorlds state, Instruction instruction, SortedMap<Integer, Integer> notSaved) {
    Walk walk = new Walk(new ArrayList<>(state.worlds()), notSaved);
    if (instruction instanceof Instruction.Evaluate evaluate) {
      walk.walk(evaluate.expression());
    } else if (instruction instanceof Instruction.Initialize initialize) {
      walk.walk(initialize.value());
      walk.set(initialize.variable(), initialize.value());
    } else if (instruction instanceof Instruction.Return result) {
      walk.walk(result.value());
    } else if (instruction instanceof Instruction.Clobber clobber) {
      walk.forget(new CookieKey.Local(clobber.variable()));
    }
    return new CookieWorlds(new HashSet<>(walk.worlds));
  }

  private final class Walk extends ExprWalker {
    private final List<CookieWorlds.World> worlds;
    private final SortedMap<Integer, Integer> notSaved;

    Walk(List<CookieWorlds.World> worlds, SortedMap<Integer, Integer> notSaved) {
      this.worlds = worlds;
      this.notSaved = notSaved;
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      Optional<LocalVariable> variable =
          assign.compound().isEmpty() && assign.target() instanceof Expr.Name name
              ? context.graph().variable(name)
              : Optional.empty();
      if (variable.isPresent()) {
        set(variable.get(), assign.value());
      } else {
        forget(CookieKey.Storage.of(assign.target(), context));
      }
    }

    @Override
    protected void onIncrement(Expr operand) {
      forget(CookieKey.Storage.of(operand, context));
    }

    @Override
    protected void onCall(Expr.Call call) {
      if (Cookies.isOf(call, ScopeRow.Kind.RESTORE, context)) {
        for (Expr argument : call.arguments()) {
          BranchFacts.variable(argument, context.graph())
              .filter(cookies::containsKey)
              .ifPresent(cookie -> restore(cookie, CallSites.offset(call)));
        }
      } else {
        for (Expr argument : call.arguments()) {
          if (argument instanceof Expr.Unary unary
              && unary.operator() == UnaryOperator.ADDRESS
              && unary.operand() instanceof Expr.Name name) {
            forget(CookieKey.Storage.of(name, context));
          }
        }
      }
    }

    private void set(LocalVariable variable, Expr value) {
      if (cookies.containsKey(variable)
          && value instanceof Expr.Call call
          && Cookies.isOf(call, ScopeRow.Kind.SAVE, context)) {
        worlds.replaceAll(world -> world.withSaved(variable, CallSites.offset(call)));
      }
      List<CookieWorlds.World> before = List.copyOf(worlds);
      forget(new CookieKey.Local(variable));
      ConditionText flag = ConditionText.of(variable);
      if (repeated.contains(flag)) {
        for (int i = 0; i < worlds.size(); i++) {
          Optional<Boolean> truth = truth(value, flag, before.get(i));
          if (truth.isPresent()) {
            worlds.set(i, worlds.get(i).withFact(flag, truth.get()));
          }
        }
      }
    }

    /** What a flag is after {@code flag = false}, {@code flag = 1} or {@code flag = !flag}. */
    private Optional<Boolean> truth(Expr value, ConditionText flag, CookieWorlds.World before) {
      if (isNegated(value) && ConditionText.of(positive(value), context).equals(flag)) {
        return Optional.ofNullable(before.facts().get(flag)).map(truth -> !truth);
      }
      return switch (context.text().textOnOneLine(value.span())) {
        case "0", "false" -> Optional.of(false);
        case "1", "true" -> Optional.of(true);
        default -> Optional.empty();
      };
    }

    private void restore(LocalVariable cookie, int at) {
      for (CookieWorlds.World world : worlds) {
        if (!world.saved().containsKey(cookie)) {
          notSaved.put(at, cookies.get(cookie));
        }
      }
      worlds.replaceAll(world -> world.withoutSaved(cookie));
    }

    /** What is known of conditions that name something that has changed is known no longer. */
    private void forget(CookieKey.Storage changed) {
      Set<ConditionText> gone = new HashSet<>();
      for (ConditionText condition : repeated) {
        if (condition.dependsOn(changed)) {
          gone.add(condition);
        }
      }
      if (!gone.isEmpty()) {
        worlds.replaceAll(world -> world.withoutFacts(gone));
      }
    }
  }
}
