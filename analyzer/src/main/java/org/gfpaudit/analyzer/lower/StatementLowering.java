package org.gfpaudit.analyzer.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.StmtVisitor;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.source.Span;

/**
 * Lowers statements to the blocks of a control-flow graph.
 *
 * <p>A statement expression is lowered in place, before the instruction whose expression holds it;
 * its value goes to a variable of its own. {@code v = c ? a : b} becomes a branch; any other {@code
 * ?:}, {@code &&} and {@code ||} is not split: both sides are taken to be evaluated, which is right
 * for what the audit asks (which values can reach a call) and wrong only for the order of effects
 * within one expression.
 */
final class StatementLowering implements StmtVisitor<Void> {
  private final GraphBuilder graph;
  private final LocalNames names;
  private final KnownCalls calls;
  private final Choices choices;
  private final Map<Integer, LocalVariable> statementValues = new HashMap<>();
  private final JumpTargets targets;
  private final List<Integer> computedGotos = new ArrayList<>();
  // What was to be cleaned up where each block that is open starts.
  private final Deque<List<Cleanup>> heldOutside = new ArrayDeque<>();
  private final int end;

  StatementLowering(GraphBuilder graph, LocalNames names, KnownCalls calls) {
    this.graph = graph;
    this.names = names;
    this.calls = calls;
    this.choices = new Choices(graph);
    this.end = graph.newBlock();
    this.targets = new JumpTargets(end);
  }

  /** The blocks, once every statement was visited. */
  List<BasicBlock> finish() {
    graph.fallInto(end);
    for (int block : computedGotos) {
      graph.labelledBlocks().forEach(target -> graph.jump(block, target));
    }
    return graph.build(end);
  }

  /** The variables of statement expressions, as in {@link ControlFlowGraph#statementValues}. */
  Map<Integer, LocalVariable> values() {
    return Map.copyOf(statementValues);
  }

  /** Lowers an expression whose value is returned. */
  void returnValue(Expr value) {
    resolve(value);
    choices.lower(value, chosen -> graph.append(new Instruction.Return(chosen)));
  }

  private void enter() {
    names.enter();
    heldOutside.push(graph.held());
  }

  private void leave() {
    names.leave();
    graph.holdOnly(heldOutside.pop());
  }

  // ---- statements

  @Override
  public Void visitBlock(Stmt.Block block) {
    enter();
    block.statements().forEach(statement -> statement.accept(this));
    leave();
    return null;
  }

  @Override
  public Void visitExpression(Stmt.Expression statement) {
    evaluate(statement.expression());
    if (statement.expression() instanceof Expr.Call call) {
      if (isGuard(call)) {
        graph.hold(new Cleanup.OfGuard(call));
      }
      call.calledName()
          .filter(name -> names.at(name).isEmpty())
          .ifPresent(name -> goOnBehind(call, name.text()));
    }
    return null;
  }

  /** {@code guard(mutex)(&m)}: only a macro that declares something is called like that. */
  private boolean isGuard(Expr.Call call) {
    return call.callee() instanceof Expr.Call inner
        && inner.calledName().filter(name -> names.at(name).isEmpty()).isPresent();
  }

  /** A call that does not return ends its way, and one that may not ends it on a condition. */
  private void goOnBehind(Expr.Call call, String name) {
    if (calls.neverReturns(name)) {
      graph.continueIn(graph.newBlock());
    } else if (calls.refuses(name) && !call.arguments().isEmpty()) {
      int refused = graph.newBlock();
      int passed = graph.newBlock();
      graph.jump(graph.current(), refused);
      graph.jump(graph.current(), passed);
      graph.decide(graph.current(), call.arguments().get(0));
      graph.continueIn(passed);
    }
  }

  @Override
  public Void visitDeclare(Stmt.Declare statement) {
    Declaration declaration = statement.declaration();
    if (declaration.storage() == Declaration.Storage.TYPEDEF
        || declaration.storage() == Declaration.Storage.EXTERN) {
      return null;
    }
    boolean isStatic = declaration.storage() == Declaration.Storage.STATIC;
    for (Declaration.Variable declared : declaration.variables()) {
      // C's scope starts at the declarator, so that `int x = x` names the new variable.
      LocalVariable variable = names.declare(declared, isStatic);
      if (declared.initializer().isPresent()) {
        Expr value = declared.initializer().get();
        resolve(value);
        choices.lower(value, chosen -> graph.append(new Instruction.Initialize(variable, chosen)));
      }
      declared.cleanup().ifPresent(by -> graph.hold(new Cleanup.OfVariable(variable, by)));
    }
    return null;
  }

