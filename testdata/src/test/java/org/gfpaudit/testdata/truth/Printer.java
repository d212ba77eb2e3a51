package org.gfpaudit.testdata.truth;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.testdata.truth.Function.Kind;
import org.gfpaudit.testdata.truth.Function.Parameter;
import org.gfpaudit.testdata.truth.Printed.Line;
import org.gfpaudit.testdata.truth.Statement.Operator;

/** Writes a program as C, one statement to a line. */
final class Printer {
  private static final String INCLUDES =
      "#include <linux/kernel.h>\n#include <linux/pagemap.h>\n#include <linux/sched/mm.h>\n"
          + SharedHeader.INCLUDE;

  private final SmallProgram program;
  private final String id;
  private final IdentityHashMap<Statement, Line> lines = new IdentityHashMap<>();
  private StringBuilder out = new StringBuilder();
  private String file = "";
  private String draft = "";

  private Printer(SmallProgram program, String id) {
    this.program = program;
    this.id = id;
  }

  /** The files of a program in a folder of their own; all its names begin with {@code id}. */
  static Printed print(SmallProgram program, String id) {
    return new Printer(program, id).print();
  }

  private Printed print() {
    Map<String, String> files = new LinkedHashMap<>();
    boolean isOneFile = program.functions().stream().allMatch(function -> function.file() == 0);
    draft = draft();
    String folder = "fs/" + id + "/";
    if (!isOneFile) {
      files.put(folder + id + ".h", header());
    }
    for (int i = 0; i < (isOneFile ? 1 : 2); i++) {
      file = folder + (i == 0 ? "a.c" : "b.c");
      out = new StringBuilder(isOneFile ? header() : INCLUDES + "#include \"" + id + ".h\"\n\n");
      if (i == 0) {
        globals();
      }
      functions(i);
      files.put(file, out.toString());
    }
    return new Printed(files, lines);
  }

  private String header() {
    String prototypes =
        program.functions().stream()
            .filter(function -> !isStatic(function) && !program.roots().contains(function.name()))
            .map(function -> head(function) + ";\n")
            .collect(Collectors.joining());
    StringBuilder header = new StringBuilder(INCLUDES).append('\n');
    String walk = "struct " + id + "_walk";
    String ops = "struct " + id + "_ops";
    needed(walk, walk + " {\n\tint count;\n\tgfp_t gfp;\n};", header);
    needed(ops, ops + " {\n\tint (*put)(struct address_space *mapping, gfp_t gfp);\n};", header);
    return header.append(prototypes).append('\n').toString();
  }

  private void needed(String use, String declaration, StringBuilder header) {
    if (draft.contains(use)) {
      header.append(declaration).append('\n');
    }
  }

  /** All functions, to see what they need. */
  private String draft() {
    out = new StringBuilder();
    functions(0);
    functions(1);
    return out.toString();
  }

  private void globals() {
    program
        .globals()
        .forEach((name, value) -> line(0, "static gfp_t " + name(name) + " = " + value + ";"));
  }

  private boolean isStatic(Function function) {
    return !program.roots().contains(function.name())
        && program.functions().stream().allMatch(other -> other.file() == function.file());
  }

  /** Callees stand before callers; a table behind the function in it. */
  private void functions(int number) {
    for (Function function : program.functions()) {
      if (function.file() != number) {
        continue;
      }
      line(0, head(function));
      line(0, "{");
      block(function, function.body(), 1);
      line(0, "}");
      line(0, "");
      program
          .tables()
          .forEach(
              (table, target) -> {
                if (target.equals(function.name())) {
                  line(0, "static const struct " + id + "_ops " + name(table) + " = {");
                  line(1, ".put = " + name(target) + ",");
                  line(0, "};");
                  line(0, "");
                }
              });
    }
  }

  private String head(Function function) {
    String parameters =
        function.parameters().stream().map(this::parameter).collect(Collectors.joining(", "));
    return (isStatic(function) ? "static " : "")
        + function.result().type
        + name(function.name())
        + "("
        + (parameters.isEmpty() ? "void" : parameters)
        + ")";
  }

