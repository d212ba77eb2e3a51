package org.gfpaudit.analyzer.lower;

import java.util.List;
import java.util.Map;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.TypeName;

/** Lowers one tree to its control-flow graph. */
public final class Lowering {
  private final GraphBuilder graph = new GraphBuilder();
  private final LocalNames names = new LocalNames();
  private final KnownCalls calls;
  private final HandedIn handedIn;
  private final StatementLowering statements;

  private Lowering(KnownCalls calls, HandedIn handedIn) {
    this.calls = calls;
    this.handedIn = handedIn;
    this.statements = new StatementLowering(graph, names, calls);
  }

  /** Lowers a function's body, whoever calls it. */
  public static ControlFlowGraph lower(FunctionDefinition function, KnownCalls calls) {
    return lower(function, calls, HandedIn.ANYTHING);
  }

  /**
   * Lowers a function's body.
   *
   * @param calls what is known of the functions it calls
   * @param handedIn what is known of its parameters; asked for when conditions are looked at
   */
  public static ControlFlowGraph lower(
      FunctionDefinition function, KnownCalls calls, HandedIn handedIn) {
    Lowering lowering = new Lowering(calls, handedIn);
    for (FunctionDefinition.Parameter parameter : function.parameters()) {
      lowering.names.parameter(parameter.name(), parameter.span(), parameter.type());
    }
    function.body().accept(lowering.statements);
    return lowering.finish();
  }

  /**
   * Lowers a macro's body. The value of an expression, or of the last statement, is returned.
   * Parameters have no type; the one that takes the rest of the arguments counts as one.
   *
   * @param calls what is known of the functions it calls
   */
  public static ControlFlowGraph lower(MacroDefinition macro, KnownCalls calls) {
    Lowering lowering = new Lowering(calls, HandedIn.ANYTHING);
    for (String parameter : macro.parameters().orElse(List.of())) {
      TypeName untyped = TypeName.of(macro.nameSpan(), "typeof");
      lowering.names.parameter(parameter, macro.nameSpan(), untyped);
    }
    if (macro.body() instanceof MacroDefinition.Body.Expression body) {
      lowering.statements.returnValue(body.expression());
    } else if (macro.body() instanceof MacroDefinition.Body.Statements body) {
      body.statements().forEach(statement -> statement.accept(lowering.statements));
    } else if (macro.body() instanceof MacroDefinition.Body.Unread body) {
      lowering.graph.append(
          new Instruction.Unread(new Stmt.Unread(macro.span(), body.calledNames())));
    }
    return lowering.finish();
  }

  private ControlFlowGraph finish() {
    List<BasicBlock> blocks = statements.finish();
    Map<Integer, LocalVariable> variables = names.byOffset();
    return new ControlFlowGraph(
        names.parameters(),
        blocks,
        variables,
        statements.values(),
        new LazyWays(blocks, variables, calls, handedIn));
  }
}
