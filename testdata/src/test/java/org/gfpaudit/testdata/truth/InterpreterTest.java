package org.gfpaudit.testdata.truth;

import static org.gfpaudit.rules.finding.Verdict.DERIVED;
import static org.gfpaudit.rules.finding.Verdict.HARDCODED;
import static org.gfpaudit.rules.finding.Verdict.HARDCODED_NOFS;
import static org.gfpaudit.rules.finding.Verdict.HARDCODED_WEAK;
import static org.gfpaudit.rules.finding.Verdict.PARTIAL;
import static org.gfpaudit.rules.finding.Verdict.PASSTHROUGH;
import static org.gfpaudit.rules.finding.Verdict.RE_ADDED;
import static org.gfpaudit.rules.finding.Verdict.SCOPED;
import static org.gfpaudit.rules.finding.Verdict.UNKNOWN;
import static org.gfpaudit.rules.finding.Verdict.WRONG_MAPPING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.testdata.truth.Function.Kind;
import org.gfpaudit.testdata.truth.Function.Result;
import org.gfpaudit.testdata.truth.Statement.Operator;
import org.gfpaudit.testdata.truth.Statement.Scope;
import org.junit.jupiter.api.Test;

/** Truths that were computed by hand. */
class InterpreterTest {
  private static final Expr KERNEL = new Expr.Constant(Gfp.GFP_KERNEL);
  private static final Expr NOFS = new Expr.Constant(Gfp.GFP_NOFS);
  private static final Expr NOIO = new Expr.Constant(Gfp.GFP_NOIO);
  private static final Expr DERIVED_MASK = new Expr.OfMapping(Expr.Asked.MASK, "mapping");
  private static final Expr M = new Expr.Read(new Place.Variable("m"));
  private static final Statement SINK = new Statement.Sink("mapping", M);
  private static final Condition OPEN = new Condition.Open();
  private static final Condition FLAG = new Condition.Set("flag");
  private static final Statement RETURN = new Statement.Return();

  private static Statement declared(Expr value) {
    return new Statement.DeclareMask("m", value);
  }

  private static Statement set(Expr value) {
    return new Statement.Assign(new Place.Variable("m"), Operator.SET, value);
  }

  private static Statement when(Condition condition, Statement... statements) {
    return new Statement.If(condition, List.of(statements), List.of());
  }

  private static Statement save(Condition condition) {
    return new Statement.Save(Scope.NOFS, "c", condition);
  }

  private static final Statement COOKIE = new Statement.DeclareNumber("c", true, 0);
  private static final Statement SAVE = save(new Condition.Literal(true));
  private static final Statement RESTORE = new Statement.Restore(Scope.NOFS, "c");

  private static Function function(
      String name, Result result, List<Kind> kinds, Statement... body) {
    return new Function(name, result, Names.parameters(kinds), 0, List.of(body));
  }

  private static Function root(Statement... body) {
    return function("root", Result.NOTHING, List.of(Kind.MAPPING, Kind.MAPPING, Kind.TRUTH), body);
  }

  private static SmallProgram program(Function... functions) {
    return new SmallProgram(
        List.of(functions), List.of("root"), Map.of("tuned", Gfp.GFP_NOIO), Map.of());
  }

  private static Set<Verdict> at(Statement statement, Function... functions) {
    RowTruth row = Truth.of(program(functions)).rows().get(statement);
    return row == null ? Set.of() : row.right();
  }

  private static Set<Verdict> sink(Statement... body) {
    return at(SINK, root(body));
  }

  @Test
  void masksOfOneWay() {
    assertEquals(Set.of(HARDCODED), sink(declared(KERNEL), SINK));
    assertEquals(Set.of(HARDCODED_NOFS), sink(declared(NOFS), SINK));
    assertEquals(Set.of(HARDCODED_WEAK), sink(declared(NOIO), SINK));
    assertEquals(Set.of(DERIVED), sink(declared(DERIVED_MASK), SINK));
    assertEquals(Set.of(DERIVED), sink(declared(new Expr.And(KERNEL, DERIVED_MASK)), SINK));
    assertEquals(Set.of(RE_ADDED), sink(declared(new Expr.Or(KERNEL, DERIVED_MASK)), SINK));
    assertEquals(
        Set.of(HARDCODED_NOFS), sink(declared(new Expr.Without(KERNEL, Gfp.__GFP_FS)), SINK));
    assertEquals(
        Set.of(WRONG_MAPPING),
        sink(declared(new Expr.OfMapping(Expr.Asked.READAHEAD, "other")), SINK));
  }

