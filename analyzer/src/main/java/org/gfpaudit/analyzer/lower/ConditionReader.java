package org.gfpaudit.analyzer.lower;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;

/**
 * Reads conditions as formulas of one function: what is written differently and means the same,
 * such as {@code !p} and {@code p == NULL}, becomes one predicate.
 */
final class ConditionReader {
  /** How the kernel writes constants; what is written otherwise may change behind the scenes. */
  private static final Pattern CONSTANT = Pattern.compile("_*[A-Z][A-Z0-9_]*");

  private final Map<Integer, LocalVariable> names;
  private final KnownCalls calls;

  /**
   * @param names as in {@link ControlFlowGraph#names}
   */
  ConditionReader(Map<Integer, LocalVariable> names, KnownCalls calls) {
    this.names = names;
    this.calls = calls;
  }

  Formula read(Expr condition) {
    Optional<IntegerRange> constant = IntegerRange.of(condition);
    if (constant.isPresent()) {
      return constant
          .get()
          .equalTo(BigInteger.ZERO)
          .<Formula>map(isZero -> new Formula.Constant(!isZero))
          .orElse(new Formula.Unknown());
    }
    if (condition instanceof Expr.Unary unary) {
      return switch (unary.operator()) {
        case NOT -> read(unary.operand()).negated();
        case EXTENSION -> read(unary.operand());
        default -> atom(condition);
      };
    }
    if (condition instanceof Expr.Binary binary) {
      return binary(binary);
    }
    if (condition instanceof Expr.Assign assign
        && assign.compound().isEmpty()
        && assign.target() instanceof Expr.Name) {
      return read(assign.target());
    }
    if (condition instanceof Expr.Call call
        && call.arguments().size() == 1
        && call.calledName().filter(name -> calls.isCondition(name.text())).isPresent()) {
      return read(call.arguments().get(0));
    }
    if (condition instanceof Expr.Call call && calls.option(call).isPresent()) {
      return new Formula.Constant(calls.option(call).get());
    }
    return atom(condition);
  }

  private Formula binary(Expr.Binary binary) {
    Expr left = binary.left();
    Expr right = binary.right();
    return switch (binary.operator()) {
      case AND_THEN -> new Formula.And(read(left), read(right));
      case OR_ELSE -> new Formula.And(read(left).negated(), read(right).negated()).negated();
      case EQUAL -> equal(left, right);
      case NOT_EQUAL -> equal(left, right).negated();
      case LESS -> less(left, right);
      case GREATER -> less(right, left);
      case LESS_OR_EQUAL -> less(right, left).negated();
      case GREATER_OR_EQUAL -> less(left, right).negated();
      default -> atom(binary);
    };
  }

  private Formula equal(Expr left, Expr right) {
    Optional<IntegerRange> number = IntegerRange.of(right).filter(IntegerRange::isSingle);
    if (number.isEmpty()) {
      Optional<IntegerRange> first = IntegerRange.of(left).filter(IntegerRange::isSingle);
      return first.isPresent() ? equal(right, left) : compared(left, BinaryOperator.EQUAL, right);
    }
    Optional<IntegerRange> other = IntegerRange.of(left);
    if (other.isPresent()) {
      return constant(other.get().equalTo(number.get().low()));
    }
    if (number.get().low().signum() == 0) {
      return read(left).negated();
    }
    return bound(left, Predicate.Relation.EQUAL, number.get());
  }

  private Formula less(Expr left, Expr right) {
    Optional<IntegerRange> low = IntegerRange.of(left).filter(IntegerRange::isSingle);
    Optional<IntegerRange> high = IntegerRange.of(right).filter(IntegerRange::isSingle);
    if (high.isPresent()) {
      return low.isPresent()
          ? constant(low.get().lessThan(high.get().low()))
          : bound(left, Predicate.Relation.LESS, high.get());
    }
    if (low.isPresent()) {
      // number < x is the opposite of x < number + 1.
      BigInteger next = low.get().low().add(BigInteger.ONE);
      return bound(right, Predicate.Relation.LESS, new IntegerRange(next, next)).negated();
    }
    return compared(left, BinaryOperator.LESS, right);
  }

