package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.testdata.truth.Call.Argument;
import org.gfpaudit.testdata.truth.Call.Callee;
import org.gfpaudit.testdata.truth.Function.Kind;
import org.gfpaudit.testdata.truth.Function.Parameter;
import org.gfpaudit.testdata.truth.Function.Result;
import org.jspecify.annotations.Nullable;

/** Random programs: a chain of functions down to one sink, and helpers beside it. */
final class Generator {
  private final Dice dice;
  private final List<Function> functions = new ArrayList<>();
  private final List<String> roots = new ArrayList<>();
  private final Map<String, Gfp> globals = new HashMap<>();
  private final Map<String, String> tables = new HashMap<>();
  private boolean isTwoFiles;

  private Generator(long seed, Set<Feature> features) {
    dice = new Dice(seed, features);
  }

  /** The program of a seed. It may have no meaning; {@link Truth#of} says so. */
  static SmallProgram program(long seed, Set<Feature> features) {
    return new Generator(seed, features).program();
  }

  private SmallProgram program() {
    int height = dice.below(4);
    isTwoFiles = height > 0 && dice.may(Feature.TWO_FILES, 30);
    int split = isTwoFiles ? 1 + dice.below(height) : 0;
    @Nullable Function below = null;
    for (int i = 0; i < height; i++) {
      below = function("step" + i, isTwoFiles && i < split ? 1 : 0, false, below);
    }
    root("root", below);
    if (height > 0 && dice.percent(30)) {
      root("second", below);
    }
    return new SmallProgram(functions, roots, globals, tables);
  }

  private void root(String name, @Nullable Function below) {
    roots.add(name);
    function(name, 0, true, below);
  }

  private Function function(String name, int file, boolean isRoot, @Nullable Function below) {
    boolean isOperation = !isRoot && dice.percent(20);
    List<Kind> kinds = isOperation ? List.of(Kind.MAPPING, Kind.MASK) : kinds(isRoot, below);
    List<Parameter> parameters = Names.parameters(kinds);
    Result result = isOperation || dice.percent(60) ? Result.NUMBER : Result.NOTHING;
    HelperGenerator helpers = new HelperGenerator(dice, functions, file);
    BodyGenerator body = new BodyGenerator(dice, parameters, result, helpers);
    body.declare(
        below != null
            && below.parameters().stream().anyMatch(p -> p.kind() == Kind.STRUCT_POINTER)
            && !kinds.contains(Kind.STRUCT_POINTER));
    // A static variable is one of its file.
    if (dice.may(Feature.GLOBALS, 5) && !isTwoFiles) {
      globals.put("tuned", body.exprs().constant());
    }
    Statement key =
        below == null
            ? new Statement.Sink(body.exprs().mapping(), sinkMask(body))
            : new Statement.Invoke(call(below, body, helpers), "");
    Function function = new Function(name, result, parameters, file, body.around(key));
    functions.add(function);
    return function;
  }

  private Expr sinkMask(BodyGenerator body) {
    List<Place> masks = body.names().masks;
    if (!globals.isEmpty() && dice.percent(50)) {
      return new Expr.Read(new Place.Global("tuned"));
    }
    return dice.percent(85) ? new Expr.Read(dice.one(masks)) : body.exprs().mask(0);
  }

  private List<Kind> kinds(boolean isRoot, @Nullable Function below) {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.MAPPING));
    if (dice.may(Feature.OTHER_MAPPINGS, 15)) {
      kinds.add(Kind.MAPPING);
    }
    if (dice.percent(isRoot ? 10 : 60)) {
      kinds.add(Kind.MASK);
    }
    if (dice.may(Feature.FLAGS, 45)) {
      kinds.add(Kind.TRUTH);
    }
    if (dice.may(Feature.FLAGS, 25)) {
      kinds.add(Kind.NUMBER);
    }
    if (dice.may(Feature.FIELDS, isRoot ? 5 : 12)) {
      kinds.add(Kind.STRUCT_POINTER);
    }
    if (!isRoot && dice.may(Feature.HELPERS, 12)) {
      kinds.add(Kind.MASK_POINTER);
    }
    if (isRoot
        && below != null
        && below.isOperation()
        && below.file() == 0
        && dice.may(Feature.OPERATIONS, 40)) {
      kinds.add(Kind.OPERATIONS);
    }
    return kinds;
  }

  private Call call(Function below, BodyGenerator body, HelperGenerator helpers) {
    Names names = body.names();
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : below.parameters()) {
      arguments.add(argument(parameter, body, helpers));
    }
    if (!names.operations.isEmpty()) {
      tables.put("table", below.name());
      return new Call(new Callee.Operation(names.operations.get(0)), arguments);
    }
    if (below.isOperation() && dice.may(Feature.FUNCTION_POINTERS, 40)) {
      if (dice.percent(50)) {
        body.point("put", below.name());
        return new Call(new Callee.Pointer("put"), arguments);
      }
      arguments.add(0, new Argument.FunctionName(below.name()));
      return new Call(new Callee.Direct(helpers.runner()), arguments);
    }
    return new Call(new Callee.Direct(below.name()), arguments);
  }

  private Argument argument(Parameter parameter, BodyGenerator body, HelperGenerator helpers) {
    Names names = body.names();
    return switch (parameter.kind()) {
      case MASK ->
          new Argument.Mask(
              dice.percent(80) ? new Expr.Read(dice.one(names.masks)) : body.exprs().mask(0));
      case STRUCT_POINTER ->
          !names.localStructs.isEmpty()
              ? new Argument.StructAddress(names.localStructs.get(0))
              : new Argument.Name("walk");
      case MASK_POINTER -> new Argument.Address(new Place.Variable(dice.one(names.localMasks)));
      default -> helpers.arguments(List.of(parameter), body.exprs(), names).get(0);
    };
  }
}
