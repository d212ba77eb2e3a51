package org.gfpaudit.analyzer.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.UnaryOperator;

/** The labels of one {@code switch} while its body is lowered. */
final class SwitchCases {
  /** A selector of more values than this is not counted out. */
  private static final int MAX_VALUES = 64;

  /** What decides among more labels than this is not followed. */
  private static final int MAX_GUARDED = 16;

  private final List<Integer> blocks = new ArrayList<>();
  private final Set<BigInteger> values = new HashSet<>();
  private final List<Optional<Stmt.Case>> labels = new ArrayList<>();
  private boolean hasDefault;

  void addCase(Stmt.Case label, int block) {
    blocks.add(block);
    labels.add(Optional.of(label));
    if (label.high().isEmpty()) {
      IntegerRange.of(label.low())
          .filter(IntegerRange::isSingle)
          .ifPresent(value -> values.add(value.low()));
    }
  }

  void addDefault(int block) {
    blocks.add(block);
    labels.add(Optional.empty());
    hasDefault = true;
  }

  /**
   * Adds the ways from the switch to its labels, and past them where no label may be met, with the
   * conditions for each where the selector is a variable.
   *
   * @param head the block that ends with the selector
   * @param after the block behind the switch
   * @param variable the variable that the selector is, if it is one
   */
  void connect(
      GraphBuilder graph, int head, int after, Expr selector, Optional<LocalVariable> variable) {
    blocks.forEach(target -> graph.jump(head, target));
    boolean isWhole = coverAll(selector, variable);
    if (!isWhole) {
      graph.jump(head, after);
    }
    if (variable.isPresent()) {
      List<Expr> guards = guards((Expr.Name) selector, variable.get());
      graph.guard(
          head, isWhole && !guards.isEmpty() ? guards.subList(0, guards.size() - 1) : guards);
    }
  }

  /**
   * For each label the condition under which the switch goes there, and at last the one under which
   * it goes to none; nothing where the labels are many.
   */
  private List<Expr> guards(Expr.Name selector, LocalVariable variable) {
    if (labels.isEmpty() || labels.size() > MAX_GUARDED) {
      return List.of();
    }
    boolean isWhole = isBool(variable) && haveAll(2);
    Expr any = new Expr.Literal(selector.span(), Expr.Literal.Kind.NUMBER, isWhole ? "1" : "0");
    for (Optional<Stmt.Case> label : labels) {
      if (label.isPresent()) {
        any = either(any, isLabel(selector, label.get()));
      }
    }
    Expr none = new Expr.Unary(selector.span(), UnaryOperator.NOT, any);
    List<Expr> guards = new ArrayList<>();
    labels.forEach(label -> guards.add(label.map(l -> isLabel(selector, l)).orElse(none)));
    guards.add(none);
    return guards;
  }

  private static Expr either(Expr left, Expr right) {
    return new Expr.Binary(left.span(), BinaryOperator.OR_ELSE, left, right);
  }

  private static Expr isLabel(Expr.Name selector, Stmt.Case label) {
    if (label.high().isEmpty()) {
      return compared(selector, BinaryOperator.EQUAL, label.low());
    }
    return new Expr.Binary(
        selector.span(),
        BinaryOperator.AND_THEN,
        compared(selector, BinaryOperator.GREATER_OR_EQUAL, label.low()),
        compared(selector, BinaryOperator.LESS_OR_EQUAL, label.high().get()));
  }

  private static Expr compared(Expr.Name selector, BinaryOperator how, Expr with) {
    return new Expr.Binary(selector.span(), how, selector, with);
  }

  /**
   * Whether every value of the selector has a label.
   *
   * @param variable the variable that the selector is, if it is one
   */
  private boolean coverAll(Expr selector, Optional<LocalVariable> variable) {
    if (hasDefault) {
      return true;
    }
    return haveAll(variable.isPresent() && isBool(variable.get()) ? 2 : valueCount(selector));
  }

  /** Whether each of the first {@code count} numbers has a label, and there are some. */
  private boolean haveAll(int count) {
    for (int value = 0; value < count; value++) {
      if (!values.contains(BigInteger.valueOf(value))) {
        return false;
      }
    }
    return count > 0;
  }

  private static boolean isBool(LocalVariable variable) {
    return variable.type().pointerDepth() == 0
        && !variable.type().array()
        && (variable.type().name().equals("bool") || variable.type().name().equals("_Bool"));
  }

  /** How many values from 0 on the selector can have; 0 where they are not few. */
  private static int valueCount(Expr selector) {
    if (selector instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
      return 2;
    }
    if (!(selector instanceof Expr.Binary binary)) {
      return 0;
    }
    return switch (binary.operator()) {
      case AND_THEN, OR_ELSE, EQUAL, NOT_EQUAL, LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL -> 2;
      case BIT_AND -> lowBits(binary.right());
      default -> 0;
    };
  }

  /** How many values a bitwise and with a mask of low bits can have. */
  private static int lowBits(Expr bound) {
    Optional<IntegerRange> range = IntegerRange.of(bound).filter(IntegerRange::isSingle);
    if (range.isEmpty() || range.get().isNegative()) {
      return 0;
    }
    BigInteger mask = range.get().high();
    BigInteger count = mask.add(BigInteger.ONE);
    boolean isLowBits = mask.and(count).signum() == 0;
    return isLowBits && mask.compareTo(BigInteger.valueOf(MAX_VALUES)) < 0
        ? count.intValueExact()
        : 0;
  }
}