  private static Formula constant(Optional<Boolean> value) {
    return value.<Formula>map(Formula.Constant::new).orElse(new Formula.Unknown());
  }

  private Formula bound(Expr subject, Predicate.Relation relation, IntegerRange number) {
    Reading reading = new Reading();
    if (!reading.add(subject)) {
      return new Formula.Unknown();
    }
    reading.text.append(relation == Predicate.Relation.EQUAL ? "==" : "<").append(number.low());
    Optional<Predicate.Bound> bound =
        subject instanceof Expr.Name && reading.variables.size() == 1
            ? Optional.of(new Predicate.Bound(relation, number.low()))
            : Optional.empty();
    return new Formula.Atom(reading.predicate(bound));
  }

  private Formula compared(Expr left, BinaryOperator operator, Expr right) {
    Reading reading = new Reading();
    if (!reading.add(left)) {
      return new Formula.Unknown();
    }
    reading.text.append(operator.text());
    return reading.add(right)
        ? new Formula.Atom(reading.predicate(Optional.empty()))
        : new Formula.Unknown();
  }

  /** A value taken for a condition: it is not zero. */
  private Formula atom(Expr value) {
    Expr stripped = value;
    while (stripped instanceof Expr.Cast cast && cast.type().pointerDepth() > 0) {
      stripped = cast.operand();
    }
    return bound(stripped, Predicate.Relation.EQUAL, IntegerRange.of(0)).negated();
  }

  /** Gathers an expression without effects; text that depends on more than itself is refused. */
  private final class Reading {
    private final StringBuilder text = new StringBuilder();
    private final Set<LocalVariable> variables = new HashSet<>();
    private boolean readsMemory;

    Predicate predicate(Optional<Predicate.Bound> bound) {
      return new Predicate(text.toString(), Set.copyOf(variables), readsMemory, bound);
    }

    boolean add(Expr expression) {
      if (expression instanceof Expr.Name name) {
        return name(name);
      }
      if (expression instanceof Expr.Literal literal) {
        text.append(literal.text());
        return true;
      }
      if (expression instanceof Expr.Cast cast) {
        text.append('(').append(cast.type().display()).append(')');
        return add(cast.operand());
      }
      if (expression instanceof Expr.Unary unary) {
        return unary(unary);
      }
      if (expression instanceof Expr.Binary binary) {
        text.append('(');
        boolean isRead = add(binary.left());
        text.append(binary.operator().text());
        isRead &= add(binary.right());
        text.append(')');
        return isRead;
      }
      if (expression instanceof Expr.Member member) {
        readsMemory = true;
        boolean isRead = add(member.base());
        text.append(member.arrow() ? "->" : ".").append(member.field());
        return isRead;
      }
      if (expression instanceof Expr.Index index) {
        readsMemory = true;
        boolean isRead = add(index.array());
        text.append('[');
        isRead &= add(index.subscript());
        text.append(']');
        return isRead;
      }
      return expression instanceof Expr.Call call && call(call);
    }

    private boolean name(Expr.Name name) {
      LocalVariable variable = names.get(name.span().start());
      if (variable == null) {
        text.append(name.text());
        readsMemory |= !CONSTANT.matcher(name.text()).matches();
        return true;
      }
      text.append(variable.name()).append('@').append(variable.declarationOffset());
      variables.add(variable);
      return !variable.isStatic();
    }

    private boolean unary(Expr.Unary unary) {
      text.append(unary.operator().text()).append('(');
      boolean isRead = add(unary.operand());
      text.append(')');
      readsMemory |= unary.operator() == UnaryOperator.DEREFERENCE;
      return isRead
          && switch (unary.operator()) {
            case PLUS, MINUS, NOT, COMPLEMENT, DEREFERENCE, EXTENSION -> true;
            case ADDRESS, LABEL_ADDRESS, INCREMENT, DECREMENT -> false;
          };
    }

    private boolean call(Expr.Call call) {
      if (call.calledName().filter(name -> calls.isPure(name.text())).isEmpty()) {
        return false;
      }
      text.append(call.calledName().get().text());
      boolean isRead = true;
      for (Expr argument : call.arguments()) {
        text.append('(');
        isRead &= add(argument);
        text.append(')');
      }
      return isRead;
    }
  }
}
