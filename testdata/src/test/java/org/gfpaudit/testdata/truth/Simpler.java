package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The expressions, conditions and statements that are simpler than a given one by one step. */
final class Simpler {
  private Simpler() {}

  static List<Condition> conditions(Condition condition) {
    List<Condition> simpler = new ArrayList<>();
    if (!(condition instanceof Condition.Open)) {
      simpler.add(new Condition.Open());
    }
    if (condition instanceof Condition.Not not) {
      simpler.add(not.of());
    } else if (condition instanceof Condition.Both both) {
      simpler.addAll(List.of(both.left(), both.right()));
    } else if (condition instanceof Condition.Either either) {
      simpler.addAll(List.of(either.left(), either.right()));
    }
    return simpler;
  }

  static List<Expr> masks(Expr mask) {
    if (mask instanceof Expr.Constant constant) {
      return constant.gfp() == Gfp.GFP_KERNEL
          ? List.of()
          : List.of(new Expr.Constant(Gfp.GFP_KERNEL));
    }
    List<Expr> simpler = new ArrayList<>();
    if (mask instanceof Expr.Or or) {
      simpler.addAll(List.of(or.left(), or.right()));
      masks(or.left()).forEach(left -> simpler.add(new Expr.Or(left, or.right())));
      masks(or.right()).forEach(right -> simpler.add(new Expr.Or(or.left(), right)));
    } else if (mask instanceof Expr.And and) {
      simpler.addAll(List.of(and.left(), and.right()));
      masks(and.left()).forEach(left -> simpler.add(new Expr.And(left, and.right())));
      masks(and.right()).forEach(right -> simpler.add(new Expr.And(and.left(), right)));
    } else if (mask instanceof Expr.Without without) {
      simpler.add(without.from());
      masks(without.from()).forEach(from -> simpler.add(new Expr.Without(from, without.bits())));
    } else if (mask instanceof Expr.Choice choice) {
      simpler.addAll(List.of(choice.yes(), choice.no()));
      conditions(choice.condition())
          .forEach(c -> simpler.add(new Expr.Choice(c, choice.yes(), choice.no())));
    } else if (mask instanceof Expr.Constraint of) {
      simpler.add(of.wish());
      simpler.add(new Expr.OfMapping(Expr.Asked.MASK, of.mapping()));
      masks(of.wish()).forEach(wish -> simpler.add(new Expr.Constraint(of.mapping(), wish)));
    } else if (mask instanceof Expr.OfMapping of && of.how() != Expr.Asked.MASK) {
      simpler.add(new Expr.OfMapping(Expr.Asked.MASK, of.mapping()));
    } else if (mask instanceof Expr.Result result) {
      for (Call.Argument argument : result.call().arguments()) {
        if (argument instanceof Call.Argument.Mask handed) {
          simpler.add(handed.value());
        }
      }
      calls(result.call()).forEach(call -> simpler.add(new Expr.Result(call)));
    }
    simpler.add(new Expr.Constant(Gfp.GFP_KERNEL));
    return simpler;
  }

