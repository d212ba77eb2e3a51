package org.gfpaudit.analyzer.reclaim;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.Conditions;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.ReclaimTables;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * What the conditions in front of a call ask for. What is not understood asks for nothing; a branch
 * that is only taken where the mask lacks a bit is taken for closed.
 */
final class Gates {
  private static final int MAX_DEPTH = 12;

  /** So deep in a condition it is not looked at where a variable is set. */
  private static final int MAX_SET = 3;

  /** A variable that is set in more places is not looked through. */
  private static final int MAX_VALUES = 3;

  private final Model model;
  private final ReclaimTables tables;
  private final Constants constants;
  private final WordGates byWord;
  private final Modes modes;
  private final Map<At, Gate> known = new HashMap<>();
  private final IdentityHashMap<ControlFlowGraph, Map<LocalVariable, List<Expr>>> values =
      new IdentityHashMap<>();

  /** A block, by what holds there, and what is known of the function it is in. */
  private record At(Conditions conditions, int block, Frame frame) {}

  /**
   * @param own what the subsystem names whose objects are worked on
   */
  Gates(Model model, OwnWords own) {
    this.model = model;
    this.tables = model.knowledge().reclaim();
    this.byWord = new WordGates(tables, own);
    this.modes = new Modes(model.knowledge());
    this.constants = new Constants(model);
  }

  /** The constants of expressions. */
  Constants constants() {
    return constants;
  }

  /** What tests say of inodes that are handed on. */
  Modes modes() {
    return modes;
  }

  /** What it takes to get to a call in a frame. */
  Gate at(Site site, Frame frame) {
    Gate gate = site.name().map(name -> byWord.passing(name, frame)).orElse(Gate.OPEN);
    gate = gate.and(ofBlock(site, frame));
    return frame.isReclaiming() || !gate.isOpen() ? gate : gate.ofObjects();
  }

  /** What it takes to get to the block that a call stands in. */
  Gate ofBlock(Site site, Frame frame) {
    if (site.known().isEmpty()) {
      return Gate.OPEN;
    }
    At at = new At(site.conditions(), site.block(), frame);
    Gate gate = known.get(at);
    if (gate == null) {
      Reading reading = new Reading(site, frame);
      gate = Gate.OPEN;
      for (Conditions.Known each : site.known()) {
        gate = gate.and(reading.of(each.condition(), each.truth(), 0));
      }
      known.put(at, gate);
    }
    return gate;
  }

  /** What a variable is set to, wherever in a graph. */
  private List<Expr> values(LocalVariable variable, ControlFlowGraph graph) {
    return values
        .computeIfAbsent(graph, each -> new HashMap<>())
        .computeIfAbsent(variable, each -> Constants.values(each, graph));
  }

  /** {@code flags &= rest}. */
  private static boolean isNarrowing(Expr set) {
    return set instanceof Expr.Assign assign
        && assign.compound().filter(BinaryOperator.BIT_AND::equals).isPresent();
  }

  /** The reading of conditions in one graph and frame. */
  private final class Reading {
    private final ControlFlowGraph graph;
    private final Frame frame;
    private final Conditions conditions;
    private final Map<LocalVariable, Boolean> settled = new HashMap<>();

    Reading(Site site, Frame frame) {
      this.conditions = site.conditions();
      this.graph = site.graph();
      this.frame = frame;
      for (Conditions.Known known : site.known()) {
        settle(known.condition(), known.truth());
      }
    }

    /** Keeps what a condition says of a variable by itself. */
    private void settle(Expr condition, boolean truth) {
      if (condition instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
        settle(unary.operand(), !truth);
      } else if (condition instanceof Expr.Name name) {
        graph.variable(name).ifPresent(variable -> settled.put(variable, truth));
      }
    }

    Gate of(Expr condition, boolean truth, int depth) {
      if (depth > MAX_DEPTH) {
        return Gate.OPEN;
      }
      if (condition instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
        return of(unary.operand(), !truth, depth + 1);
      }
      if (condition instanceof Expr.Cast cast) {
        return of(cast.operand(), truth, depth + 1);
      }
      if (condition instanceof Expr.Assign assign) {
        return of(assign.value(), truth, depth + 1);
      }
      if (condition instanceof Expr.Binary binary) {
        return binary(binary, truth, depth);
      }
      if (condition instanceof Expr.Call call) {
        Optional<String> name =
            call.callee() instanceof Expr.Member member
                ? Optional.of(member.field())
                : call.calledName().map(Expr.Name::text);
        return name.map(called -> call(call, called, truth, depth)).orElse(Gate.OPEN);
      }
      if (condition instanceof Expr.Member member) {
        return member(member, truth);
      }
      if (condition instanceof Expr.Literal literal && literal.kind() == Expr.Literal.Kind.NUMBER) {
        return Gate.of(isZero(literal) != truth);
      }
      return condition instanceof Expr.Name name ? name(name, truth, depth) : Gate.OPEN;
    }

