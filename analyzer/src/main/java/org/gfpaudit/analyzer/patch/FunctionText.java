package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.StmtVisitor;
import org.gfpaudit.grammar.ast.UnaryOperator;

/** What a patch must know of one function in one configuration: its calls, names and writes. */
final class FunctionText implements StmtVisitor<Void> {
  /**
   * A call and how it is run.
   *
   * @param isOptional whether a condition decides on it
   * @param statement the one it stands in, if that is an expression on its own inside a block
   */
  record CallPlace(Expr.Call call, boolean isOptional, Optional<Stmt.Expression> statement) {}

  private final List<CallPlace> calls = new ArrayList<>();
  private final List<Stmt.Return> returns = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> written = new HashSet<>();
  private final Set<String> tested = new HashSet<>();
  private final Map<String, List<Expr.Call>> assigned = new HashMap<>();
  private final List<Declaration.Variable> variables = new ArrayList<>();
  private final Walker walker = new Walker();
  private final Predicate<String> isAsker;
  private int branches;
  private Optional<Stmt.Expression> alone = Optional.empty();
  private boolean isWhole = true;

  private FunctionText(Predicate<String> isAsker) {
    this.isAsker = isAsker;
  }

  /**
   * @param isAsker the functions and macros that ask for the truth of their argument, as {@code
   *     IS_ERR} and {@code unlikely} do
   */
  static FunctionText of(FunctionDefinition function, Predicate<String> isAsker) {
    FunctionText text = new FunctionText(isAsker);
    function.parameters().forEach(parameter -> text.names.add(parameter.name()));
    function.body().accept(text);
    return text;
  }

  List<CallPlace> calls() {
    return calls;
  }

  /** The returns that stand in braces, before which another statement can stand. */
  List<Stmt.Return> returns() {
    return returns;
  }

  /** Whether {@code name} stands anywhere in the function. */
  boolean holds(String name) {
    return names.contains(name);
  }

  /** Whether a variable is written after its declaration, or its address is taken. */
  boolean isWritten(String name) {
    return written.contains(name);
  }

  /** Whether a pointer is compared with nothing, or asked whether it is an error. */
  boolean isTested(String name) {
    return tested.contains(name);
  }

  /** The calls whose results a variable is set to, in order. */
  List<Expr.Call> assigned(String name) {
    return assigned.getOrDefault(name, List.of());
  }

  /** The variables that are set to what a call returns. */
  Set<String> assignedNames() {
    return assigned.keySet();
  }

  private void assign(String name, Expr value) {
    if (value instanceof Expr.Call call) {
      assigned.computeIfAbsent(name, n -> new ArrayList<>()).add(call);
    }
  }

  /** Every local variable, in order. */
  List<Declaration.Variable> variables() {
    return variables;
  }

  /** Whether the parser could read all of it. */
  boolean isWhole() {
    return isWhole;
  }

  private void condition(Expr condition) {
    walker.walk(condition);
    test(condition);
  }

  /** Names whose truth is asked, alone or in a junction. */
  private void test(Expr expression) {
    if (expression instanceof Expr.Name name) {
      tested.add(name.text());
    } else if (expression instanceof Expr.Unary unary) {
      test(unary.operand());
    } else if (expression instanceof Expr.Binary binary) {
      test(binary.left());
      test(binary.right());
    } else if (expression instanceof Expr.Call call
        && call.calledName().filter(name -> isAsker.test(name.text())).isPresent()) {
      call.arguments().forEach(this::test);
    }
  }

  private void branch(Stmt inner) {
    branches++;
    inner.accept(this);
    branches--;
  }

  @Override
  public Void visitBlock(Stmt.Block statement) {
    for (Stmt inner : statement.statements()) {
      if (inner instanceof Stmt.Return leaving) {
        returns.add(leaving);
      }
      alone =
          inner instanceof Stmt.Expression expression ? Optional.of(expression) : Optional.empty();
      inner.accept(this);
      alone = Optional.empty();
    }
    return null;
  }