  private String parameter(Parameter parameter) {
    return switch (parameter.kind()) {
      case FUNCTION -> parameter.kind().type.formatted(parameter.name());
      case STRUCT_POINTER, OPERATIONS -> parameter.kind().type.formatted(id) + parameter.name();
      default -> parameter.kind().type + parameter.name();
    };
  }

  private String name(String name) {
    return id + "_" + name;
  }

  private void line(int depth, String text) {
    out.append("\t".repeat(text.isEmpty() ? 0 : depth)).append(text).append('\n');
  }

  private void here(Statement statement) {
    lines.put(statement, new Line(file, (int) out.chars().filter(c -> c == '\n').count() + 1));
  }

  private void block(Function in, List<Statement> statements, int depth) {
    statements.forEach(statement -> statement(in, statement, depth));
  }

  private void braced(Function in, String head, List<Statement> body, int depth) {
    line(depth, head + " {");
    block(in, body, depth + 1);
    line(depth, "}");
  }

  private void statement(Function in, Statement statement, int depth) {
    if (statement instanceof Statement.If branch) {
      braced(in, "if (" + condition(branch.condition()) + ")", branch.yes(), depth);
      if (!branch.no().isEmpty()) {
        braced(in, "else", branch.no(), depth);
      }
    } else if (statement instanceof Statement.Ifdef lines) {
      line(0, "#ifdef CONFIG_" + lines.symbol());
      block(in, lines.yes(), depth);
      if (!lines.no().isEmpty()) {
        line(0, "#else");
        block(in, lines.no(), depth);
      }
      line(0, "#endif");
    } else if (statement instanceof Statement.Switch choice) {
      choice(in, choice, depth);
    } else if (statement instanceof Statement.Loop loop) {
      String test = "(" + condition(loop.condition()) + ")";
      switch (loop.form()) {
        case WHILE -> braced(in, "while " + test, loop.body(), depth);
        case FOREVER -> braced(in, "while (1)", loop.body(), depth);
        case DO -> {
          line(depth, "do {");
          block(in, loop.body(), depth + 1);
          line(depth, "} while " + test + ";");
        }
      }
    } else if (statement instanceof Statement.Turns loop) {
      String i = loop.counter();
      braced(
          in,
          "for (" + i + " = 0; " + i + " < " + loop.turns() + "; " + i + "++)",
          loop.body(),
          depth);
    } else if (statement instanceof Statement.Label label) {
      line(0, label.name() + ":");
    } else {
      if (statement instanceof Statement.Invoke || statement instanceof Statement.Sink) {
        here(statement);
      }
      line(depth, simple(in, statement) + ";");
    }
  }

  private void choice(Function in, Statement.Switch choice, int depth) {
    line(depth, "switch (" + choice.name() + ") {");
    for (int i = 0; i < choice.cases().size(); i++) {
      boolean isDefault = choice.hasDefault() && i == choice.cases().size() - 1;
      line(depth, isDefault ? "default:" : "case " + i + ":");
      block(in, choice.cases().get(i).body(), depth + 1);
      line(depth + 1, choice.cases().get(i).fallsThrough() ? ";" : "break;");
    }
    line(depth, "}");
  }

