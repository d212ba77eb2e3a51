package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.knowledge.MaskTemplate;
import org.gfpaudit.rules.knowledge.Sink;

/**
 * The mask that takes the place of another: that one, constrained by the mapping, or what the
 * mapping gives for read-ahead.
 *
 * @param operand the part of the old mask that is constrained
 * @param mapping what constrains it
 * @param ahead the mask for read-ahead, where it is to be that
 * @param isOfPage whether the page was allocated with that one
 */
record NewMask(
    MaskOperand operand, MappingExpression mapping, Optional<String> ahead, boolean isOfPage) {

  /** Chooses for a call whose argument is wholly read. */
  static NewMask of(
      MaskOperand operand,
      MappingExpression mapping,
      JudgedCall judged,
      FunctionBody body,
      PatchContext context) {
    NewMask constrained = new NewMask(operand, mapping, Optional.empty(), false);
    // What else takes a mask may not be able to use memory of the mapping's zones.
    boolean isInsertion = judged.reach().sink().family() == Sink.Family.INSERTION;
    Optional<String> ahead =
        context.readAheadTemplate().map(template -> template.whole(mapping.text()));
    if (!isInsertion || operand.isPart() || ahead.isEmpty()) {
      return constrained;
    }
    if (body.allocatedPages().stream().anyMatch(mask -> body.text(mask).equals(ahead.get()))) {
      return new NewMask(operand, mapping, ahead, true);
    }
    return new ReadAhead(context).isOnly(judged.entity())
        ? new NewMask(operand, mapping, ahead, false)
        : constrained;
  }

  /** Masks with the same key can be one. */
  String key(FunctionBody body) {
    return ahead.orElse(
        mapping.text() + " " + body.text(operand.expression()) + " " + operand.isPart());
  }

  /** The operand in parts between which a line may be broken. */
  List<String> ofOperand(FunctionBody body, PatchContext context) {
    return ahead.isPresent()
        ? List.of(ahead.get())
        : pieces(body, context, "", "", /* isOperand= */ false);
  }

  /**
   * The whole argument in such parts: where the operand is a part of it, with a space on either
   * side of each operator.
   */
  List<String> ofArgument(Expr argument, FunctionBody body, PatchContext context) {
    if (!operand.isPart()) {
      return ofOperand(body, context);
    }
    List<Expr> operands = new ArrayList<>();
    MaskOperand.operands(argument, operands);
    int at = operands.indexOf(operand.expression());
    StringBuilder before = new StringBuilder();
    StringBuilder behind = new StringBuilder();
    for (int i = 0; i < operands.size(); i++) {
      if (i < at) {
        before.append(body.text(operands.get(i))).append(" | ");
      } else if (i > at) {
        behind.append(behind.isEmpty() ? "" : " | ").append(body.text(operands.get(i)));
      }
    }
    return pieces(body, context, before.toString(), behind.toString(), /* isOperand= */ true);
  }

  private List<String> pieces(
      FunctionBody body, PatchContext context, String first, String last, boolean isOperand) {
    MaskTemplate template = context.maskTemplate().orElseThrow();
    Expr expression = operand.expression();
    boolean isLoose = expression instanceof Expr.Conditional || expression instanceof Expr.Binary;
    String mask = body.text(expression).replaceAll(" ?\\| ?", " | ");
    if (template.isOperand() && isLoose) {
      mask = "(" + mask + ")";
    }
    String before = template.before(mapping.text());
    String after = template.after(mapping.text());
    boolean isGrouped = template.isOperand() && isOperand;
    String all = first + (isGrouped ? "(" : "") + before + mask + after + (isGrouped ? ")" : "");
    int from = first.length();
    int joint =
        template.isOperand() ? all.indexOf(" & ", from) + 2 : all.indexOf(", " + mask, from) + 1;
    List<String> pieces = new ArrayList<>(List.of(all.substring(0, joint)));
    String rest = all.substring(joint + 1);
    if (last.isEmpty()) {
      pieces.add(rest);
    } else {
      // The operator stays at the end of its line.
      pieces.add(rest + " |");
      pieces.add(last);
    }
    return pieces;
  }

  /** The new mask on one line. */
  String text(Expr argument, FunctionBody body, PatchContext context) {
    return String.join(" ", ofArgument(argument, body, context));
  }

  /** Why it is right, as a sentence. */
  String reason() {
    if (ahead.isEmpty()) {
      return "No bit is set that was not set before, so nothing changes where the mapping forbids"
          + " nothing.";
    }
    return isOfPage
        ? "That is the mask that the page was allocated with."
        : "Only read-ahead comes here, which may fail and needs no warning.";
  }
}