  @Override
  public Void visitExpression(Stmt.Expression statement) {
    walker.walk(statement.expression());
    return null;
  }

  @Override
  public Void visitDeclare(Stmt.Declare statement) {
    for (Declaration.Variable variable : statement.declaration().variables()) {
      names.add(variable.name());
      variables.add(variable);
      variable.initializer().ifPresent(value -> assign(variable.name(), value));
      variable.initializer().ifPresent(walker::walk);
    }
    return null;
  }

  @Override
  public Void visitIf(Stmt.If statement) {
    condition(statement.condition());
    branch(statement.then());
    statement.otherwise().ifPresent(this::branch);
    return null;
  }

  @Override
  public Void visitWhile(Stmt.While statement) {
    condition(statement.condition());
    statement.body().accept(this);
    return null;
  }

  @Override
  public Void visitDoWhile(Stmt.DoWhile statement) {
    statement.body().accept(this);
    condition(statement.condition());
    return null;
  }

  @Override
  public Void visitFor(Stmt.For statement) {
    statement.start().ifPresent(inner -> inner.accept(this));
    statement.condition().ifPresent(this::condition);
    statement.body().accept(this);
    statement.step().ifPresent(walker::walk);
    return null;
  }

  @Override
  public Void visitMacroBlock(Stmt.MacroBlock statement) {
    walker.walk(statement.head());
    // An iterator macro writes what it is handed.
    if (statement.head() instanceof Expr.Call call) {
      call.arguments().forEach(this::write);
    }
    statement.body().accept(this);
    return null;
  }

  @Override
  public Void visitSwitch(Stmt.Switch statement) {
    walker.walk(statement.selector());
    branch(statement.body());
    return null;
  }

  @Override
  public Void visitCase(Stmt.Case statement) {
    return null;
  }

  @Override
  public Void visitDefault(Stmt.Default statement) {
    return null;
  }

  @Override
  public Void visitLabel(Stmt.Label statement) {
    names.add(statement.name());
    return null;
  }

  @Override
  public Void visitGoto(Stmt.Goto statement) {
    return null;
  }

  @Override
  public Void visitComputedGoto(Stmt.ComputedGoto statement) {
    return null;
  }

  @Override
  public Void visitBreak(Stmt.Break statement) {
    return null;
  }

  @Override
  public Void visitContinue(Stmt.Continue statement) {
    return null;
  }

  @Override
  public Void visitReturn(Stmt.Return statement) {
    statement.value().ifPresent(walker::walk);
    return null;
  }

  @Override
  public Void visitAsm(Stmt.Asm statement) {
    statement.operands().forEach(this::write);
    return null;
  }

  @Override
  public Void visitEmpty(Stmt.Empty statement) {
    return null;
  }

  @Override
  public Void visitUnread(Stmt.Unread statement) {
    isWhole = false;
    return null;
  }

  private void write(Expr target) {
    if (target instanceof Expr.Name name) {
      written.add(name.text());
    } else if (target instanceof Expr.Member member) {
      written.add("." + member.field());
    } else if (target instanceof Expr.Unary unary) {
      write(unary.operand());
    }
  }

  private final class Walker extends ExprWalker {
    @Override
    protected void onName(Expr.Name name) {
      names.add(name.text());
    }

    @Override
    protected void onCall(Expr.Call call) {
      calls.add(new CallPlace(call, branches > 0, alone));
      for (Expr argument : call.arguments()) {
        if (argument instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
          write(unary.operand());
        }
      }
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      write(assign.target());
      if (assign.target() instanceof Expr.Name name) {
        assign(name.text(), assign.value());
      }
    }

    @Override
    protected void onIncrement(Expr operand) {
      write(operand);
    }

    @Override
    protected void onStatementExpr(Expr.StatementExpr statement) {
      statement.body().accept(FunctionText.this);
    }

    @Override
    protected void onStatementArgument(Expr.StatementArgument argument) {
      argument.statements().forEach(statement -> statement.accept(FunctionText.this));
    }
  }
}
