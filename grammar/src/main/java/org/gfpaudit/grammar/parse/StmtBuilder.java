package org.gfpaudit.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.lex.MacroShapes;
import org.gfpaudit.grammar.source.Span;

/** Builds statements from parse trees. */
final class StmtBuilder {
  private final TreeSource source;
  private final TypeBuilder types;
  private final ExprBuilder expressions;

  StmtBuilder(TreeSource source) {
    this.source = source;
    this.types = new TypeBuilder(source, this);
    this.expressions = new ExprBuilder(source, types, this);
  }

  TypeBuilder types() {
    return types;
  }

  ExprBuilder expressions() {
    return expressions;
  }

  Stmt.Block block(KernelC.BlockContext context) {
    return new Stmt.Block(TreeSource.span(context), items(context.children));
  }

  /** The statements among a rule's children, in order. */
  List<Stmt> items(List<ParseTree> children) {
    List<Stmt> statements = new ArrayList<>(children.size());
    for (ParseTree child : children) {
      if (child instanceof KernelC.ItemContext item) {
        ParseTree inner = item.getChild(0);
        if (inner instanceof KernelC.MarkContext mark) {
          statements.add(mark(mark));
        } else {
          statements.add(statement((KernelC.StatementContext) inner));
        }
      }
    }
    return List.copyOf(statements);
  }

  private Stmt mark(KernelC.MarkContext context) {
    Span span = TreeSource.span(context);
    Token first = context.getStart();
    switch (first.getType()) {
      case KernelC.LABEL_NAME -> {
        return new Stmt.Label(span, source.word(first));
      }
      case KernelC.DEFAULT -> {
        return new Stmt.Default(span);
      }
      default -> {
        List<KernelC.ConditionalContext> bounds = context.conditional();
        return new Stmt.Case(
            span,
            expressions.conditional(bounds.get(0)),
            bounds.size() > 1
                ? Optional.of(expressions.conditional(bounds.get(1)))
                : Optional.empty());
      }
    }
  }

