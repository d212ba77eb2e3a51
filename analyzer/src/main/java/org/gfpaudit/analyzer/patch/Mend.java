package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.devicereentry.DeviceReentryRule;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.mask.Scope;
import org.gfpaudit.rules.placementignored.PlacementIgnoredRule;
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;
import org.gfpaudit.rules.reclaimdeadlock.ReclaimDeadlockRule;

/**
 * A call whose mask can be constrained where it is bound.
 *
 * @param argument the argument that is the mask
 * @param mask what it becomes
 */
record Mend(Finding finding, JudgedCall judged, FunctionBody body, Expr argument, NewMask mask) {

  /** The part of the mask that is constrained. */
  MaskOperand operand() {
    return mask.operand();
  }

  /** What constrains it. */
  MappingExpression mapping() {
    return mask.mapping();
  }

  /**
   * The mends of one finding, or a phrase that says why there is none.
   *
   * @param mends one for each argument of the call that is the mask in question, all written alike
   */
  record Answer(List<Mend> mends, String reason) {}

  private static Answer no(String reason) {
    return new Answer(List.of(), reason);
  }

  /** Calls with the same key can share one mask. */
  String key() {
    return mask.key(body);
  }

  /** The mends of a finding. */
  static Answer of(Finding finding, PatchContext context) {
    if (finding.rule().equals(ProtectionDroppedRule.RULE.id())) {
      return no("the change took it away; put back there what the finding says is gone");
    }
    Optional<JudgedCall> judged = context.callOf(finding);
    if (judged.isEmpty()) {
      return no(
          finding.rule().equals(ReclaimDeadlockRule.RULE.id())
              ? "the mask is not at fault; try --strategy scope"
              : "no patch mends what rule "
                  + finding.rule()
                  + " finds; 'gfpaudit rules "
                  + finding.rule()
                  + "' says how to mend it by hand");
    }
    boolean isPlacement =
        finding.rule().equals(PlacementIgnoredRule.RULE.id())
            || finding.consequence().placement().isPresent();
    if (isPlacement) {
      return no(
          "what constrains a mask only takes bits away and brings no page into low memory; hand"
              + " over mapping_gfp_mask() of the mapping itself, once it is known that the function"
              + " can do with pages in high memory");
    }
    Verdict verdict = judged.get().row().verdict();
    if (verdict == Verdict.RE_ADDED) {
      return no(
          "a bit is OR-ed into the mapping's mask on purpose; ask its author whether it may go, and"
              + " take it out by hand");
    }
    if (verdict == Verdict.WRONG_MAPPING) {
      return no("the mask is that of another mapping; write the one that is meant by hand");
    }
    if (verdict != Verdict.HARDCODED
        && verdict != Verdict.HARDCODED_NOFS
        && verdict != Verdict.PARTIAL) {
      return no(
          "a finding of rule "
              + finding.rule()
              + " is not mended by a mapping's mask; '"
              + "gfpaudit rules "
              + finding.rule()
              + "' says how to mend it by hand");
    }
    boolean isAskedFor = context.wanted().isByName() || context.companions().contains(finding);
    if (finding.level() == Level.NOTE && !isAskedFor) {
      return no(
          "not worth a change by itself ("
              + (finding.reason().isEmpty() ? "it is but a note" : finding.reason())
              + "); 'gfpaudit patch "
              + finding.id()
              + "' tries it all the same");
    }
    return of(finding, judged.get(), context);
  }

  private static Answer of(Finding finding, JudgedCall judged, PatchContext context) {
    if (context.program().index().kind(judged.entity()) != EntityKind.FUNCTION) {
      return no(
          "the mask is bound in a macro, whose users know the mapping and not itself; give the macro a"
              + " parameter for the mask");
    }
    Optional<FunctionBody> body = FunctionBody.around(judged, context);
    if (body.isEmpty() || !body.get().facts().isWhole()) {
      return no(
          body.isEmpty()
              ? "the mask is kept in a field, and the mapping is not known where it is set; set it where"
                  + " the mapping is known"
              : "the function could not be read whole; change it by hand");
    }
    List<Expr> masks = masks(finding, judged, body.get());
    if (masks.isEmpty()) {
      return no(
          "the call does not show the mask as an argument; change by hand what the call stands for");
    }
    Expr mask = masks.get(0);
    if (masks.stream().anyMatch(other -> !body.get().text(other).equals(body.get().text(mask)))) {
      return no(
          "the call hands over several masks, each in need of its own change; make them by hand");
    }
    if (mask instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
      return no(
          "the call hands over where the mask is, and not the mask; change it where it is set");
    }
    Optional<MappingExpression> mapping =
        MappingExpression.of(finding, judged, body.get(), context);
    if (mapping.isEmpty()) {
      return no(withoutMapping(finding, context));
    }
    List<Mend> mends = new ArrayList<>();
    for (Expr each : masks) {
      MaskOperand.Answer operand =
          MaskOperand.of(each, judged.reach().mask(), body.get(), context.model());
      if (operand.operand().isEmpty()) {
        return no(operand.reason());
      }
      NewMask become =
          NewMask.of(operand.operand().get(), mapping.get(), judged, body.get(), context);
      mends.add(new Mend(finding, judged, body.get(), each, become));
    }
    return new Answer(mends, "");
  }

  /** What to do where no mapping can be asked. */
  private static String withoutMapping(Finding finding, PatchContext context) {
    return finding.rule().equals(DeviceReentryRule.RULE.id())
        ? "the page goes into no mapping; hand over GFP_NOIO"
            + (context.mayHaveScope(Scope.NOIO, finding.place().file())
                ? ", or run the worker in a NOIO scope"
                : "")
        : "no expression for the mapping is in scope at the call; hand the mapping down to it, or"
            + " hand over GFP_NOFS or GFP_NOIO where a lock asks for it";
  }

  /** The arguments that are at fault, that of the row first. */
  private static List<Expr> masks(Finding finding, JudgedCall judged, FunctionBody body) {
    List<Expr> arguments = body.call().arguments();
    List<Expr> masks =
        judged.spot().masks().stream()
            .filter(index -> index < arguments.size())
            .map(arguments::get)
            .toList();
    String wanted = finding.flagged().mask();
    // Another configuration of the call may have other arguments before the mask.
    return masks.isEmpty() || !body.text(masks.get(0)).equals(wanted)
        ? body.argument(wanted).stream().toList()
        : masks;
  }
}
