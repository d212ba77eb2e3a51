package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * The part of a mask that a mapping may constrain: what says how deep reclaim may go. What asks for
 * something else ({@code __GFP_NOFAIL}, {@code __GFP_ZERO}) is never in a mapping's mask, and an
 * AND with it would drop it.
 *
 * @param expression the operand to constrain
 * @param isPart whether other operands are OR-ed to it
 */
record MaskOperand(Expr expression, boolean isPart) {
  private static final String SAYS_WHERE =
      "the mask says where the page may lie as well as how deep reclaim may go; whether the mapping"
          + " may take the former away is for its author to say";

  /** The operand, or a phrase that says why there is none. */
  record Answer(Optional<MaskOperand> operand, String reason) {
    private static Answer no(String reason) {
      return new Answer(Optional.empty(), reason);
    }

    private static Answer yes(Expr expression, boolean isPart) {
      return new Answer(Optional.of(new MaskOperand(expression, isPart)), "");
    }
  }

  /**
   * Looks for the operand of {@code mask}.
   *
   * @param value what the analysis knows the whole of it to be
   */
  static Answer of(Expr mask, MaskValue value, FunctionBody body, KernelModel model) {
    Bits reclaim = model.fallback().bits("GFP_KERNEL", model.names()).orElse(Bits.NONE);
    boolean isReclaimOnly =
        value.alternatives().stream()
            .flatMap(alternative -> alternative.terms().stream())
            .allMatch(term -> !term.isExact() || reclaim.containsAll(term.bits()));
    if (isReclaimOnly) {
      return Answer.yes(mask, false);
    }
    List<Expr> operands = new ArrayList<>();
    operands(mask, operands);
    List<Expr> contexts = new ArrayList<>();
    for (Expr operand : operands) {
      Optional<Bits> bits = bits(operand, body, model);
      if (bits.isEmpty()) {
        return Answer.no(
            "the mask is put together elsewhere, from more than how deep reclaim may go; constrain"
                + " it there, before anything else is OR-ed to it");
      }
      if (reclaim.containsAll(bits.get()) && !bits.get().isEmpty()) {
        contexts.add(operand);
      } else if (bits.get().intersects(reclaim)) {
        boolean isVariable =
            operand instanceof Expr.Name name && body.onlyValue(name.text()).isPresent();
        return Answer.no(
            isVariable
                ? body.text(operand)
                    + " holds more than how deep reclaim may go; constrain that where it is set"
                : SAYS_WHERE);
      }
    }
    return contexts.size() == 1
        ? Answer.yes(contexts.get(0), operands.size() > 1)
        : Answer.no(
            "not one name of the mask says how deep reclaim may go; constrain the right one by hand");
  }

  /** What an expression OR-s together, in order. */
  static void operands(Expr expression, List<Expr> into) {
    if (expression instanceof Expr.Binary binary && binary.operator() == BinaryOperator.BIT_OR) {
      operands(binary.left(), into);
      operands(binary.right(), into);
    } else {
      into.add(expression);
    }
  }

  /** The bits of a name of the kernel's, or of a variable that is set to such names for good. */
  private static Optional<Bits> bits(Expr expression, FunctionBody body, KernelModel model) {
    if (!(expression instanceof Expr.Name name)) {
      return Optional.empty();
    }
    Optional<Expr> initial = body.onlyValue(name.text());
    if (initial.isEmpty()) {
      return model.fallback().bits(name.text(), model.names());
    }
    List<Expr> operands = new ArrayList<>();
    operands(initial.get(), operands);
    Bits all = Bits.NONE;
    for (Expr operand : operands) {
      Optional<Bits> one =
          operand instanceof Expr.Name constant
              ? model.fallback().bits(constant.text(), model.names())
              : Optional.empty();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all = all.or(one.get());
    }
    return Optional.of(all);
  }
}