  private static List<Call> calls(Call call) {
    List<Call> simpler = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.arguments().get(i) instanceof Call.Argument.Mask mask) {
        for (Expr value : masks(mask.value())) {
          List<Call.Argument> arguments = new ArrayList<>(call.arguments());
          arguments.set(i, new Call.Argument.Mask(value));
          simpler.add(new Call(call.callee(), arguments));
        }
      }
    }
    return simpler;
  }

  /** Each way to make a list simpler by one step: without a statement, or with a simpler one. */
  static List<List<Statement>> lists(List<Statement> statements) {
    List<List<Statement>> simpler = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      for (List<Statement> other : replacements(statements.get(i))) {
        List<Statement> list = new ArrayList<>(statements.subList(0, i));
        list.addAll(other);
        list.addAll(statements.subList(i + 1, statements.size()));
        simpler.add(list);
      }
    }
    return simpler;
  }

  private static List<List<Statement>> replacements(Statement statement) {
    List<List<Statement>> simpler = new ArrayList<>();
    simpler.add(List.of());
    simpler.addAll(StatementWalk.blocks(statement));
    Stream.concat(inside(statement).stream(), simple(statement).stream())
        .forEach(other -> simpler.add(List.of(other)));
    return simpler;
  }

  /** Simpler blocks and conditions of statements that hold others. */
  private static List<Statement> inside(Statement statement) {
    List<Statement> simpler = new ArrayList<>();
    if (statement instanceof Statement.If branch) {
      conditions(branch.condition())
          .forEach(c -> simpler.add(new Statement.If(c, branch.yes(), branch.no())));
      lists(branch.yes())
          .forEach(yes -> simpler.add(new Statement.If(branch.condition(), yes, branch.no())));
      lists(branch.no())
          .forEach(no -> simpler.add(new Statement.If(branch.condition(), branch.yes(), no)));
    } else if (statement instanceof Statement.Ifdef lines) {
      simpler.add(new Statement.If(new Condition.Open(), lines.yes(), lines.no()));
      lists(lines.yes())
          .forEach(yes -> simpler.add(new Statement.Ifdef(lines.symbol(), yes, lines.no())));
      lists(lines.no())
          .forEach(no -> simpler.add(new Statement.Ifdef(lines.symbol(), lines.yes(), no)));
    } else if (statement instanceof Statement.Loop loop) {
      lists(loop.body())
          .forEach(body -> simpler.add(new Statement.Loop(loop.form(), loop.condition(), body)));
    } else if (statement instanceof Statement.Turns loop) {
      lists(loop.body())
          .forEach(body -> simpler.add(new Statement.Turns(loop.counter(), loop.turns(), body)));
    } else if (statement instanceof Statement.Switch choice) {
      choices(choice, simpler);
    }
    return simpler;
  }

  private static void choices(Statement.Switch choice, List<Statement> simpler) {
    if (choice.cases().size() > 1) {
      int last = choice.cases().size() - 1;
      simpler.add(new Statement.Switch(choice.name(), choice.cases().subList(0, last), false));
    }
    for (int i = 0; i < choice.cases().size(); i++) {
      Statement.Case old = choice.cases().get(i);
      List<Statement.Case> others = new ArrayList<>();
      lists(old.body()).forEach(body -> others.add(new Statement.Case(body, old.fallsThrough())));
      if (old.fallsThrough()) {
        others.add(new Statement.Case(old.body(), false));
      }
      for (Statement.Case other : others) {
        List<Statement.Case> cases = new ArrayList<>(choice.cases());
        cases.set(i, other);
        simpler.add(new Statement.Switch(choice.name(), cases, choice.hasDefault()));
      }
    }
  }

  private static List<Statement> simple(Statement statement) {
    List<Statement> simpler = new ArrayList<>();
    if (statement instanceof Statement.DeclareMask mask) {
      masks(mask.value()).forEach(m -> simpler.add(new Statement.DeclareMask(mask.name(), m)));
    } else if (statement instanceof Statement.DeclareStruct struct) {
      masks(struct.value())
          .forEach(m -> simpler.add(new Statement.DeclareStruct(struct.name(), struct.form(), m)));
    } else if (statement instanceof Statement.Assign assign) {
      masks(assign.value())
          .forEach(m -> simpler.add(new Statement.Assign(assign.to(), assign.operator(), m)));
      if (assign.operator() != Statement.Operator.SET) {
        simpler.add(new Statement.Assign(assign.to(), Statement.Operator.SET, assign.value()));
      }
    } else if (statement instanceof Statement.ReturnMask result) {
      masks(result.value()).forEach(m -> simpler.add(new Statement.ReturnMask(m)));
    } else if (statement instanceof Statement.Sink sink) {
      masks(sink.mask()).forEach(m -> simpler.add(new Statement.Sink(sink.mapping(), m)));
    } else if (statement instanceof Statement.Save save) {
      conditions(save.condition())
          .forEach(c -> simpler.add(new Statement.Save(save.scope(), save.cookie(), c)));
      if (!save.condition().equals(new Condition.Literal(true))) {
        simpler.add(new Statement.Save(save.scope(), save.cookie(), new Condition.Literal(true)));
      }
    } else if (statement instanceof Statement.Invoke invoke) {
      calls(invoke.call())
          .forEach(call -> simpler.add(new Statement.Invoke(call, invoke.result())));
    }
    return simpler;
  }
}
