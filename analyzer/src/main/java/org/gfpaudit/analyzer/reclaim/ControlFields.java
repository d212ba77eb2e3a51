package org.gfpaudit.analyzer.reclaim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;

/**
 * Constants in a struct that a function sets up where it declares it, and hands on by its address:
 * {@code struct writeback_control wbc = { .nr_to_write = 0 }}. Whoever changes a field on the way
 * down is not seen.
 */
final class ControlFields {
  private ControlFields() {}

  /** The fields of what the arguments of a call point to, by the index of the parameter. */
  static Map<String, String> handed(Site site, Frame caller) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < site.arguments().size(); i++) {
      Expr argument = site.arguments().get(i);
      if (argument instanceof Expr.Unary unary
          && unary.operator() == UnaryOperator.ADDRESS
          && unary.operand() instanceof Expr.Name name) {
        String prefix = i + ".";
        initial(name, site.graph()).forEach((field, text) -> fields.put(prefix + field, text));
      } else if (argument instanceof Expr.Name name) {
        Optional<LocalVariable> local = site.graph().variable(name);
        boolean isAsHanded =
            !caller.fields().isEmpty()
                && local.filter(LocalVariable::isParameter).isPresent()
                && Constants.values(local.get(), site.graph()).isEmpty();
        if (isAsHanded) {
          String from = local.get().parameterIndex() + ".";
          String to = i + ".";
          caller
              .fields()
              .forEach(
                  (field, text) -> {
                    if (field.startsWith(from)) {
                      fields.put(to + field.substring(from.length()), text);
                    }
                  });
        }
      }
    }
    return fields;
  }

  private static Map<String, String> initial(Expr.Name name, ControlFlowGraph graph) {
    Map<String, String> fields = new HashMap<>();
    List<Expr> values =
        graph.variable(name).map(local -> Constants.values(local, graph)).orElse(List.of());
    if (values.size() == 1 && values.get(0) instanceof Expr.InitList list) {
      for (Expr.InitList.Entry entry : list.entries()) {
        if (entry.designators().size() == 1
            && entry.designators().get(0) instanceof Expr.InitList.Designator.Field field
            && entry.value() instanceof Expr.Literal literal
            && literal.kind() == Expr.Literal.Kind.NUMBER) {
          fields.put(field.name(), literal.text());
        }
      }
    }
    return fields;
  }

  /** The constant in a field of what a parameter points to. */
  static Optional<String> of(Expr value, ControlFlowGraph graph, Frame frame) {
    return value instanceof Expr.Member member
            && member.arrow()
            && member.base() instanceof Expr.Name name
        ? graph
            .variable(name)
            .filter(LocalVariable::isParameter)
            .map(local -> frame.fields().get(local.parameterIndex() + "." + member.field()))
        : Optional.empty();
  }
}
