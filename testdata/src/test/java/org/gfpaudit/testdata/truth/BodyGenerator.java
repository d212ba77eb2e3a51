package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gfpaudit.testdata.truth.Call.Argument;
import org.gfpaudit.testdata.truth.Dice.Weighted;
import org.gfpaudit.testdata.truth.Function.Kind;
import org.gfpaudit.testdata.truth.Function.Parameter;
import org.gfpaudit.testdata.truth.Function.Result;
import org.gfpaudit.testdata.truth.Statement.Operator;
import org.gfpaudit.testdata.truth.Statement.Scope;

/** A random body around one statement that leads to the sink. */
final class BodyGenerator {
  private final Dice dice;
  private final Names names;
  private final HelperGenerator helpers;
  private final ExprGenerator exprs;
  private final Result result;
  private final List<Statement> declarations = new ArrayList<>();
  private final List<String> heldBy = new ArrayList<>();
  private final List<Scope> held = new ArrayList<>();
  private int counters;

  BodyGenerator(Dice dice, List<Parameter> parameters, Result result, HelperGenerator helpers) {
    this.dice = dice;
    this.names = new Names(parameters);
    this.helpers = helpers;
    this.result = result;
    this.exprs = new ExprGenerator(dice, names, helpers);
  }

  ExprGenerator exprs() {
    return exprs;
  }

  Names names() {
    return names;
  }

  /**
   * Makes local variables. Call it once, before what leads to the sink is made.
   *
   * @param needsStruct whether a local struct must be among them
   */
  void declare(boolean needsStruct) {
    declareMask("m");
    if (dice.percent(40)) {
      declareMask("n");
    }
    if (needsStruct || dice.may(Feature.FIELDS, 25)) {
      String name = "local";
      declarations.add(
          new Statement.DeclareStruct(
              name,
              dice.one(
                  Statement.Initialiser.NAMED,
                  Statement.Initialiser.NAMED,
                  Statement.Initialiser.POSITIONAL,
                  Statement.Initialiser.EMPTY),
              exprs.firstMask()));
      names.localStructs.add(name);
      names.masks.add(new Place.Field(name));
    }
    if (dice.may(Feature.CONSTANTS, 20)) {
      declarations.add(new Statement.DeclareNumber("n0", false, dice.below(3)));
      names.numbers.add("n0");
    }
  }

  /** Declares a pointer to a function. */
  void point(String name, String function) {
    declarations.add(
        new Statement.DeclarePointer(name, new Condition.Literal(true), function, function));
  }

  private void declareMask(String name) {
    declarations.add(
        dice.percent(98)
            ? new Statement.DeclareMask(name, exprs.firstMask())
            : new Statement.DeclareUnset(name));
    names.localMasks.add(name);
    names.masks.add(new Place.Variable(name));
  }

  /**
   * The body.
   *
   * @param key leads to the sink
   */
  List<Statement> around(Statement key) {
    List<Statement> body = new ArrayList<>();
    boolean hasLabel = dice.percent(20);
    String label = hasLabel ? "out" : "";
    statements(body, 0, label, 1 + dice.below(4));
    boolean isBefore = dice.percent(50);
    if (hasLabel && isBefore) {
      body.add(new Statement.Label("out"));
    }
    body.add(wrapped(key));
    if (hasLabel && !isBefore) {
      body.add(new Statement.Label("out"));
    }
    for (int i = held.size() - 1; i >= 0; i--) {
      if (!dice.may(Feature.HALF_SCOPES, 20)) {
        body.add(close(held.get(i), heldBy.get(i)));
      }
    }
    if (result == Result.NUMBER || (hasLabel && !isBefore)) {
      body.add(new Statement.Return());
    }
    List<Statement> whole = new ArrayList<>(declarations);
    whole.addAll(body);
    return whole;
  }

  private Statement wrapped(Statement key) {
    List<Weighted<Statement>> options = new ArrayList<>();
    options.add(new Weighted<>(70, () -> key));
    options.add(
        new Weighted<>(10, () -> new Statement.If(exprs.condition(0), List.of(key), List.of())));
    options.add(
        new Weighted<>(
            5,
            () ->
                new Statement.If(
                    exprs.condition(0), List.of(new Statement.Return()), List.of(key))));
    if (dice.may(Feature.LOOPS)) {
      Statement.Form form = dice.one(Statement.Form.WHILE, Statement.Form.DO);
      options.add(
          new Weighted<>(5, () -> new Statement.Loop(form, new Condition.Open(), withSome(key))));
    }
    if (dice.may(Feature.CONFIGURATIONS)) {
      options.add(
          new Weighted<>(5, () -> new Statement.Ifdef(exprs.symbol(), List.of(key), List.of())));
    }
    return dice.weighted(options);
  }

