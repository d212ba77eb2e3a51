package org.gfpaudit.analyzer.masks;

import java.util.Optional;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.mask.MaskValue;

/** A call of which the tables say what it writes to one of its arguments, or behind it. */
final class KnownWrite {
  private final Idiom.Kind kind;
  private final Expr.Call call;
  private final MaskEvaluator evaluator;

  private KnownWrite(Idiom.Kind kind, Expr.Call call, MaskEvaluator evaluator) {
    this.kind = kind;
    this.call = call;
    this.evaluator = evaluator;
  }

  /**
   * What a call of {@code name} writes; empty where the tables say nothing of it, or where the call
   * is written in another way than they mean.
   */
  static Optional<KnownWrite> of(
      String name, Expr.Call call, MaskEvaluator evaluator, FlowContext context) {
    for (Idiom.Kind kind :
        new Idiom.Kind[] {
          Idiom.Kind.SET, Idiom.Kind.SET_BEHIND, Idiom.Kind.MAY_SET_BEHIND, Idiom.Kind.SET_BIT
        }) {
      if (context.knowledge().isIdiom(kind, name)) {
        KnownWrite write = new KnownWrite(kind, call, evaluator);
        return write.isPlain() ? Optional.of(write) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isPlain() {
    int last = kind == Idiom.Kind.MAY_SET_BEHIND ? 2 : 1;
    return call.arguments().size() == last + 1
        && (kind != Idiom.Kind.SET || !isAddress(call.arguments().get(0)));
  }

  private static boolean isAddress(Expr argument) {
    return Places.plain(argument) instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.ADDRESS;
  }

  /**
   * Whether the call may write to an argument.
   *
   * @param isBehind whether to what it points to, and not to the argument itself
   */
  boolean mayWrite(int index, boolean isBehind) {
    // A pointer that is set is looked at as what it points to.
    return index == target() && (isBehind || kind == Idiom.Kind.SET);
  }

  private int target() {
    return kind == Idiom.Kind.SET_BIT ? 1 : 0;
  }

  /**
   * What is held afterwards; empty where that cannot be told.
   *
   * @param held what was held before
   */
  Optional<MaskValue> value(int index, boolean isBehind, MaskValue held) {
    if (index != target() || isBehind == (kind == Idiom.Kind.SET)) {
      return Optional.empty();
    }
    return switch (kind) {
      case SET, SET_BEHIND -> Optional.of(evaluator.evaluate(call.arguments().get(1)));
      case MAY_SET_BEHIND -> Optional.of(held.join(evaluator.evaluate(call.arguments().get(2))));
      default -> Optional.of(held.or(evaluator.bit(call.arguments().get(0), call.span())));
    };
  }
}