  @Test
  void waysThatMeet() {
    assertEquals(Set.of(PARTIAL), sink(declared(KERNEL), when(OPEN, set(DERIVED_MASK)), SINK));
    assertEquals(Set.of(HARDCODED), sink(declared(KERNEL), when(OPEN, set(NOIO)), SINK));
    assertEquals(
        Set.of(RE_ADDED),
        sink(declared(KERNEL), when(OPEN, set(new Expr.Or(DERIVED_MASK, NOFS))), SINK));
    assertEquals(
        Set.of(DERIVED), sink(declared(DERIVED_MASK), when(OPEN, set(KERNEL), RETURN), SINK));
  }

  @Test
  void whatIsAskedTwiceHasOneAnswer() {
    Statement leave = when(FLAG, RETURN);
    Statement derive = when(new Condition.Not(FLAG), set(DERIVED_MASK));
    assertEquals(Set.of(DERIVED), sink(declared(KERNEL), derive, leave, SINK));
    assertEquals(Set.of(PARTIAL), sink(declared(KERNEL), derive, when(OPEN, RETURN), SINK));
  }

  @Test
  void configurationsAreEnumerated() {
    Statement write = new Statement.Ifdef("A", List.of(set(KERNEL)), List.of());
    // All configurations together, or the worst of them alone: either is an answer.
    assertEquals(Set.of(PARTIAL, HARDCODED), sink(declared(DERIVED_MASK), write, SINK));
    Statement leave = when(new Condition.Enabled("A"), RETURN);
    assertEquals(Set.of(DERIVED), sink(declared(DERIVED_MASK), write, leave, SINK));
  }

  @Test
  void loops() {
    Statement derive = set(DERIVED_MASK);
    Statement turns = new Statement.Turns("i", 2, List.of(derive));
    Statement i = new Statement.DeclareNumber("i", false, 0);
    assertEquals(Set.of(DERIVED), sink(declared(KERNEL), i, turns, SINK));
    assertEquals(Set.of(PARTIAL), sink(declared(KERNEL), loop(Statement.Form.WHILE, derive), SINK));
    assertEquals(Set.of(DERIVED), sink(declared(KERNEL), loop(Statement.Form.DO, derive), SINK));
    Statement leave = when(OPEN, new Statement.Break());
    assertEquals(
        Set.of(DERIVED), sink(declared(KERNEL), loop(Statement.Form.FOREVER, derive, leave), SINK));
    assertEquals(
        Set.of(PARTIAL), sink(declared(KERNEL), loop(Statement.Form.FOREVER, leave, derive), SINK));
    Statement skip = when(OPEN, new Statement.Continue());
    assertEquals(
        Set.of(PARTIAL), sink(declared(KERNEL), loop(Statement.Form.DO, skip, derive), SINK));
  }

  private static Statement loop(Statement.Form form, Statement... body) {
    return new Statement.Loop(form, OPEN, List.of(body));
  }

  @Test
  void switches() {
    Statement.Case derive = new Statement.Case(List.of(set(DERIVED_MASK)), false);
    Statement.Case nothing = new Statement.Case(List.of(), true);
    assertEquals(
        Set.of(DERIVED),
        sink(
            declared(KERNEL), new Statement.Switch("flag", List.of(nothing, derive), false), SINK));
    assertEquals(
        Set.of(PARTIAL),
        sink(declared(KERNEL), new Statement.Switch("flag", List.of(derive), false), SINK));
    assertEquals(
        Set.of(DERIVED),
        sink(declared(KERNEL), new Statement.Switch("flag", List.of(derive, derive), true), SINK));
  }

  @Test
  void jumpsAndEnds() {
    Statement out = new Statement.Label("out");
    Statement jump = when(OPEN, new Statement.Goto("out"));
    assertEquals(Set.of(PARTIAL), sink(declared(KERNEL), jump, set(DERIVED_MASK), out, SINK));
    Statement die = when(OPEN, set(KERNEL), new Statement.Die(Statement.Death.BUG));
    assertEquals(Set.of(DERIVED), sink(declared(DERIVED_MASK), die, SINK));
  }

  @Test
  void scopes() {
    assertEquals(Set.of(SCOPED), sink(COOKIE, declared(KERNEL), SAVE, SINK, RESTORE));
    assertEquals(Set.of(HARDCODED), sink(COOKIE, declared(KERNEL), SAVE, RESTORE, SINK));
    assertEquals(Set.of(HARDCODED), sink(COOKIE, declared(KERNEL), save(OPEN), SINK));
    assertEquals(Set.of(DERIVED), sink(COOKIE, declared(DERIVED_MASK), SAVE, SINK));
    Statement inner = new Statement.DeclareNumber("d", true, 0);
    Statement saveInner = new Statement.Save(Scope.NOFS, "d", new Condition.Literal(true));
    // The outer cookie says that there was no scope, so restoring it first ends both.
    assertEquals(
        Set.of(HARDCODED), sink(COOKIE, inner, declared(KERNEL), SAVE, saveInner, RESTORE, SINK));
    Statement restoreInner = new Statement.Restore(Scope.NOFS, "d");
    assertEquals(
        Set.of(SCOPED), sink(COOKIE, inner, declared(KERNEL), SAVE, saveInner, restoreInner, SINK));
  }

