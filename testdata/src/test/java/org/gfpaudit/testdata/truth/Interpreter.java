package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gfpaudit.testdata.truth.Function.Kind;
import org.gfpaudit.testdata.truth.Function.Parameter;
import org.gfpaudit.testdata.truth.MaskTruth.Source;
import org.gfpaudit.testdata.truth.MaskTruth.Source.HandedIn;
import org.gfpaudit.testdata.truth.Memory.Struct;
import org.gfpaudit.testdata.truth.Statement.Case;
import org.gfpaudit.testdata.truth.Statement.Form;
import org.gfpaudit.testdata.truth.Statement.Operator;

/** Runs a program along one way. */
final class Interpreter {
  /** How often a loop of which nothing is known may turn. */
  private static final int MOST_TURNS = 2;

  private static final int MOST_JUMPS_BACK = 2;

  /** What scopes save depends on the release, which is one as its options are. */
  private static final String NEW_SCOPES = "scopes of 6.10";

  private final State state;
  private int taskFlags;

  /** A way ends here without a return. */
  private static final class EndOfWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndOfWay() {
      super(null, null, false, false);
    }
  }

  private enum End {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN,
    GOTO
  }

  private Interpreter(SmallProgram program, Ways ways, State.Recorder recorder) {
    this.state = new State(program, ways, recorder);
  }

  /**
   * Runs all ways through all roots.
   *
   * @throws IllFormedException if the program has no meaning, or more than {@code mostWays}
   */
  static void run(SmallProgram program, State.Recorder recorder, int mostWays) {
    int count = 0;
    for (String root : program.roots()) {
      Ways ways = new Ways();
      do {
        if (++count > mostWays) {
          throw new IllFormedException("too many ways");
        }
        new Interpreter(program, ways, recorder).enter(program.function(root));
      } while (ways.next());
    }
  }

  private void enter(Function root) {
    State.Frame frame = new State.Frame(root);
    state.frames.add(frame);
    int mappings = 0;
    for (Parameter parameter : root.parameters()) {
      Object value =
          switch (parameter.kind()) {
            case MAPPING -> new State.MappingName(mappings++);
            case MASK -> state.memory.cell(List.of(MaskTruth.of(HandedIn.PARAMETER)));
            // The last stands for all others.
            case NUMBER -> new State.OpenNumber(4);
            case TRUTH -> new State.OpenNumber(2);
            case MASK_POINTER -> state.memory.cell(List.of(MaskTruth.of(HandedIn.POINTEE)));
            case STRUCT_POINTER ->
                new Struct(state.memory.cell(List.of(MaskTruth.of(HandedIn.FIELD))), true);
            case OPERATIONS -> new State.TableName(state.anyTable());
            case COOKIE, FUNCTION -> throw new IllFormedException("a root cannot take this");
          };
      frame.variables.put(parameter.name(), value);
    }
    try {
      body(frame);
    } catch (EndOfWay end) {
      // What was found on the way is recorded.
    }
  }

  private void body(State.Frame frame) {
    List<Statement> body = frame.function.body();
    int at = 0;
    while (at < body.size()) {
      End end = run(body.get(at));
      if (end == End.GOTO) {
        int target = body.indexOf(new Statement.Label(frame.label));
        if (target < 0) {
          throw new IllFormedException("no label " + frame.label);
        }
        if (target <= at && ++frame.jumpsBack > MOST_JUMPS_BACK) {
          throw new EndOfWay();
        }
        at = target;
      } else if (end == End.RETURN) {
        return;
      } else if (end != End.NORMAL) {
        throw new IllFormedException("a break or a continue without a loop");
      } else {
        at++;
      }
    }
    if (frame.function.result() != Function.Result.NOTHING) {
      throw new IllFormedException("a function ends without the value it returns");
    }
  }

  private End run(List<Statement> statements) {
    for (Statement statement : statements) {
      End end = run(statement);
      if (end != End.NORMAL) {
        return end;
      }
    }
    return End.NORMAL;
  }

  private End run(Statement statement) {
    if (statement instanceof Statement.If branch) {
      return run(state.holds(branch.condition()) ? branch.yes() : branch.no());
    } else if (statement instanceof Statement.Ifdef lines) {
      return run(state.isDefined(lines.symbol()) ? lines.yes() : lines.no());
    } else if (statement instanceof Statement.Switch choice) {
      return choose(choice);
    } else if (statement instanceof Statement.Loop loop) {
      return loop(loop);
    } else if (statement instanceof Statement.Turns loop) {
      return turns(loop);
    } else if (statement instanceof Statement.Break) {
      return End.BREAK;
    } else if (statement instanceof Statement.Continue) {
      return End.CONTINUE;
    } else if (statement instanceof Statement.Goto jump) {
      state.frame().label = jump.label();
      return End.GOTO;
    } else if (statement instanceof Statement.Return) {
      return returned(0);
    } else if (statement instanceof Statement.ReturnMask result) {
      return returned(value(result.value()));
    } else if (statement instanceof Statement.ReturnNumber result) {
      return returned(result.value());
    } else if (statement instanceof Statement.ReturnName result) {
      return returned(state.variable(result.name()));
    } else if (statement instanceof Statement.Die) {
      throw new EndOfWay();
    }
    effect(statement);
    return End.NORMAL;
  }

  private End returned(Object value) {
    state.frame().returned = value;
    return End.RETURN;
  }

  private End choose(Statement.Switch choice) {
    int value = state.number(choice.name());
    int labels = choice.cases().size() - (choice.hasDefault() ? 1 : 0);
    int at = value < labels ? value : labels;
    boolean falls = true;
    while (falls && at < choice.cases().size()) {
      Case here = choice.cases().get(at++);
      End end = run(here.body());
      if (end == End.BREAK) {
        return End.NORMAL;
      }
      if (end != End.NORMAL) {
        return end;
      }
      falls = here.fallsThrough();
    }
    return End.NORMAL;
  }

  private End loop(Statement.Loop loop) {
    int turns = 0;
    while ((loop.form() == Form.DO && turns == 0)
        || loop.form() == Form.FOREVER
        || state.holds(loop.condition())) {
      if (++turns > MOST_TURNS) {
        throw new EndOfWay();
      }
      End end = run(loop.body());
      if (end == End.BREAK) {
        return End.NORMAL;
      }
      if (end == End.RETURN || end == End.GOTO) {
        return end;
      }
    }
    return End.NORMAL;
  }

  private End turns(Statement.Turns loop) {
    state.variable(loop.counter());
    for (int turn = 0; turn < loop.turns(); turn++) {
      End end = run(loop.body());
      if (end == End.BREAK) {
        return End.NORMAL;
      }
      if (end == End.RETURN || end == End.GOTO) {
        return end;
      }
    }
    return End.NORMAL;
  }

  /** Statements that never change where the function goes on. */
  private void effect(Statement statement) {
    Map<String, Object> variables = state.frame().variables;
    if (statement instanceof Statement.DeclareMask mask) {
      variables.put(mask.name(), state.memory.cell(value(mask.value())));
    } else if (statement instanceof Statement.DeclareUnset mask) {
      variables.put(mask.name(), state.memory.cell(List.of()));
    } else if (statement instanceof Statement.DeclareNumber number) {
      variables.put(number.name(), number.value());
    } else if (statement instanceof Statement.DeclareStruct struct) {
      List<MaskTruth> mask = value(struct.value());
      boolean isEmpty = struct.form() == Statement.Initialiser.EMPTY;
      variables.put(
          struct.name(),
          new Struct(state.memory.cell(isEmpty ? state.everywhere(MaskTruth.of(0)) : mask), false));
    } else if (statement instanceof Statement.DeclarePointer pointer) {
      String target = state.holds(pointer.condition()) ? pointer.first() : pointer.second();
      variables.put(pointer.name(), new State.FunctionName(state.program.function(target).name()));
    } else if (statement instanceof Statement.SetNumber set) {
      state.number(set.name());
      variables.put(set.name(), set.value());
    } else if (statement instanceof Statement.Assign assign) {
      assign(assign);
    } else if (statement instanceof Statement.Invoke invoke) {
      state.frame().current = invoke;
      Object result = call(invoke.call());
      if (!invoke.result().isEmpty()) {
        state.variable(invoke.result());
        variables.put(invoke.result(), result);
      }
    } else if (statement instanceof Statement.Sink sink) {
      sink(sink);
    } else if (statement instanceof Statement.Save save) {
      state.variable(save.cookie());
      variables.put(save.cookie(), state.holds(save.condition()) ? save(save.scope()) : 0);
    } else if (statement instanceof Statement.Restore restore) {
      restore(restore.scope(), state.number(restore.cookie()));
    } else if (statement instanceof Statement.Constrain constrain) {
      state.mapping(constrain.mapping());
      value(constrain.mask());
    } else if (statement instanceof Statement.HandOut out) {
      state.write(out.place(), state.everywhere(MaskTruth.of(Source.Nowhere.KNOWN)));
    } else if (statement instanceof Statement.CopyStruct copy) {
      state.write(new Place.Field(copy.to()), state.read(new Place.Field(copy.from())));
    } else if (!(statement instanceof Statement.Label)) {
      throw new AssertionError(statement);
    }
  }

  /** Returns what was set before, and since 6.10 what was not. */
  private int save(Statement.Scope scope) {
    int before = taskFlags & scope.flag;
    taskFlags |= scope.flag;
    return state.isEnabled(NEW_SCOPES) ? scope.flag & ~before : before;
  }

  private void restore(Statement.Scope scope, int cookie) {
    taskFlags =
        state.isEnabled(NEW_SCOPES) ? taskFlags & ~cookie : (taskFlags & ~scope.flag) | cookie;
  }

  private void assign(Statement.Assign assign) {
    List<MaskTruth> value = value(assign.value());
    Operator operator = assign.operator();
    if (operator == Operator.SET
        || operator == Operator.SET_BY_MACRO
        || operator == Operator.WRITE_ONCE) {
      state.write(assign.to(), value);
      return;
    }
    List<MaskTruth> old = state.read(assign.to());
    List<MaskTruth> result = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      MaskTruth one = old.get(i);
      MaskTruth two = value.get(i);
      result.add(
          switch (operator) {
            case ADD, ADD_BY_MACRO -> one.or(two);
            case KEEP -> one.and(two);
            default -> one.without(two.constant());
          });
    }
    state.write(assign.to(), result);
  }

  private void sink(Statement.Sink sink) {
    state.frame().current = sink;
    state.recorder.hit(
        new Hit(
            state.frames.stream().map(frame -> frame.current).toList(),
            value(sink.mask()),
            state.mapping(sink.mapping()),
            taskFlags,
            state.configuration()));
  }

  private Object call(Call call) {
    Function callee = state.program.function(calleeName(call.callee()));
    if (callee.parameters().size() != call.arguments().size() || state.frames.size() > 12) {
      throw new IllFormedException("a call with other arguments than parameters");
    }
    State.Frame frame = new State.Frame(callee);
    for (int i = 0; i < call.arguments().size(); i++) {
      Parameter parameter = callee.parameters().get(i);
      frame.variables.put(parameter.name(), argument(call.arguments().get(i), parameter.kind()));
    }
    state.frames.add(frame);
    body(frame);
    state.frames.remove(state.frames.size() - 1);
    state.memory.leave(state.frames.size());
    return frame.returned instanceof List<?> mask
        ? mask.subList(0, state.frames.size())
        : frame.returned;
  }

  private String calleeName(Call.Callee callee) {
    if (callee instanceof Call.Callee.Direct direct) {
      return direct.function();
    } else if (callee instanceof Call.Callee.Pointer pointer) {
      return state.typed(pointer.variable(), State.FunctionName.class).name();
    }
    String table =
        state.typed(((Call.Callee.Operation) callee).ops(), State.TableName.class).name();
    String function = state.program.tables().get(table);
    if (function == null) {
      throw new IllFormedException("no table " + table);
    }
    return function;
  }

  private Object argument(Call.Argument argument, Kind kind) {
    if (argument instanceof Call.Argument.Mask mask) {
      List<MaskTruth> value = new ArrayList<>(value(mask.value()));
      value.add(MaskTruth.of(HandedIn.PARAMETER));
      return checked(state.memory.cell(value), kind == Kind.MASK);
    } else if (argument instanceof Call.Argument.Constant number) {
      return checked(number.value(), kind == Kind.NUMBER || kind == Kind.TRUTH);
    } else if (argument instanceof Call.Argument.Address address) {
      return checked(state.cell(address.place()), kind == Kind.MASK_POINTER);
    } else if (argument instanceof Call.Argument.StructAddress struct) {
      Struct local = state.typed(struct.struct(), Struct.class);
      return checked(local, kind == Kind.STRUCT_POINTER && !state.isParameter(struct.struct()));
    } else if (argument instanceof Call.Argument.FunctionName function) {
      boolean fits =
          kind == Kind.FUNCTION && state.program.function(function.function()).isOperation();
      return checked(new State.FunctionName(function.function()), fits);
    } else if (argument instanceof Call.Argument.TableAddress table) {
      return checked(new State.TableName(table.table()), kind == Kind.OPERATIONS);
    }
    return named(((Call.Argument.Name) argument).name(), kind);
  }

  /** A variable that is handed on as it is; local structs and masks are not. */
  private Object named(String name, Kind kind) {
    Object value = state.variable(name);
    boolean fits =
        state.frame().function.parameters().stream()
            .filter(parameter -> parameter.name().equals(name))
            .findFirst()
            .map(parameter -> parameter.kind() == kind)
            .orElse(
                (value instanceof Integer && (kind == Kind.COOKIE || kind == Kind.NUMBER))
                    || (value instanceof State.FunctionName && kind == Kind.FUNCTION));
    return checked(value, fits);
  }

  private static Object checked(Object value, boolean fits) {
    if (!fits) {
      throw new IllFormedException("an argument of another kind than the parameter");
    }
    return value;
  }

  private List<MaskTruth> value(Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      return state.everywhere(MaskTruth.of(constant.gfp().bits));
    } else if (expr instanceof Expr.Read read) {
      return state.read(read.place());
    } else if (expr instanceof Expr.Or or) {
      return both(value(or.left()), value(or.right()), MaskTruth::or);
    } else if (expr instanceof Expr.And and) {
      return both(value(and.left()), value(and.right()), MaskTruth::and);
    } else if (expr instanceof Expr.Without without) {
      return value(without.from()).stream().map(mask -> mask.without(without.bits().bits)).toList();
    } else if (expr instanceof Expr.Choice choice) {
      return value(state.holds(choice.condition()) ? choice.yes() : choice.no());
    } else if (expr instanceof Expr.OfMapping of) {
      MaskTruth mask = MaskTruth.of(new Source.OfMapping(state.mapping(of.mapping())));
      return state.everywhere(
          of.how() == Expr.Asked.MASK ? mask : mask.or(MaskTruth.of(Gfp.OTHER)));
    } else if (expr instanceof Expr.Constraint of) {
      MaskTruth mask = MaskTruth.of(new Source.OfMapping(state.mapping(of.mapping())));
      return value(of.wish()).stream().map(mask::and).toList();
    }
    Object result = call(((Expr.Result) expr).call());
    if (result instanceof List<?> mask) {
      return mask.stream().map(MaskTruth.class::cast).toList();
    }
    throw new IllFormedException("what the function returns is no mask");
  }

  private interface Operation {
    MaskTruth of(MaskTruth one, MaskTruth two);
  }

  private static List<MaskTruth> both(
      List<MaskTruth> one, List<MaskTruth> two, Operation operation) {
    List<MaskTruth> result = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      result.add(operation.of(one.get(i), two.get(i)));
    }
    return result;
  }
}
