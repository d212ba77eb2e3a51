package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.testdata.truth.Call.Argument;
import org.gfpaudit.testdata.truth.Call.Callee;
import org.gfpaudit.testdata.truth.Function.Kind;
import org.gfpaudit.testdata.truth.Function.Parameter;
import org.gfpaudit.testdata.truth.Function.Result;
import org.gfpaudit.testdata.truth.Statement.Operator;
import org.gfpaudit.testdata.truth.Statement.Scope;

/**
 * Small functions beside the chain to the sink: they return masks, fill what they are handed, open
 * scopes.
 */
final class HelperGenerator {
  private final Dice dice;
  private final List<Function> functions;
  private final int file;

  /**
   * @param functions takes the helpers
   * @param file that they stand in
   */
  HelperGenerator(Dice dice, List<Function> functions, int file) {
    this.dice = dice;
    this.functions = functions;
    this.file = file;
  }

  private String add(String word, Result result, List<Kind> kinds, List<Statement> body) {
    String name = word + functions.size();
    functions.add(new Function(name, result, Names.parameters(kinds), file, body));
    return name;
  }

  private static Call call(String name, Argument... arguments) {
    return new Call(new Callee.Direct(name), List.of(arguments));
  }

  private static Statement branch(Condition condition, Statement yes) {
    return new Statement.If(condition, List.of(yes), List.of());
  }

  /** A call of a function that returns a mask. */
  Call maskCall(ExprGenerator caller, Names names) {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.MAPPING));
    if (dice.percent(50)) {
      kinds.add(Kind.MASK);
    }
    if (dice.may(Feature.FLAGS, 40)) {
      kinds.add(Kind.TRUTH);
    }
    List<Parameter> parameters = Names.parameters(kinds);
    ExprGenerator inside = new ExprGenerator(dice, new Names(parameters), this);
    List<Statement> body = new ArrayList<>();
    if (dice.percent(50)) {
      body.add(branch(inside.condition(0), new Statement.ReturnMask(inside.mask(2))));
    }
    if (dice.may(Feature.DEATH, 10)) {
      body.add(branch(inside.condition(0), new Statement.Die(Statement.Death.BUG)));
    }
    body.add(new Statement.ReturnMask(inside.mask(2)));
    String name = add("mask", Result.MASK, kinds, body);
    return new Call(new Callee.Direct(name), arguments(parameters, caller, names));
  }

  /** What a caller hands in for simple parameters. */
  List<Argument> arguments(List<Parameter> parameters, ExprGenerator caller, Names names) {
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : parameters) {
      arguments.add(
          switch (parameter.kind()) {
            case MAPPING ->
                new Argument.Name(
                    parameter.name().equals("mapping")
                        ? caller.mapping()
                        : dice.one(names.mappings));
            case MASK -> new Argument.Mask(caller.mask(1));
            case TRUTH -> number(names.truths, 2);
            case NUMBER -> number(names.numbers, 3);
            default -> throw new AssertionError(parameter);
          });
    }
    return arguments;
  }

  private Argument number(List<String> known, int values) {
    return known.isEmpty() || dice.may(Feature.CONSTANTS, 40)
        ? new Argument.Constant(dice.below(values))
        : new Argument.Name(dice.one(known));
  }

  /** A call that changes the mask at an address. */
  Statement fillCall(Argument address, Kind kind, ExprGenerator caller, Names names) {
    List<Kind> kinds = new ArrayList<>(List.of(kind, Kind.MAPPING));
    if (dice.percent(60)) {
      kinds.add(Kind.MASK);
    }
    List<Parameter> parameters = Names.parameters(kinds);
    Names own = new Names(parameters);
    ExprGenerator inside = new ExprGenerator(dice, own, this);
    Statement write = new Statement.Assign(own.masks.get(0), operator(), inside.mask(2));
    List<Statement> body = new ArrayList<>();
    if (dice.percent(25)) {
      body.add(branch(inside.condition(0), new Statement.Return()));
    }
    body.add(dice.percent(30) ? branch(inside.condition(0), write) : write);
    String name = add("fill", Result.NOTHING, kinds, body);
    List<Argument> arguments = new ArrayList<>(List.of(address));
    arguments.addAll(arguments(parameters.subList(1, parameters.size()), caller, names));
    return new Statement.Invoke(new Call(new Callee.Direct(name), arguments), "");
  }

  private Operator operator() {
    return dice.may(Feature.MACROS, 25)
        ? dice.one(Operator.SET_BY_MACRO, Operator.ADD_BY_MACRO)
        : dice.one(Operator.SET, Operator.SET, Operator.SET, Operator.ADD, Operator.KEEP);
  }

  /** A call that never returns. */
  Statement dieCall() {
    List<Statement> body =
        List.of(new Statement.Die(dice.one(Statement.Death.BUG, Statement.Death.PANIC)));
    return new Statement.Invoke(call(add("die", Result.NOTHING, List.of(), body)), "");
  }

  /** A call that opens a scope and returns what was saved. */
  Statement openCall(Scope scope, String cookie) {
    List<Statement> body = new ArrayList<>();
    body.add(new Statement.DeclareNumber("old", true, 0));
    body.add(
        new Statement.Save(
            scope,
            "old",
            dice.may(Feature.HALF_SCOPES, 20)
                ? new Condition.Open()
                : new Condition.Literal(true)));
    body.add(new Statement.ReturnName("old"));
    return new Statement.Invoke(call(add("enter", Result.COOKIE, List.of(), body)), cookie);
  }

  /** A call that closes a scope, always or sometimes. */
  Statement closeCall(Scope scope, String cookie) {
    Statement restore = new Statement.Restore(scope, "cookie");
    List<Statement> body =
        List.of(
            dice.may(Feature.HALF_SCOPES, 20) ? branch(new Condition.Open(), restore) : restore);
    String name = add("leave", Result.NOTHING, List.of(Kind.COOKIE), body);
    return new Statement.Invoke(call(name, new Argument.Name(cookie)), "");
  }

  /** A function that calls what it is handed. */
  String runner() {
    Statement run =
        new Statement.Invoke(
            new Call(
                new Callee.Pointer("put"),
                List.of(
                    new Argument.Name("mapping"),
                    new Argument.Mask(new Expr.Read(new Place.Variable("gfp"))))),
            "");
    return add(
        "run", Result.NOTHING, List.of(Kind.FUNCTION, Kind.MAPPING, Kind.MASK), List.of(run));
  }
}