    private Gate binary(Expr.Binary binary, boolean truth, int depth) {
      Gate left;
      switch (binary.operator()) {
        case AND_THEN, OR_ELSE -> {
          left = of(binary.left(), truth, depth + 1);
          Gate right = of(binary.right(), truth, depth + 1);
          return (binary.operator() == BinaryOperator.AND_THEN) == truth
              ? left.and(right)
              : left.or(right);
        }
        case BIT_AND -> {
          return bits(binary, truth, /* areAll= */ false);
        }
        case EQUAL, NOT_EQUAL -> {
          return equal(binary, truth == (binary.operator() == BinaryOperator.EQUAL), depth);
        }
        case GREATER -> {
          return isZero(binary.right()) ? of(binary.left(), truth, depth + 1) : Gate.OPEN;
        }
        case LESS_OR_EQUAL -> {
          return isZero(binary.right()) ? of(binary.left(), !truth, depth + 1) : Gate.OPEN;
        }
        default -> {
          return Gate.OPEN;
        }
      }
    }

    private Gate equal(Expr.Binary binary, boolean truth, int depth) {
      if (isZero(binary.right())) {
        return of(binary.left(), !truth, depth + 1);
      }
      if (binary.left() instanceof Expr.Binary tested
          && tested.operator() == BinaryOperator.BIT_AND) {
        return bits(tested, truth, /* areAll= */ true);
      }
      Optional<Set<String>> left = constants.words(binary.left(), graph, frame);
      Optional<Set<String>> right = constants.words(binary.right(), graph, frame);
      boolean isConstant =
          binary.left() instanceof Expr.Name name
              && graph.variable(name).isPresent()
              && left.isPresent()
              && right.isPresent()
              && !left.get().contains(Frame.MASK);
      if (!isConstant) {
        return Gate.OPEN;
      }
      boolean isOne = left.get().contains(Frame.SOME) && left.get().containsAll(right.get());
      return isOne ? Gate.OPEN : Gate.of(left.get().equals(right.get()) == truth);
    }

    /** {@code value & names}. */
    private Gate bits(Expr.Binary tested, boolean truth, boolean areAll) {
      Set<String> names = new TreeSet<>();
      if (!constants.collect(tested.right(), graph, Frame.OTHER, names)) {
        return Gate.OPEN;
      }
      for (String name : names) {
        Optional<Gate> said =
            tables
                .word(name)
                .filter(
                    word ->
                        word.kind() != ReclaimWord.Kind.DATA_FLAG
                            || !(tested.left() instanceof Expr.Name))
                .flatMap(word -> byWord.flag(word, truth, frame));
        if (said.isPresent()) {
          return said.get();
        }
      }
      Optional<Set<String>> value = constants.words(tested.left(), graph, frame);
      if (value.isEmpty()) {
        Optional<Set<String>> most = atMost(tested.left());
        if (most.isPresent() && names.stream().noneMatch(most.get()::contains)) {
          return Gate.of(!truth);
        }
      }
      if (value.isEmpty() && isMask(tested.left())) {
        value = Optional.of(Set.of(Frame.MASK));
      }
      if (value.isEmpty() || !isLocal(tested.left())) {
        return Gate.OPEN;
      }
      if (value.get().contains(Frame.MASK)) {
        return mask(names, truth, areAll);
      }
      boolean isNamed = names.stream().anyMatch(value.get()::contains);
      return isNamed && value.get().contains(Frame.SOME) ? Gate.OPEN : Gate.of(isNamed == truth);
    }

    /** The constant of a parameter from which bits are only taken. */
    private Optional<Set<String>> atMost(Expr value) {
      Optional<LocalVariable> local =
          value instanceof Expr.Name name ? graph.variable(name) : Optional.empty();
      return local
          .filter(LocalVariable::isParameter)
          .filter(
              variable ->
                  Constants.values(variable, graph, value.span().start()).stream()
                      .allMatch(Gates::isNarrowing))
          .map(variable -> frame.words().get(variable.parameterIndex()))
          .filter(words -> !words.contains(Frame.MASK));
    }