  private String simple(Function in, Statement statement) {
    if (statement instanceof Statement.DeclareMask mask) {
      return "gfp_t " + mask.name() + " = " + expr(in, mask.value());
    } else if (statement instanceof Statement.DeclareUnset mask) {
      return "gfp_t " + mask.name();
    } else if (statement instanceof Statement.DeclareNumber number) {
      return (number.isCookie() ? "unsigned int " : "int ")
          + number.name()
          + " = "
          + number.value();
    } else if (statement instanceof Statement.DeclareStruct struct) {
      String value = expr(in, struct.value());
      return "struct "
          + id
          + "_walk "
          + struct.name()
          + " = "
          + switch (struct.form()) {
            case NAMED -> "{ .gfp = " + value + " }";
            case POSITIONAL -> "{ 1, " + value + " }";
            case EMPTY -> "{}";
          };
    } else if (statement instanceof Statement.DeclarePointer pointer) {
      String first = name(pointer.first());
      return Kind.FUNCTION.type.formatted(pointer.name())
          + " = "
          + (pointer.first().equals(pointer.second())
              ? first
              : condition(pointer.condition()) + " ? " + first + " : " + name(pointer.second()));
    } else if (statement instanceof Statement.Assign assign) {
      return assign(in, assign);
    } else if (statement instanceof Statement.SetNumber set) {
      return set.name() + " = " + set.value();
    } else if (statement instanceof Statement.Invoke invoke) {
      return (invoke.result().isEmpty() ? "" : invoke.result() + " = ") + call(in, invoke.call());
    } else if (statement instanceof Statement.Sink sink) {
      return "find_or_create_page(" + sink.mapping() + ", 0, " + expr(in, sink.mask()) + ")";
    } else if (statement instanceof Statement.Save save) {
      String call = "memalloc_" + word(save.scope()) + "_save()";
      return save.cookie()
          + " = "
          + (save.condition().equals(new Condition.Literal(true))
              ? call
              : condition(save.condition()) + " ? " + call + " : 0");
    } else if (statement instanceof Statement.Restore restore) {
      return "memalloc_" + word(restore.scope()) + "_restore(" + restore.cookie() + ")";
    }
    return leaving(in, statement);
  }

  private String leaving(Function in, Statement statement) {
    if (statement instanceof Statement.Break) {
      return "break";
    } else if (statement instanceof Statement.Continue) {
      return "continue";
    } else if (statement instanceof Statement.Goto jump) {
      return "goto " + jump.label();
    } else if (statement instanceof Statement.Return) {
      return in.result() == Function.Result.NOTHING ? "return" : "return 0";
    } else if (statement instanceof Statement.ReturnMask result) {
      return "return " + expr(in, result.value());
    } else if (statement instanceof Statement.ReturnNumber result) {
      return "return " + result.value();
    } else if (statement instanceof Statement.ReturnName result) {
      return "return " + result.name();
    } else if (statement instanceof Statement.Die die) {
      return switch (die.how()) {
        case BUG -> "BUG()";
        case PANIC -> "panic(\"" + id + "\")";
      };
    } else if (statement instanceof Statement.Constrain constrain) {
      return "mapping_set_gfp_mask("
          + constrain.mapping()
          + ", "
          + expr(in, constrain.mask())
          + ")";
    } else if (statement instanceof Statement.HandOut handOut) {
      return "truth_sees(&" + place(in, handOut.place()) + ")";
    } else if (statement instanceof Statement.CopyStruct copy) {
      return whole(in, copy.to()) + " = " + whole(in, copy.from());
    }
    throw new AssertionError(statement);
  }

  private static String word(Statement.Scope scope) {
    return scope == Statement.Scope.NOFS ? "nofs" : "noio";
  }

  private static boolean isParameter(Function in, String name) {
    return in.parameters().stream().anyMatch(parameter -> parameter.name().equals(name));
  }

  private static String whole(Function in, String struct) {
    return isParameter(in, struct) ? "*" + struct : struct;
  }

  private String assign(Function in, Statement.Assign assign) {
    String to = place(in, assign.to());
    String value = expr(in, assign.value());
    Operator operator = assign.operator();
    return switch (operator) {
      case SET, ADD, KEEP -> to + " " + operator.text + " " + value;
      case CLEAR -> to + " " + operator.text + value;
      case SET_BY_MACRO, ADD_BY_MACRO, WRITE_ONCE -> operator.text + "(" + to + ", " + value + ")";
    };
  }

