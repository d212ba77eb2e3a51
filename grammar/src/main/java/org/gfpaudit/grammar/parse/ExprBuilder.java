package org.gfpaudit.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.source.Span;

/**
 * Builds expressions from parse trees. The grammar's flat lists become nested nodes here: binary
 * operators by precedence, {@code ?:} and assignments from the right. A parenthesised expression
 * keeps its own span; its parentheses belong to the span of the node around it.
 */
final class ExprBuilder {
  private static final Set<String> TYPE_BUILTINS =
      Set.of("__builtin_offsetof", "__builtin_types_compatible_p", "__builtin_has_attribute");

  private final TreeSource source;
  private final TypeBuilder types;
  private final StmtBuilder statements;

  ExprBuilder(TreeSource source, TypeBuilder types, StmtBuilder statements) {
    this.source = source;
    this.types = types;
    this.statements = statements;
  }

  Expr expression(KernelC.ExpressionContext context) {
    if (context.getChildCount() == 1) {
      return assignment((KernelC.AssignmentContext) context.getChild(0));
    }
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < context.getChildCount(); i += 2) {
      parts.add(assignment((KernelC.AssignmentContext) context.getChild(i)));
    }
    return new Expr.Comma(TreeSource.span(context), List.copyOf(parts));
  }

  Expr assignment(KernelC.AssignmentContext context) {
    int last = context.getChildCount() - 1;
    Expr value = assigned(context.getChild(last));
    int end = TreeSource.end(context);
    for (int i = last - 1; i > 0; i -= 2) {
      ParserRuleContext target = (ParserRuleContext) context.getChild(i - 1);
      Token operator = ((ParserRuleContext) context.getChild(i)).getStart();
      value =
          new Expr.Assign(
              new Span(TreeSource.start(target), end),
              Operators.compound(operator.getType()),
              assigned(target),
              value);
    }
    return value;
  }

  private Expr assigned(ParseTree child) {
    return child instanceof KernelC.InitializerListContext list
        ? initializerList(list)
        : conditional((KernelC.ConditionalContext) child);
  }

  Expr conditional(KernelC.ConditionalContext context) {
    int last = context.getChildCount() - 1;
    Expr result = binary((KernelC.BinaryContext) context.getChild(last));
    int end = TreeSource.end(context);
    // From the right: ... binary ? [expression] : result
    int i = last - 1;
    while (i > 0) {
      Optional<Expr> whenTrue = Optional.empty();
      i--;
      if (context.getChild(i) instanceof KernelC.ExpressionContext middle) {
        whenTrue = Optional.of(expression(middle));
        i--;
      }
      i--;
      KernelC.BinaryContext condition = (KernelC.BinaryContext) context.getChild(i);
      Span span = new Span(TreeSource.start(condition), end);
      result = new Expr.Conditional(span, binary(condition), whenTrue, result);
      i--;
    }
    return result;
  }

  /** Operator precedence by two stacks, as Dijkstra's shunting yard does it. */
  private Expr binary(KernelC.BinaryContext context) {
    int count = context.getChildCount();
    if (count == 1) {
      return unary((KernelC.UnaryContext) context.getChild(0));
    }
    Expr[] operands = new Expr[count / 2 + 1];
    int[] starts = new int[count / 2 + 1];
    BinaryOperator[] operators = new BinaryOperator[count / 2];
    int depth = 0;
    int pending = 0;
    int end = 0;
    for (int i = 0; i < count; i++) {
      ParserRuleContext child = (ParserRuleContext) context.getChild(i);
      if (i % 2 == 0) {
        operands[depth] = unary((KernelC.UnaryContext) child);
        starts[depth++] = TreeSource.start(child);
        end = TreeSource.end(child);
        continue;
      }
      BinaryOperator operator = Operators.binary(child.getStart().getType());
      while (pending > 0 && operators[pending - 1].precedence() >= operator.precedence()) {
        depth--;
        reduce(operands, starts, depth, operators[--pending], end);
      }
      operators[pending++] = operator;
    }
    while (pending > 0) {
      depth--;
      reduce(operands, starts, depth, operators[--pending], end);
    }
    return operands[0];
  }

  private static void reduce(
      Expr[] operands, int[] starts, int right, BinaryOperator operator, int end) {
    Span span = new Span(starts[right - 1], end);
    operands[right - 1] = new Expr.Binary(span, operator, operands[right - 1], operands[right]);
  }

  private Expr unary(KernelC.UnaryContext context) {
    int last = context.getChildCount() - 1;
    Expr operand = postfix((KernelC.PostfixContext) context.getChild(last));
    int end = TreeSource.end(context);
    for (int i = last - 1; i >= 0; i--) {
      KernelC.PrefixContext prefix = (KernelC.PrefixContext) context.getChild(i);
      Span span = new Span(TreeSource.start(prefix), end);
      Token first = prefix.getStart();
      if (first.getType() == KernelC.CAST_LPAREN) {
        operand = new Expr.Cast(span, types.typeName(prefix.typeName()), operand);
      } else if (first.getType() == KernelC.SIZEOF) {
        operand = new Expr.TypeOperator(span, source.word(first), List.of(operand));
      } else {
        operand = new Expr.Unary(span, Operators.prefix(first.getType()), operand);
      }
    }
    return operand;
  }

  private Expr postfix(KernelC.PostfixContext context) {
    Expr result = primary((KernelC.PrimaryContext) context.getChild(0));
    int start = TreeSource.start(context);
    for (int i = 1; i < context.getChildCount(); i++) {
      KernelC.PostfixOperatorContext operator =
          (KernelC.PostfixOperatorContext) context.getChild(i);
      Span span = new Span(start, TreeSource.end(operator));
      switch (operator.getStart().getType()) {
        case KernelC.LPAREN -> result = call(span, result, arguments(operator.arguments()));
        case KernelC.LBRACKET ->
            result = new Expr.Index(span, result, expression(operator.expression()));
        case KernelC.INCREMENT, KernelC.DECREMENT -> {
          boolean increment = operator.getStart().getType() == KernelC.INCREMENT;
          result = new Expr.Postfix(span, increment, result);
        }
        default -> {
          boolean arrow = operator.getStart().getType() == KernelC.ARROW;
          Token field = operator.getStop();
          result = new Expr.Member(span, result, arrow, source.word(field), TreeSource.span(field));
        }
      }
    }
    return result;
  }

  private static Expr call(Span span, Expr callee, List<Expr> arguments) {
    if (callee instanceof Expr.Name name && TYPE_BUILTINS.contains(name.text())) {
      return new Expr.TypeOperator(span, name.text(), arguments);
    }
    return new Expr.Call(span, callee, arguments);
  }

  private Expr primary(KernelC.PrimaryContext context) {
    Token first = context.getStart();
    Span span = TreeSource.span(context);
    switch (first.getType()) {
      case KernelC.IDENTIFIER -> {
        return source.name(first);
      }
      case KernelC.NUMBER -> {
        return new Expr.Literal(span, Expr.Literal.Kind.NUMBER, source.word(first));
      }
      case KernelC.CHARACTER -> {
        return new Expr.Literal(span, Expr.Literal.Kind.CHARACTER, source.word(first));
      }
      case KernelC.LPAREN -> {
        return expression(context.expression());
      }
      case KernelC.STATEMENT_LPAREN -> {
        return new Expr.StatementExpr(span, statements.block(context.block()));
      }
      case KernelC.COMPOUND_LPAREN -> {
        return new Expr.CompoundLiteral(
            span, types.typeName(context.typeName()), initializerList(context.initializerList()));
      }
      case KernelC.TYPE_LPAREN -> {
        TypeName type = types.typeName(context.typeName());
        return new Expr.TypeArgument(type.span(), type);
      }
      case KernelC.GENERIC -> {
        return generic(context.generic());
      }
      case KernelC.OPAQUE -> {
        return opaque(span);
      }
      default -> {
        return string(context.string());
      }
    }
  }

  /** What is opaque but holds calls keeps them, as unread statements. */
  private Expr opaque(Span span) {
    List<Expr.Name> called = source.calledNames(span);
    if (called.isEmpty()) {
      return new Expr.Opaque(span, source.text(span));
    }
    return new Expr.StatementArgument(span, List.of(new Stmt.Unread(span, called)));
  }

  private Expr string(KernelC.StringContext context) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < context.getChildCount(); i++) {
      int kind = TreeSource.kind(context.getChild(i));
      if (kind == KernelC.STRING || kind == KernelC.STRING_NAME || kind == KernelC.STRING_CALL) {
        if (text.length() > 0) {
          text.append(' ');
        }
        text.append(source.word(TreeSource.token(context.getChild(i))));
      }
    }
    return new Expr.Literal(TreeSource.span(context), Expr.Literal.Kind.STRING, text.toString());
  }

  private Expr generic(KernelC.GenericContext context) {
    List<Expr.Generic.Association> associations = new ArrayList<>();
    for (KernelC.AssociationContext association : context.association()) {
      associations.add(
          new Expr.Generic.Association(
              Optional.ofNullable(association.typeName()).map(types::typeName),
              assignment(association.assignment())));
    }
    return new Expr.Generic(
        TreeSource.span(context), assignment(context.assignment()), List.copyOf(associations));
  }

  List<Expr> arguments(KernelC.ArgumentsContext context) {
    if (context.getChildCount() == 0) {
      return List.of();
    }
    List<Expr> arguments = new ArrayList<>(context.getChildCount() / 2 + 1);
    for (int i = 0; i < context.getChildCount(); i += 2) {
      arguments.add(argument((KernelC.ArgumentContext) context.getChild(i)));
    }
    return List.copyOf(arguments);
  }

  private Expr argument(KernelC.ArgumentContext context) {
    ParseTree first = context.getChild(0);
    if (first instanceof KernelC.AssignmentContext assignment) {
      return assignment(assignment);
    }
    if (first instanceof KernelC.InitializerListContext list) {
      return initializerList(list);
    }
    Span span = TreeSource.span(context);
    switch (context.getStart().getType()) {
      case KernelC.STATEMENT_ARGUMENT -> {
        return new Expr.StatementArgument(span, statements.items(context.children));
      }
      case KernelC.TYPE_ARGUMENT -> {
        return typeArgument(context, span);
      }
      default -> {
        Expr.InitList.Entry entry =
            new Expr.InitList.Entry(
                designators(context.children), initializer(context.initializer()));
        return new Expr.InitList(span, List.of(entry));
      }
    }
  }

  /** {@code u32 x = 5} as an argument declares; a type without initialiser is just a type. */
  private Expr typeArgument(KernelC.ArgumentContext context, Span span) {
    if (context.initializer() == null) {
      return new Expr.TypeArgument(span, types.typeName(context.typeName()));
    }
    Expr value = initializer(context.initializer());
    return new Expr.StatementArgument(
        span, List.of(types.declareOne(span, context.typeName(), Optional.of(value))));
  }

  Expr initializer(KernelC.InitializerContext context) {
    ParseTree first = context.getChild(0);
    return first instanceof KernelC.InitializerListContext list
        ? initializerList(list)
        : assignment((KernelC.AssignmentContext) first);
  }

  Expr.InitList initializerList(KernelC.InitializerListContext context) {
    List<Expr.InitList.Entry> entries = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof KernelC.InitializerEntryContext entry) {
        entries.add(entry(entry));
      }
    }
    return new Expr.InitList(TreeSource.span(context), List.copyOf(entries));
  }

  private Expr.InitList.Entry entry(KernelC.InitializerEntryContext context) {
    if (context.typeName() != null) {
      Span span = TreeSource.span(context);
      return new Expr.InitList.Entry(
          List.of(), new Expr.TypeArgument(span, types.typeName(context.typeName())));
    }
    Expr value = initializer(context.initializer());
    Token first = context.getStart();
    if (first.getType() == KernelC.LABEL_NAME) {
      Expr.InitList.Designator field =
          new Expr.InitList.Designator.Field(TreeSource.span(first), source.word(first));
      return new Expr.InitList.Entry(List.of(field), value);
    }
    return new Expr.InitList.Entry(designators(context.children), value);
  }

  private List<Expr.InitList.Designator> designators(List<ParseTree> children) {
    List<Expr.InitList.Designator> designators = new ArrayList<>();
    for (ParseTree child : children) {
      if (child instanceof KernelC.DesignatorContext designator) {
        designators.add(designator(designator));
      }
    }
    return List.copyOf(designators);
  }

  private Expr.InitList.Designator designator(KernelC.DesignatorContext context) {
    if (context.getStart().getType() == KernelC.DOT) {
      Token name = context.getStop();
      return new Expr.InitList.Designator.Field(TreeSource.span(name), source.word(name));
    }
    List<KernelC.ConditionalContext> bounds = context.conditional();
    return new Expr.InitList.Designator.Element(
        conditional(bounds.get(0)),
        bounds.size() > 1 ? Optional.of(conditional(bounds.get(1))) : Optional.empty());
  }
}
