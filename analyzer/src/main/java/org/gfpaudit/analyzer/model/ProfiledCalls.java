package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;

/**
 * Functions that the kernel counts allocations of (include/linux/alloc_tag.h, since 6.10): {@code
 * #define f(...) alloc_hooks(f_noprof(__VA_ARGS__))} makes {@code f_noprof} the function that
 * {@code f} was before, under two names.
 */
final class ProfiledCalls {
  /** What ends the name of the function behind the macro. */
  private static final String TWIN = "_noprof";

  private final Program program;

  ProfiledCalls(Program program) {
    this.program = program;
  }

  /** The name that {@code twin} had before, if that is what it looks like. */
  static Optional<String> plainName(String twin) {
    return twin.endsWith(TWIN) && twin.length() > TWIN.length()
        ? Optional.of(twin.substring(0, twin.length() - TWIN.length()))
        : Optional.empty();
  }

  /**
   * The name of the function that {@code entity} stands for, if it is such a macro: one whose body
   * hands the arguments on as they are, and the call to one other macro at most.
   */
  Optional<String> twin(Entity entity) {
    if (program.index().kind(entity) != EntityKind.FUNCTION_MACRO) {
      return Optional.empty();
    }
    String twin = program.name(entity) + TWIN;
    boolean isNamed =
        program.index().calls(entity).stream()
            .anyMatch(name -> program.index().text(name).equals(twin));
    return isNamed && handsOn(program.macro(entity).variants().get(0).tree(), twin)
        ? Optional.of(twin)
        : Optional.empty();
  }

  private static boolean handsOn(MacroDefinition macro, String twin) {
    if (!(macro.body() instanceof MacroDefinition.Body.Expression body)) {
      return false;
    }
    Expr expression = body.expression();
    if (expression instanceof Expr.Call outer
        && !isOf(outer, twin)
        && outer.arguments().size() == 1) {
      expression = outer.arguments().get(0);
    }
    if (!(expression instanceof Expr.Call call) || !isOf(call, twin)) {
      return false;
    }
    List<String> handed = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      handed.add(argument instanceof Expr.Name name ? name.text() : "");
    }
    return handed.equals(macro.parameters().orElse(List.of()));
  }

  private static boolean isOf(Expr.Call call, String name) {
    return call.calledName().filter(called -> called.text().equals(name)).isPresent();
  }
}
