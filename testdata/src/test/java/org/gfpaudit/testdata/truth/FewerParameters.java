package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;

/** A program in which a function has a parameter less, and calls of it an argument. */
final class FewerParameters {
  private final String function;
  private final int at;

  private FewerParameters(String function, int at) {
    this.function = function;
    this.at = at;
  }

  static SmallProgram of(SmallProgram program, String function, int at) {
    FewerParameters change = new FewerParameters(function, at);
    return program.withFunctions(program.functions().stream().map(change::of).toList());
  }

  private Function of(Function old) {
    return new Function(
        old.name(),
        old.result(),
        old.name().equals(function) ? without(old.parameters()) : old.parameters(),
        old.file(),
        list(old.body()));
  }

  private <T> List<T> without(List<T> list) {
    List<T> shorter = new ArrayList<>(list);
    shorter.remove(at);
    return shorter;
  }

  private List<Statement> list(List<Statement> statements) {
    return statements.stream().map(this::statement).toList();
  }

  private Statement statement(Statement old) {
    if (old instanceof Statement.If branch) {
      return new Statement.If(branch.condition(), list(branch.yes()), list(branch.no()));
    } else if (old instanceof Statement.Ifdef lines) {
      return new Statement.Ifdef(lines.symbol(), list(lines.yes()), list(lines.no()));
    } else if (old instanceof Statement.Loop loop) {
      return new Statement.Loop(loop.form(), loop.condition(), list(loop.body()));
    } else if (old instanceof Statement.Turns loop) {
      return new Statement.Turns(loop.counter(), loop.turns(), list(loop.body()));
    } else if (old instanceof Statement.Switch choice) {
      return new Statement.Switch(
          choice.name(),
          choice.cases().stream()
              .map(one -> new Statement.Case(list(one.body()), one.fallsThrough()))
              .toList(),
          choice.hasDefault());
    } else if (old instanceof Statement.Invoke invoke) {
      return new Statement.Invoke(call(invoke.call()), invoke.result());
    } else if (old instanceof Statement.DeclareMask mask) {
      return new Statement.DeclareMask(mask.name(), mask(mask.value()));
    } else if (old instanceof Statement.Assign assign) {
      return new Statement.Assign(assign.to(), assign.operator(), mask(assign.value()));
    } else if (old instanceof Statement.Sink sink) {
      return new Statement.Sink(sink.mapping(), mask(sink.mask()));
    }
    return old;
  }

  /** Calls deep inside other expressions stay as they are, and the program without meaning. */
  private Expr mask(Expr old) {
    return old instanceof Expr.Result result ? new Expr.Result(call(result.call())) : old;
  }

  private Call call(Call old) {
    return old.callee().equals(new Call.Callee.Direct(function))
        ? new Call(old.callee(), without(old.arguments()))
        : old;
  }
}