  @Test
  void codeThatIsNotThere() {
    assertEquals(
        Set.of(UNKNOWN),
        sink(declared(DERIVED_MASK), new Statement.HandOut(new Place.Variable("m")), SINK));
  }

  @Test
  void aGlobalHoldsWhateverIsAssignedAnywhere() {
    Expr tuned = new Expr.Read(new Place.Global("tuned"));
    assertEquals(Set.of(HARDCODED_WEAK), sink(declared(tuned), SINK));
    Statement later = new Statement.Assign(new Place.Global("tuned"), Operator.SET, KERNEL);
    assertEquals(Set.of(HARDCODED), sink(declared(tuned), SINK, later));
  }

  private static Statement call(String name, Call.Argument... arguments) {
    return new Statement.Invoke(new Call(new Call.Callee.Direct(name), List.of(arguments)), "");
  }

  private static final Call.Argument MAPPING = new Call.Argument.Name("mapping");

  @Test
  void aParameterBelongsToTheCallers() {
    Statement inside = new Statement.Sink("mapping", new Expr.Read(new Place.Variable("gfp")));
    Function step = function("step", Result.NOTHING, List.of(Kind.MAPPING, Kind.MASK), inside);
    Statement bad = call("step", MAPPING, new Call.Argument.Mask(KERNEL));
    Statement good = call("step", MAPPING, new Call.Argument.Mask(DERIVED_MASK));
    Function root = root(bad, good);
    assertEquals(Set.of(PASSTHROUGH), at(inside, step, root));
    assertEquals(Set.of(HARDCODED), at(bad, step, root));
    assertEquals(Set.of(DERIVED), at(good, step, root));
  }

  @Test
  void aCallerInAScopeCountsOnlyWithAllOthers() {
    Statement inside = new Statement.Sink("mapping", KERNEL);
    Function step = function("step", Result.NOTHING, List.of(Kind.MAPPING), inside);
    Statement call = call("step", MAPPING);
    assertEquals(Set.of(SCOPED), at(inside, step, root(COOKIE, SAVE, call, RESTORE)));
    assertEquals(Set.of(HARDCODED), at(inside, step, root(COOKIE, SAVE, call, RESTORE, call)));
    assertEquals(Set.of(), at(call, step, root(COOKIE, SAVE, call, RESTORE)), "binds no mask");
  }

  @Test
  void helpersFillWhatTheyAreHanded() {
    Function fill =
        function(
            "fill",
            Result.NOTHING,
            List.of(Kind.MASK_POINTER),
            new Statement.Assign(new Place.Pointee("where"), Operator.ADD, NOFS));
    Statement call = call("fill", new Call.Argument.Address(new Place.Variable("m")));
    assertEquals(Set.of(RE_ADDED), at(SINK, fill, root(declared(DERIVED_MASK), call, SINK)));
    Function init =
        function(
            "init",
            Result.NOTHING,
            List.of(Kind.STRUCT_POINTER),
            new Statement.Assign(new Place.Field("walk"), Operator.SET, KERNEL));
    Statement struct =
        new Statement.DeclareStruct("local", Statement.Initialiser.NAMED, DERIVED_MASK);
    Statement sink = new Statement.Sink("mapping", new Expr.Read(new Place.Field("local")));
    Statement initCall = call("init", new Call.Argument.StructAddress("local"));
    assertEquals(Set.of(HARDCODED), at(sink, init, root(struct, initCall, sink)));
    assertEquals(Set.of(DERIVED), at(sink, init, root(struct, sink, initCall)));
  }

  @Test
  void aPointerToAFunctionCallsIt() {
    Statement inside = new Statement.Sink("mapping", new Expr.Read(new Place.Variable("gfp")));
    Function step =
        function("step", Result.NUMBER, List.of(Kind.MAPPING, Kind.MASK), inside, RETURN);
    Statement pointer =
        new Statement.DeclarePointer("put", new Condition.Literal(true), "step", "step");
    Statement call =
        new Statement.Invoke(
            new Call(
                new Call.Callee.Pointer("put"), List.of(MAPPING, new Call.Argument.Mask(KERNEL))),
            "");
    assertEquals(Set.of(HARDCODED), at(call, step, root(pointer, call)));
  }

  @Test
  void aProgramWithoutMeaningIsRefused() {
    assertThrows(IllFormedException.class, () -> sink(SINK), "m is not declared");
    assertThrows(
        IllFormedException.class,
        () -> sink(new Statement.DeclareUnset("m"), SINK),
        "m is not set");
    assertThrows(
        IllFormedException.class,
        () -> sink(declared(KERNEL), SINK, call("nowhere")),
        "there is no such function");
  }
}