  private List<Statement> withSome(Statement key) {
    List<Statement> body = new ArrayList<>(List.of(key));
    statements(body, 1, "", 1);
    return body;
  }

  private void statements(List<Statement> into, int depth, String label, int count) {
    for (int i = 0; i < count; i++) {
      into.addAll(some(depth, label));
    }
  }

  private List<Statement> block(int depth, String label) {
    List<Statement> block = new ArrayList<>();
    statements(block, depth + 1, label, dice.percent(75) ? 1 : 2);
    return block;
  }

  /** A few statements that belong together. */
  private List<Statement> some(int depth, String label) {
    List<Weighted<List<Statement>>> options = new ArrayList<>();
    options.add(new Weighted<>(40, () -> List.of(assign())));
    options.add(new Weighted<>(5, () -> leave(label)));
    options.add(
        new Weighted<>(1, () -> List.of(new Statement.Constrain(exprs.mapping(), exprs.mask(1)))));
    add(options, Feature.HELPERS, 10, this::fill);
    add(options, Feature.DEATH, 4, this::die);
    add(options, Feature.UNSEEN_CODE, 2, this::handOut);
    if (depth < 2) {
      options.add(new Weighted<>(25, () -> List.of(branch(depth, label))));
      add(options, Feature.CONFIGURATIONS, 8, () -> lines(depth, label));
      add(options, Feature.LOOPS, 6, () -> loop(depth));
      if (!names.numbers.isEmpty() || !names.truths.isEmpty()) {
        add(options, Feature.SWITCHES, 10, () -> choice(depth, label));
      }
    }
    if (depth == 0 && dice.may(Feature.SCOPES)) {
      options.add(new Weighted<>(12, this::scope));
    }
    if (!held.isEmpty()) {
      add(options, Feature.HALF_SCOPES, 5, () -> close(dice.one(held), dice.one(heldBy)));
    }
    if (!names.numbers.isEmpty()) {
      add(
          options,
          Feature.CONSTANTS,
          3,
          () -> new Statement.SetNumber(dice.one(names.numbers), dice.below(3)));
    }
    if (!names.localStructs.isEmpty() && !names.structPointers.isEmpty()) {
      add(
          options,
          Feature.FIELDS,
          8,
          () -> new Statement.CopyStruct(names.localStructs.get(0), names.structPointers.get(0)));
    }
    return dice.weighted(options);
  }

  private void add(
      List<Weighted<List<Statement>>> options,
      Feature feature,
      int weight,
      Supplier<Statement> make) {
    if (dice.may(feature)) {
      options.add(new Weighted<>(weight, () -> List.of(make.get())));
    }
  }

  private Statement handOut() {
    return new Statement.HandOut(new Place.Variable(dice.one(names.localMasks)));
  }

  private Statement branch(int depth, String label) {
    return new Statement.If(
        exprs.condition(0),
        block(depth, label),
        dice.percent(35) ? block(depth, label) : List.of());
  }

  private Statement lines(int depth, String label) {
    return new Statement.Ifdef(
        exprs.symbol(), block(depth, label), dice.percent(40) ? block(depth, label) : List.of());
  }

  private Statement assign() {
    Place to = dice.one(names.masks);
    int kind = dice.below(10);
    if (kind < 6) {
      Operator operator =
          dice.may(Feature.MACROS, 20)
              ? dice.one(Operator.SET_BY_MACRO, Operator.SET_BY_MACRO, Operator.WRITE_ONCE)
              : Operator.SET;
      return new Statement.Assign(to, operator, exprs.mask(0));
    } else if (kind < 8) {
      Operator operator = dice.may(Feature.MACROS, 30) ? Operator.ADD_BY_MACRO : Operator.ADD;
      return new Statement.Assign(to, operator, new Expr.Constant(exprs.bit()));
    } else if (kind == 8) {
      return new Statement.Assign(to, Operator.KEEP, exprs.mask(1));
    }
    return new Statement.Assign(to, Operator.CLEAR, new Expr.Constant(exprs.bit()));
  }