  @Override
  public Void visitIf(Stmt.If statement) {
    // An else-if chain is walked in a loop: generated code has thousands of links.
    int after = graph.newBlock();
    Optional<Stmt> rest = Optional.of(statement);
    while (rest.isPresent() && rest.get() instanceof Stmt.If link) {
      evaluate(link.condition());
      int head = graph.current();
      int then = graph.newBlock();
      graph.jump(head, then);
      graph.continueIn(then);
      link.then().accept(this);
      graph.jump(graph.current(), after);
      int otherwise = graph.newBlock();
      graph.jump(head, otherwise);
      graph.decide(head, link.condition());
      graph.continueIn(otherwise);
      rest = link.otherwise();
    }
    rest.ifPresent(last -> last.accept(this));
    graph.fallInto(after);
    return null;
  }

  @Override
  public Void visitWhile(Stmt.While statement) {
    int head = graph.newBlock();
    graph.fallInto(head);
    evaluate(statement.condition());
    graph.decide(graph.current(), statement.condition());
    loopBody(statement.body(), head, graph.current());
    return null;
  }

  @Override
  public Void visitDoWhile(Stmt.DoWhile statement) {
    int body = graph.newBlock();
    int condition = graph.newBlock();
    int after = graph.newBlock();
    graph.fallInto(body);
    targets.inLoop(after, condition, () -> statement.body().accept(this));
    graph.fallInto(condition);
    evaluate(statement.condition());
    graph.jump(graph.current(), body);
    graph.decide(graph.current(), statement.condition());
    graph.fallInto(after);
    return null;
  }

  @Override
  public Void visitFor(Stmt.For statement) {
    enter();
    statement.start().ifPresent(start -> start.accept(this));
    int head = graph.newBlock();
    int step = graph.newBlock();
    int after = graph.newBlock();
    graph.fallInto(head);
    statement.condition().ifPresent(this::evaluate);
    int test = graph.current();
    int body = graph.newBlock();
    graph.jump(test, body);
    if (statement.condition().isPresent()) {
      graph.jump(test, after);
      graph.decide(test, statement.condition().get());
    }
    graph.continueIn(body);
    targets.inLoop(after, step, () -> statement.body().accept(this));
    graph.fallInto(step);
    statement.step().ifPresent(this::evaluate);
    graph.jump(graph.current(), head);
    graph.continueIn(after);
    leave();
    return null;
  }

  @Override
  public Void visitMacroBlock(Stmt.MacroBlock statement) {
    enter();
    if (statement.loop()) {
      int head = graph.newBlock();
      graph.fallInto(head);
      evaluateHead(statement.head());
      loopBody(statement.body(), head, graph.current());
    } else {
      evaluateHead(statement.head());
      if (statement.head() instanceof Expr.Call call) {
        graph.hold(new Cleanup.OfGuard(call));
      }
      int head = graph.current();
      int body = graph.newBlock();
      int after = graph.newBlock();
      graph.jump(head, body);
      graph.jump(head, after);
      graph.continueIn(body);
      statement.body().accept(this);
      graph.fallInto(after);
    }
    leave();
    return null;
  }

  /** An iterator macro may set any variable it is handed by name. */
  private void evaluateHead(Expr head) {
    evaluate(head);
    if (head instanceof Expr.Call call) {
      for (Expr argument : call.arguments()) {
        clobberName(argument, head);
      }
    }
  }

  private void clobberName(Expr expression, Expr by) {
    if (expression instanceof Expr.Name name) {
      names.at(name).ifPresent(v -> graph.append(new Instruction.Clobber(v, by)));
    }
  }

  @Override
  public Void visitSwitch(Stmt.Switch statement) {
    evaluate(statement.selector());
    int head = graph.current();
    int after = graph.newBlock();
    graph.continueIn(graph.newBlock());
    SwitchCases cases = targets.inSwitch(after, () -> statement.body().accept(this));
    graph.fallInto(after);
    Optional<LocalVariable> selected =
        statement.selector() instanceof Expr.Name name ? names.at(name) : Optional.empty();
    cases.connect(graph, head, after, statement.selector(), selected);
    return null;
  }

