package org.gfpaudit.analyzer.patch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.ChangedFunction;

/** Which findings are about the allocation and the insertion of the pages that others are about. */
final class SamePage {
  private final PatchContext context;
  private final ChangedFunction function;
  private final Set<String> pages = new HashSet<>();

  /**
   * @param findings all of one function, at least one
   */
  SamePage(List<Finding> findings, PatchContext context) {
    this.context = context;
    this.function = ChangedFunction.at(findings.get(0).place());
    findings.forEach(finding -> pages.addAll(pages(finding)));
  }

  /** Whether a finding is about one of the pages. */
  boolean isOf(Finding finding) {
    return !pages.isEmpty()
        && ChangedFunction.at(finding.place()).equals(function)
        && pages(finding).stream().anyMatch(pages::contains);
  }

  /** The variables that a call gives a page to, or takes one from. */
  private Set<String> pages(Finding finding) {
    Optional<JudgedCall> judged = context.callOf(finding);
    Optional<FunctionBody> body = judged.flatMap(one -> FunctionBody.around(one, context));
    Set<String> found = new HashSet<>();
    if (body.isEmpty()) {
      return found;
    }
    FunctionText facts = body.get().facts();
    Expr.Call call = body.get().call();
    facts.assignedNames().stream()
        .filter(name -> facts.assigned(name).contains(call))
        .forEach(found::add);
    for (Expr argument : call.arguments()) {
      boolean isPage =
          argument instanceof Expr.Name variable
              && facts.assigned(variable.text()).stream()
                  .anyMatch(
                      made -> !MappingExpression.sinks(made, judged.get(), context).isEmpty());
      if (isPage) {
        found.add(((Expr.Name) argument).text());
      }
    }
    return found;
  }
}