  private String place(Function in, Place place) {
    if (place instanceof Place.Variable variable) {
      return variable.name();
    } else if (place instanceof Place.Field field) {
      return field.struct() + (isParameter(in, field.struct()) ? "->gfp" : ".gfp");
    } else if (place instanceof Place.Pointee pointee) {
      return "*" + pointee.pointer();
    }
    return name(((Place.Global) place).name());
  }

  private String call(Function in, Call call) {
    Call.Callee callee = call.callee();
    String called =
        callee instanceof Call.Callee.Direct direct
            ? name(direct.function())
            : callee instanceof Call.Callee.Pointer pointer
                ? pointer.variable()
                : ((Call.Callee.Operation) callee).ops() + "->put";
    return called
        + call.arguments().stream()
            .map(argument -> argument(in, argument))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private String argument(Function in, Call.Argument argument) {
    if (argument instanceof Call.Argument.Mask mask) {
      return expr(in, mask.value());
    } else if (argument instanceof Call.Argument.Constant number) {
      return "" + number.value();
    } else if (argument instanceof Call.Argument.Name named) {
      return named.name();
    } else if (argument instanceof Call.Argument.Address address) {
      return "&" + place(in, address.place());
    } else if (argument instanceof Call.Argument.StructAddress struct) {
      return "&" + struct.struct();
    } else if (argument instanceof Call.Argument.FunctionName function) {
      return name(function.function());
    }
    return "&" + name(((Call.Argument.TableAddress) argument).table());
  }

  /** An expression that nothing stands beside. */
  private String expr(Function in, Expr expr) {
    String text = operand(in, expr);
    boolean isBracketed = text.startsWith("(");
    return isBracketed ? text.substring(1, text.length() - 1) : text;
  }

  private String operand(Function in, Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      return constant.gfp().name();
    } else if (expr instanceof Expr.Read read) {
      return place(in, read.place());
    } else if (expr instanceof Expr.Or or) {
      return "(" + operand(in, or.left()) + " | " + operand(in, or.right()) + ")";
    } else if (expr instanceof Expr.And and) {
      return "(" + operand(in, and.left()) + " & " + operand(in, and.right()) + ")";
    } else if (expr instanceof Expr.Without without) {
      return "(" + operand(in, without.from()) + " & ~" + without.bits() + ")";
    } else if (expr instanceof Expr.Choice choice) {
      return Stream.of(
              test(choice.condition()), operand(in, choice.yes()), operand(in, choice.no()))
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toList(), parts -> "(%s ? %s : %s)".formatted(parts.toArray())));
    } else if (expr instanceof Expr.OfMapping of) {
      String how = of.how() == Expr.Asked.MASK ? "mapping_gfp_mask(" : "readahead_gfp_mask(";
      return how + of.mapping() + ")";
    } else if (expr instanceof Expr.Constraint of) {
      return "mapping_gfp_constraint(" + of.mapping() + ", " + expr(in, of.wish()) + ")";
    }
    return call(in, ((Expr.Result) expr).call());
  }

  private static String condition(Condition condition) {
    String text = test(condition);
    return text.startsWith("(") ? text.substring(1, text.length() - 1) : text;
  }

  private static String test(Condition condition) {
    if (condition instanceof Condition.Set set) {
      return set.name();
    } else if (condition instanceof Condition.Is is) {
      return is.name() + " == " + is.value();
    } else if (condition instanceof Condition.Not not) {
      return not.of() instanceof Condition.Is ? "!(" + test(not.of()) + ")" : "!" + test(not.of());
    } else if (condition instanceof Condition.Both both) {
      return "(" + test(both.left()) + " && " + test(both.right()) + ")";
    } else if (condition instanceof Condition.Either either) {
      return "(" + test(either.left()) + " || " + test(either.right()) + ")";
    } else if (condition instanceof Condition.Literal literal) {
      return literal.value() ? "1" : "0";
    } else if (condition instanceof Condition.Enabled enabled) {
      return "IS_ENABLED(CONFIG_" + enabled.symbol() + ")";
    }
    return "truth_asks()";
  }
}
