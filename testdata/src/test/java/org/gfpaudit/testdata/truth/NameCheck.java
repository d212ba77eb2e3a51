package org.gfpaudit.testdata.truth;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.gfpaudit.testdata.truth.Function.Parameter;

/** Whether all names of a program are declared, also in code that is never run. */
final class NameCheck {
  /** Components that are names of variables of the function. */
  private static final Set<String> VARIABLES =
      Set.of("struct", "pointer", "mapping", "cookie", "counter", "variable", "ops", "to", "from");

  /** Records whose name is that of a variable which is used. */
  private static final Set<Class<?>> USES =
      Set.of(
          Place.Variable.class,
          Condition.Set.class,
          Condition.Is.class,
          Call.Argument.Name.class,
          Statement.SetNumber.class,
          Statement.Switch.class,
          Statement.ReturnName.class);

  private final SmallProgram program;
  private final Function function;
  private final Set<String> declared = new HashSet<>();

  private NameCheck(SmallProgram program, Function function) {
    this.program = program;
    this.function = function;
    function.parameters().stream().map(Parameter::name).forEach(declared::add);
  }

  /**
   * Checks a program.
   *
   * @throws IllFormedException if a name is not declared
   */
  static void check(SmallProgram program) {
    for (Function function : program.functions()) {
      NameCheck check = new NameCheck(program, function);
      function.body().forEach(check::walk);
    }
  }

  private void walk(Object node) {
    if (node instanceof Collection<?> nodes) {
      nodes.forEach(this::walk);
    } else if (node instanceof Record && !(node instanceof Function)) {
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        Object value = valueOf(node, component);
        if (value instanceof String name) {
          name(node, component.getName(), name);
        } else {
          walk(value);
        }
      }
    }
  }

  private static Object valueOf(Object node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private void name(Object node, String component, String name) {
    if (component.equals("function") || component.equals("first") || component.equals("second")) {
      program.function(name);
    } else if (component.equals("label")) {
      require(function.body().contains(new Statement.Label(name)), name);
    } else if (component.equals("table")) {
      require(program.tables().containsKey(name), name);
    } else if (node.getClass().getSimpleName().startsWith("Declare")) {
      declared.add(name);
    } else if (VARIABLES.contains(component) || USES.contains(node.getClass())) {
      require(declared.contains(name), name);
    } else if (node instanceof Statement.Invoke) {
      require(name.isEmpty() || declared.contains(name), name);
    }
  }

  private static void require(boolean condition, String name) {
    if (!condition) {
      throw new IllFormedException("nothing is declared as " + name);
    }
  }
}
