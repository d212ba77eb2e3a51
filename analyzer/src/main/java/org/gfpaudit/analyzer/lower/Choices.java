package org.gfpaudit.analyzer.lower;

import java.util.function.Consumer;
import org.gfpaudit.grammar.ast.Expr;

/**
 * Lowers {@code ?:} where its value is all that an instruction sets or returns: a branch, so that
 * what is known of the condition counts for the value.
 */
final class Choices {
  private final GraphBuilder graph;

  Choices(GraphBuilder graph) {
    this.graph = graph;
  }

  /**
   * Appends the evaluation of an expression, which may set a variable of the function to a choice.
   *
   * @param expression with its names bound
   */
  void evaluate(Expr expression, LocalNames names) {
    if (expression instanceof Expr.Assign assign
        && assign.compound().isEmpty()
        && assign.target() instanceof Expr.Name name
        && names.at(name).isPresent()) {
      lower(
          assign.value(),
          chosen -> {
            Expr store = new Expr.Assign(assign.span(), assign.compound(), name, chosen);
            graph.append(new Instruction.Evaluate(store));
          });
    } else {
      graph.append(new Instruction.Evaluate(expression));
    }
  }

  /**
   * Appends the instruction that {@code use} makes of the value, once for each of the values that
   * it is chosen from.
   *
   * @param value with its names bound
   */
  void lower(Expr value, Consumer<Expr> use) {
    if (!(value instanceof Expr.Conditional conditional) || conditional.whenTrue().isEmpty()) {
      use.accept(value);
      return;
    }
    graph.append(new Instruction.Evaluate(conditional.condition()));
    int head = graph.current();
    int whenTrue = graph.newBlock();
    int whenFalse = graph.newBlock();
    int after = graph.newBlock();
    graph.jump(head, whenTrue);
    graph.jump(head, whenFalse);
    graph.decide(head, conditional.condition());
    graph.continueIn(whenTrue);
    lower(conditional.whenTrue().get(), use);
    graph.jump(graph.current(), after);
    graph.continueIn(whenFalse);
    lower(conditional.whenFalse(), use);
    graph.fallInto(after);
  }
}