  /** A governed statement; labels before it make a block of them and it. */
  private Stmt body(KernelC.BodyContext context) {
    if (context.getChildCount() == 1) {
      return statement((KernelC.StatementContext) context.getChild(0));
    }
    List<Stmt> statements = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof KernelC.MarkContext mark) {
        statements.add(mark(mark));
      } else {
        statements.add(statement((KernelC.StatementContext) child));
      }
    }
    return new Stmt.Block(TreeSource.span(context), List.copyOf(statements));
  }

  private Stmt statement(KernelC.StatementContext context) {
    Span span = TreeSource.span(context);
    ParseTree first = context.getChild(0);
    if (first instanceof ParserRuleContext rule) {
      return ofRule(span, rule);
    }
    return switch (context.getStart().getType()) {
      case KernelC.DECLARATION ->
          new Stmt.Declare(span, types.declaration(span, context.declaration()));
      case KernelC.BREAK -> new Stmt.Break(span);
      case KernelC.CONTINUE -> new Stmt.Continue(span);
      case KernelC.UNREAD -> unread(span);
      default -> new Stmt.Empty(span);
    };
  }

  private Stmt ofRule(Span span, ParserRuleContext rule) {
    switch (rule.getRuleIndex()) {
      case KernelC.RULE_block -> {
        return block((KernelC.BlockContext) rule);
      }
      case KernelC.RULE_ifStatement -> {
        return ifStatement((KernelC.IfStatementContext) rule);
      }
      case KernelC.RULE_whileStatement -> {
        KernelC.WhileStatementContext whileRule = (KernelC.WhileStatementContext) rule;
        return new Stmt.While(span, condition(whileRule.condition()), body(whileRule.body()));
      }
      case KernelC.RULE_doStatement -> {
        return doStatement(span, (KernelC.DoStatementContext) rule);
      }
      case KernelC.RULE_forStatement -> {
        return forStatement(span, (KernelC.ForStatementContext) rule);
      }
      case KernelC.RULE_switchStatement -> {
        KernelC.SwitchStatementContext switchRule = (KernelC.SwitchStatementContext) rule;
        return new Stmt.Switch(span, condition(switchRule.condition()), body(switchRule.body()));
      }
      case KernelC.RULE_gotoStatement -> {
        return gotoStatement(span, (KernelC.GotoStatementContext) rule);
      }
      case KernelC.RULE_returnStatement -> {
        return returnStatement(span, (KernelC.ReturnStatementContext) rule);
      }
      case KernelC.RULE_asmStatement -> {
        return asm(span, (KernelC.AsmStatementContext) rule);
      }
      case KernelC.RULE_localLabels -> {
        return new Stmt.Empty(span);
      }
      case KernelC.RULE_macroBlock -> {
        KernelC.MacroBlockContext blockRule = (KernelC.MacroBlockContext) rule;
        Token name = blockRule.getStart();
        boolean loop = !MacroShapes.isOnceWord(source.word(name));
        return new Stmt.MacroBlock(
            span, head(name, blockRule.children), loop, body(blockRule.body()));
      }
      case KernelC.RULE_macroStatement -> {
        return new Stmt.Expression(span, head(rule.getStart(), rule.children));
      }
      default -> {
        return new Stmt.Expression(
            span, expressions.expression(((KernelC.ExpressionStatementContext) rule).expression()));
      }
    }
  }

  /** A macro's name with its argument lists, of which there may be none or several. */
  Expr head(Token name, List<ParseTree> children) {
    Expr head = source.name(name);
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i) instanceof KernelC.ArgumentsContext arguments) {
        int end = TreeSource.token(children.get(i + 1)).getStopIndex() + 1;
        Span span = new Span(name.getStartIndex(), end);
        head = new Expr.Call(span, head, expressions.arguments(arguments));
      }
    }
    return head;
  }

  private Expr condition(KernelC.ConditionContext context) {
    return context.expression() != null
        ? expressions.expression(context.expression())
        : macroCondition(context.macroCondition());
  }

  private Expr macroCondition(KernelC.MacroConditionContext context) {
    return head(context.getStart(), context.children);
  }

  /** A chain of {@code else if} is one list in the grammar; it nests here, from the last. */
  private Stmt ifStatement(KernelC.IfStatementContext context) {
    List<ParseTree> children = context.children;
    int end = TreeSource.end(context);
    Optional<Stmt> otherwise = Optional.empty();
    for (int i = children.size() - 1; i > 2; i--) {
      ParseTree child = children.get(i);
      if (child instanceof KernelC.BodyContext last) {
        otherwise = Optional.of(body(last));
        i--;
      } else {
        KernelC.ElseIfContext elseIf = (KernelC.ElseIfContext) child;
        int start = TreeSource.token(elseIf.getChild(1)).getStartIndex();
        otherwise =
            Optional.of(
                new Stmt.If(
                    new Span(start, end),
                    condition(elseIf.condition()),
                    body(elseIf.body()),
                    otherwise));
      }
    }
    return new Stmt.If(
        TreeSource.span(context),
        condition((KernelC.ConditionContext) children.get(1)),
        body((KernelC.BodyContext) children.get(2)),
        otherwise);
  }

  private Stmt doStatement(Span span, KernelC.DoStatementContext context) {
    Expr condition =
        context.condition() != null
            ? condition(context.condition())
            : macroCondition(context.macroCondition());
    return new Stmt.DoWhile(span, body(context.body()), condition);
  }

  private Stmt forStatement(Span span, KernelC.ForStatementContext context) {
    Optional<Stmt> start = Optional.empty();
    Optional<Expr> condition = Optional.empty();
    Optional<Expr> step = Optional.empty();
    boolean behindCondition = false;
    for (ParseTree child : context.children) {
      if (child instanceof KernelC.ForStartContext first) {
        start = forStart(first);
      } else if (TreeSource.kind(child) == KernelC.SEMICOLON) {
        behindCondition = true;
      } else if (child instanceof KernelC.ExpressionContext expression) {
        if (behindCondition) {
          step = Optional.of(expressions.expression(expression));
        } else {
          condition = Optional.of(expressions.expression(expression));
        }
      }
    }
    return new Stmt.For(span, start, condition, step, body(context.body()));
  }

  private Optional<Stmt> forStart(KernelC.ForStartContext context) {
    Span span = TreeSource.span(context);
    if (context.declaration() != null) {
      return Optional.of(new Stmt.Declare(span, types.declaration(span, context.declaration())));
    }
    return Optional.ofNullable(context.expression())
        .map(e -> new Stmt.Expression(span, expressions.expression(e)));
  }

  private Stmt gotoStatement(Span span, KernelC.GotoStatementContext context) {
    return context.expression() != null
        ? new Stmt.ComputedGoto(span, expressions.expression(context.expression()))
        : new Stmt.Goto(span, source.word(context.IDENTIFIER().getSymbol()));
  }

  private Stmt returnStatement(Span span, KernelC.ReturnStatementContext context) {
    Optional<Expr> value = Optional.empty();
    if (context.expression() != null) {
      value = Optional.of(expressions.expression(context.expression()));
    } else if (context.initializerList() != null) {
      value = Optional.of(expressions.initializerList(context.initializerList()));
    }
    return new Stmt.Return(span, value);
  }

  private Stmt asm(Span span, KernelC.AsmStatementContext context) {
    List<Expr> operands = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    int colons = 0;
    for (ParseTree child : context.children) {
      int kind = TreeSource.kind(child);
      if (child instanceof KernelC.ExpressionContext operand) {
        operands.add(expressions.expression(operand));
      } else if (kind == KernelC.COLON) {
        colons++;
      } else if (kind == KernelC.ASM_TEXT && colons >= 4) {
        labels.add(source.word(TreeSource.token(child)));
      }
    }
    return new Stmt.Asm(span, List.copyOf(operands), List.copyOf(labels));
  }

  private Stmt unread(Span span) {
    source.reportUnread(span);
    return new Stmt.Unread(span, source.calledNames(span));
  }
}