  private Statement fill() {
    if (!names.localStructs.isEmpty() && dice.percent(60)) {
      return helpers.fillCall(
          new Argument.StructAddress(names.localStructs.get(0)), Kind.STRUCT_POINTER, exprs, names);
    }
    if (!names.structPointers.isEmpty() && dice.percent(50)) {
      return helpers.fillCall(
          new Argument.Name(names.structPointers.get(0)), Kind.STRUCT_POINTER, exprs, names);
    }
    Place place =
        !names.localStructs.isEmpty() && dice.percent(40)
            ? new Place.Field(names.localStructs.get(0))
            : new Place.Variable(dice.one(names.localMasks));
    return helpers.fillCall(new Argument.Address(place), Kind.MASK_POINTER, exprs, names);
  }

  private List<Statement> leave(String label) {
    List<Statement> way = new ArrayList<>();
    if (dice.percent(50)) {
      way.add(assign());
    }
    way.add(
        !label.isEmpty() && dice.percent(60) ? new Statement.Goto(label) : new Statement.Return());
    return List.of(new Statement.If(exprs.condition(0), way, List.of()));
  }

  private Statement die() {
    Statement end =
        dice.percent(40)
            ? helpers.dieCall()
            : new Statement.Die(dice.one(Statement.Death.BUG, Statement.Death.PANIC));
    return new Statement.If(
        exprs.condition(0), dice.percent(50) ? List.of(assign(), end) : List.of(end), List.of());
  }

  private Statement loop(int depth) {
    List<Statement> body = new ArrayList<>();
    statements(body, depth + 1, "", 1);
    Statement stop = dice.percent(75) ? new Statement.Break() : new Statement.Continue();
    boolean isForever = dice.percent(25);
    if (isForever || dice.percent(35)) {
      Statement leave =
          new Statement.If(
              exprs.condition(0), List.of(isForever ? new Statement.Break() : stop), List.of());
      body.add(dice.below(body.size() + 1), leave);
    }
    if (isForever) {
      return new Statement.Loop(Statement.Form.FOREVER, new Condition.Literal(true), body);
    }
    if (dice.may(Feature.CONSTANTS, 40)) {
      String counter = "i" + counters++;
      declarations.add(new Statement.DeclareNumber(counter, false, 0));
      return new Statement.Turns(counter, 1 + dice.below(2), body);
    }
    return new Statement.Loop(
        dice.one(Statement.Form.WHILE, Statement.Form.DO),
        dice.may(Feature.CONSTANTS, 20) ? new Condition.Literal(false) : new Condition.Open(),
        body);
  }

  private Statement choice(int depth, String label) {
    boolean isTruth = names.numbers.isEmpty() || (!names.truths.isEmpty() && dice.percent(40));
    int labels = isTruth ? 2 : 1 + dice.below(3);
    boolean hasDefault = dice.percent(50);
    List<Statement.Case> cases = new ArrayList<>();
    for (int i = 0; i < labels + (hasDefault ? 1 : 0); i++) {
      cases.add(
          new Statement.Case(
              dice.percent(70) ? List.of(assign()) : block(depth + 1, label), dice.percent(20)));
    }
    return new Statement.Switch(
        isTruth ? dice.one(names.truths) : dice.one(names.numbers), cases, hasDefault);
  }

  private List<Statement> scope() {
    Scope scope = dice.percent(75) ? Scope.NOFS : Scope.NOIO;
    String cookie = "c" + held.size();
    declarations.add(new Statement.DeclareNumber(cookie, true, 0));
    held.add(scope);
    heldBy.add(cookie);
    names.cookies.add(cookie);
    if (dice.percent(20)) {
      return List.of(helpers.openCall(scope, cookie));
    }
    Statement always = new Statement.Save(scope, cookie, new Condition.Literal(true));
    if (!dice.may(Feature.HALF_SCOPES, 50)) {
      return List.of(always);
    }
    return List.of(
        dice.percent(50)
            ? new Statement.Save(scope, cookie, exprs.condition(0))
            : new Statement.If(exprs.condition(0), List.of(always), List.of()));
  }

  private Statement close(Scope scope, String cookie) {
    Statement close =
        dice.percent(20) ? helpers.closeCall(scope, cookie) : new Statement.Restore(scope, cookie);
    if (dice.may(Feature.HALF_SCOPES, 20)) {
      Condition when = dice.percent(50) ? new Condition.Set(cookie) : exprs.condition(0);
      return new Statement.If(when, List.of(close), List.of());
    }
    return close;
  }
}
