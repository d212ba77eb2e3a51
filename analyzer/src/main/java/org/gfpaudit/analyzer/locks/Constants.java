package org.gfpaudit.analyzer.locks;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.ConstantNumbers;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.knowledge.Idiom;

/**
 * The numbers that parameters of one function certainly hold in one call of it, and the blocks that
 * can be reached then. A parameter that the function sets is not followed.
 */
public final class Constants {
  private final Model model;
  private final SourceFile file;
  private final ControlFlowGraph graph;
  private final SortedMap<Integer, Long> known;

  /**
   * @param known by the index of the parameter
   */
  public Constants(
      Model model, SourceFile file, ControlFlowGraph graph, SortedMap<Integer, Long> known) {
    this.model = model;
    this.file = file;
    this.graph = graph;
    this.known = new TreeMap<>(known);
    if (!known.isEmpty()) {
      this.known.keySet().removeAll(assigned());
    }
  }

  private Set<Integer> assigned() {
    Set<Integer> assigned = new HashSet<>();
    new ExprWalker() {
      @Override
      protected void onAssign(Expr.Assign assign) {
        note(assign.target());
      }

      @Override
      protected void onIncrement(Expr operand) {
        note(operand);
      }

      @Override
      protected void onAddress(Expr operand) {
        note(operand);
      }

      private void note(Expr target) {
        if (target instanceof Expr.Name name) {
          graph.variable(name).map(LocalVariable::parameterIndex).ifPresent(assigned::add);
        }
      }
    }.walk(graph);
    return assigned;
  }