  @Override
  public Void visitCase(Stmt.Case statement) {
    int block = labelledBlock();
    targets.cases().ifPresent(cases -> cases.addCase(statement, block));
    return null;
  }

  @Override
  public Void visitDefault(Stmt.Default statement) {
    int block = labelledBlock();
    targets.cases().ifPresent(cases -> cases.addDefault(block));
    return null;
  }

  private int labelledBlock() {
    int block = graph.newBlock();
    graph.fallInto(block);
    return block;
  }

  @Override
  public Void visitLabel(Stmt.Label statement) {
    graph.fallInto(graph.labelled(statement.name()));
    return null;
  }

  @Override
  public Void visitGoto(Stmt.Goto statement) {
    graph.leaveFor(graph.labelled(statement.label()));
    return null;
  }

  @Override
  public Void visitComputedGoto(Stmt.ComputedGoto statement) {
    evaluate(statement.target());
    computedGotos.add(graph.current());
    graph.continueIn(graph.newBlock());
    return null;
  }

  @Override
  public Void visitBreak(Stmt.Break statement) {
    graph.leaveFor(targets.ofBreak());
    return null;
  }

  @Override
  public Void visitContinue(Stmt.Continue statement) {
    graph.leaveFor(targets.ofContinue());
    return null;
  }

  @Override
  public Void visitReturn(Stmt.Return statement) {
    statement.value().ifPresent(this::returnValue);
    graph.leaveFor(end);
    return null;
  }

  @Override
  public Void visitAsm(Stmt.Asm statement) {
    for (Expr operand : statement.operands()) {
      evaluate(operand);
      // Which operands are outputs is in the constraint strings; to take all for one is safe.
      names.ofPart(operand).ifPresent(v -> graph.append(new Instruction.Clobber(v, operand)));
    }
    graph.mayLeaveFor(statement.labels());
    return null;
  }

  @Override
  public Void visitEmpty(Stmt.Empty statement) {
    return null;
  }

  @Override
  public Void visitUnread(Stmt.Unread statement) {
    graph.append(new Instruction.Unread(statement));
    return null;
  }

  // ---- loops and expressions

  /** Lowers the body of a loop whose test ends block {@code test} and starts in {@code head}. */
  private void loopBody(Stmt body, int head, int test) {
    int first = graph.newBlock();
    int after = graph.newBlock();
    graph.jump(test, first);
    graph.jump(test, after);
    graph.continueIn(first);
    targets.inLoop(after, head, () -> body.accept(this));
    graph.jump(graph.current(), head);
    graph.continueIn(after);
  }

  private void evaluate(Expr expression) {
    resolve(expression);
    choices.evaluate(expression, names);
  }

  /** Binds the names of an expression and lowers the statements inside it, in order. */
  private void resolve(Expr expression) {
    new ExprWalker() {
      @Override
      protected void onName(Expr.Name name) {
        names.bind(name);
      }

      @Override
      protected void onStatementExpr(Expr.StatementExpr statement) {
        lowerValue(statement);
      }

      @Override
      protected void onStatementArgument(Expr.StatementArgument argument) {
        lowerOptionally(argument);
      }
    }.walk(expression);
  }

  private void lowerValue(Expr.StatementExpr expression) {
    List<Stmt> statements = expression.body().statements();
    enter();
    for (int i = 0; i < statements.size(); i++) {
      if (i == statements.size() - 1 && statements.get(i) instanceof Stmt.Expression last) {
        resolve(last.expression());
        Span span = expression.span();
        TypeName type = TypeName.of(span, "__auto_type");
        LocalVariable value = new LocalVariable("({...})", span.start(), -1, type, false);
        statementValues.put(span.start(), value);
        graph.append(new Instruction.Initialize(value, last.expression()));
      } else {
        statements.get(i).accept(this);
      }
    }
    leave();
  }

  private void lowerOptionally(Expr.StatementArgument argument) {
    int before = graph.current();
    int body = graph.newBlock();
    int after = graph.newBlock();
    graph.jump(before, body);
    graph.jump(before, after);
    graph.continueIn(body);
    enter();
    argument.statements().forEach(statement -> statement.accept(this));
    leave();
    graph.fallInto(after);
  }
}