    private boolean isLocal(Expr value) {
      return value instanceof Expr.Member
          || (value instanceof Expr.Name name && graph.variable(name).isPresent());
    }

    /** A variable that is set to nothing but the mask of the allocation. */
    private boolean isMask(Expr value) {
      if (!(value instanceof Expr.Name name) || !frame.isReclaiming()) {
        return false;
      }
      List<Expr> values =
          graph
              .variable(name)
              .map(variable -> Gates.this.values(variable, graph))
              .orElse(List.of());
      return values.size() == 1
          && constants
              .words(values.get(0), graph, frame)
              .filter(w -> w.contains(Frame.MASK))
              .isPresent();
    }

    private Gate mask(Set<String> names, boolean truth, boolean areAll) {
      Optional<ReclaimBit> asked = Optional.empty();
      for (ReclaimBit bit : ReclaimBit.values()) {
        boolean isNamed = names.contains(bit.text());
        if (isNamed && (asked.isEmpty() || areAll == bit.isMoreThan(asked.get()))) {
          asked = Optional.of(bit);
        }
      }
      return asked.isEmpty() ? Gate.OPEN : truth ? Gate.of(asked.get()) : Gate.CLOSED;
    }

    private Gate member(Expr.Member member, boolean truth) {
      Optional<String> constant = ControlFields.of(member, graph, frame);
      if (constant.isPresent()) {
        return Gate.of(constant.get().equals("0") != truth);
      }
      return byWord.field(member.field(), truth);
    }

    private Gate call(Expr.Call call, String name, boolean truth, int depth) {
      if (model.knowledge().isIdiom(Idiom.Kind.CONDITION, name) && !call.arguments().isEmpty()) {
        return of(call.arguments().get(0), truth, depth + 1);
      }
      Optional<ReclaimWord> word = tables.word(name);
      if (word.isEmpty()) {
        return call.arguments().stream().anyMatch(this::isFailureFlag)
            ? Gate.of(!truth)
            : modes.answer(call, truth, graph, frame);
      }
      return byWord.answer(word.get(), truth, frame);
    }

    /** {@code test_bit(POND_BROKEN, &pond->flags)}. */
    private boolean isFailureFlag(Expr argument) {
      return argument instanceof Expr.Name name
          && tables.is(ReclaimWord.Kind.FAILURE_FLAG, name.text());
    }

    private Gate name(Expr.Name name, boolean truth, int depth) {
      Optional<LocalVariable> local = graph.variable(name);
      if (local.isEmpty()) {
        return Gate.OPEN;
      }
      if (settled.getOrDefault(local.get(), truth) != truth) {
        return Gate.CLOSED;
      }
      List<Expr> values = Gates.this.values(local.get(), graph);
      if (values.isEmpty()) {
        Set<String> words = frame.words().get(local.get().parameterIndex());
        return words == null || words.size() != 1 || words.contains(Frame.SOME)
            ? Gate.OPEN
            : constant(words, truth);
      }
      if (local.get().isParameter() || values.size() > MAX_VALUES) {
        return Gate.OPEN;
      }
      Gate gate = Gate.CLOSED;
      for (Expr value : values) {
        Gate here = of(value, truth, depth + 1);
        gate = gate.or(here.isOpen() && values.size() > 1 ? here.and(where(value, depth)) : here);
      }
      return gate;
    }

    /** What holds where a variable is set to a value. */
    private Gate where(Expr value, int depth) {
      Gate gate = Gate.OPEN;
      if (depth > MAX_SET) {
        return gate;
      }
      for (Conditions.Known known : conditions.at(block(value))) {
        gate = gate.and(of(known.condition(), known.truth(), depth + 1));
      }
      return gate;
    }

    private int block(Expr value) {
      for (int block = 0; block < graph.blocks().size(); block++) {
        for (Instruction instruction : graph.blocks().get(block).instructions()) {
          if (instruction instanceof Instruction.Evaluate evaluate
              && evaluate.expression() instanceof Expr.Assign assign
              && assign.value().equals(value)) {
            return block;
          }
        }
      }
      return 0;
    }

    private Gate constant(Set<String> words, boolean truth) {
      if (words.equals(Set.of("0")) || words.equals(Set.of("false")) || words.contains("NULL")) {
        return Gate.of(!truth);
      }
      return words.equals(Set.of("1")) || words.equals(Set.of("true")) ? Gate.of(truth) : Gate.OPEN;
    }

    private static boolean isZero(Expr value) {
      return value instanceof Expr.Literal literal && literal.text().equals("0");
    }
  }
}