  /** What the arguments of a call certainly are, by their index. */
  public SortedMap<Integer, Long> arguments(Expr.Call call) {
    SortedMap<Integer, Long> numbers = new TreeMap<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      OptionalLong number = number(call.arguments().get(i));
      if (number.isPresent()) {
        numbers.put(i, number.getAsLong());
      }
    }
    return numbers;
  }

  /** The blocks that some way from the entry reaches. */
  public BitSet reachable() {
    BitSet reached = new BitSet();
    Deque<Integer> pending = new ArrayDeque<>();
    reached.set(0);
    pending.add(0);
    while (!pending.isEmpty()) {
      BasicBlock block = graph.blocks().get(pending.poll());
      for (int i = 0; i < block.successors().length; i++) {
        int next = block.successors()[i];
        if (!reached.get(next) && isTaken(block, i)) {
          reached.set(next);
          pending.add(next);
        }
      }
    }
    return reached;
  }

  /** Whether each of some names stands in the function, and none where some way leads. */
  public boolean isNeverNamed(Set<String> names) {
    BitSet reached = reachable();
    Set<String> skipped = new HashSet<>();
    Set<String> met = new HashSet<>();
    for (int block = 0; block < graph.blocks().size(); block++) {
      Set<String> found = reached.get(block) ? met : skipped;
      ExprWalker walker =
          new ExprWalker() {
            @Override
            protected void onName(Expr.Name name) {
              found.add(name.text());
            }
          };
      graph.blocks().get(block).instructions().forEach(walker::walk);
    }
    return skipped.containsAll(names) && names.stream().noneMatch(met::contains);
  }

  /** Whether a block can be left by one of its ways. */
  boolean isTaken(BasicBlock block, int way) {
    Optional<Boolean> truth =
        block.successors().length == 2
            ? block.condition().flatMap(this::decided)
            : Optional.empty();
    return truth.isEmpty() || truth.get() == (way == 0);
  }

  /** Whether a condition holds, where the known parameters tell. */
  Optional<Boolean> decided(Expr condition) {
    return known.isEmpty() ? Optional.empty() : truth(condition);
  }

  /** The number that an expression certainly is at a call, also by what a variable was set to. */
  OptionalLong numberAt(Expr.Call call, Expr expression) {
    Optional<LocalVariable> local =
        expression instanceof Expr.Name name ? graph.variable(name) : Optional.empty();
    OptionalLong number = number(expression);
    if (number.isPresent() || local.isEmpty()) {
      return number;
    }
    Optional<Backwards> before = Backwards.from(call, local.get(), graph);
    if (before.isEmpty() || before.get().isFromEntry() || isAddressTaken(local.get())) {
      return OptionalLong.empty();
    }
    Set<OptionalLong> numbers = new HashSet<>();
    before.get().values().forEach(value -> numbers.add(number(value)));
    return numbers.size() == 1 ? numbers.iterator().next() : OptionalLong.empty();
  }

  private boolean isAddressTaken(LocalVariable local) {
    boolean[] isTaken = new boolean[1];
    new ExprWalker() {
      @Override
      protected void onAddress(Expr operand) {
        isTaken[0] |=
            operand instanceof Expr.Name name
                && graph.variable(name).filter(local::equals).isPresent();
      }
    }.walk(graph);
    return isTaken[0];
  }

  private Optional<Boolean> truth(Expr condition) {
    if (condition instanceof Expr.Binary binary) {
      switch (binary.operator()) {
        case AND_THEN -> {
          return and(truth(binary.left()), truth(binary.right()));
        }
        case OR_ELSE -> {
          return and(truth(binary.left()).map(t -> !t), truth(binary.right()).map(t -> !t))
              .map(t -> !t);
        }
        default -> {}
      }
    }
    if (condition instanceof Expr.Call call && call.arguments().size() == 1) {
      boolean isCondition =
          call.calledName()
              .filter(name -> model.knowledge().isIdiom(Idiom.Kind.CONDITION, name.text()))
              .isPresent();
      return isCondition ? truth(call.arguments().get(0)) : Optional.empty();
    }
    OptionalLong number = number(condition);
    return number.isPresent() ? Optional.of(number.getAsLong() != 0) : Optional.empty();
  }

  private static Optional<Boolean> and(Optional<Boolean> left, Optional<Boolean> right) {
    if (left.equals(Optional.of(false)) || right.equals(Optional.of(false))) {
      return Optional.of(false);
    }
    return left.isPresent() && right.isPresent() ? Optional.of(true) : Optional.empty();
  }

  private OptionalLong number(Expr expression) {
    if (expression instanceof Expr.Name name) {
      Optional<LocalVariable> local = graph.variable(name);
      if (local.isPresent()) {
        Long value = known.get(local.get().parameterIndex());
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
      }
      Optional<Long> word = Optional.ofNullable(Map.of("true", 1L, "false", 0L).get(name.text()));
      return word.isPresent()
          ? OptionalLong.of(word.get())
          : model.constants().value(expression, file);
    }
    if (expression instanceof Expr.Literal literal) {
      return ConstantNumbers.of(literal);
    }
    if (expression instanceof Expr.Cast cast) {
      return number(cast.operand());
    }
    if (expression instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
      OptionalLong operand = number(unary.operand());
      return operand.isPresent()
          ? OptionalLong.of(operand.getAsLong() == 0 ? 1 : 0)
          : OptionalLong.empty();
    }
    return expression instanceof Expr.Binary binary ? binary(binary) : OptionalLong.empty();
  }

  private OptionalLong binary(Expr.Binary binary) {
    OptionalLong left = number(binary.left());
    OptionalLong right = left.isPresent() ? number(binary.right()) : OptionalLong.empty();
    if (right.isEmpty()) {
      return OptionalLong.empty();
    }
    long a = left.getAsLong();
    long b = right.getAsLong();
    return switch (binary.operator()) {
      case BIT_AND -> OptionalLong.of(a & b);
      case BIT_OR -> OptionalLong.of(a | b);
      case EQUAL -> OptionalLong.of(a == b ? 1 : 0);
      case NOT_EQUAL -> OptionalLong.of(a != b ? 1 : 0);
      default -> OptionalLong.empty();
    };
  }
}
