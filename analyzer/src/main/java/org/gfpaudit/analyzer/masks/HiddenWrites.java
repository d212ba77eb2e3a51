package org.gfpaudit.analyzer.masks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.MacroWrites;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;

/**
 * The variables of one function that macros in it write without being handed them: {@code #define
 * SET() (gfp = GFP_KERNEL)}. Found by the texts of the macros.
 */
final class HiddenWrites {
  private final Map<Integer, NavigableSet<LocalVariable>> written;

  private HiddenWrites(Map<Integer, NavigableSet<LocalVariable>> written) {
    this.written = written;
  }

  static HiddenWrites of(FlowContext context, SortedSet<LocalVariable> variables) {
    if (variables.isEmpty()) {
      return new HiddenWrites(Map.of());
    }
    Look look = new Look(context, variables);
    for (BasicBlock block : context.graph().blocks()) {
      for (Instruction instruction : block.instructions()) {
        look.walk(instruction);
        if (instruction instanceof Instruction.Evaluate evaluate
            && evaluate.expression() instanceof Expr.Name name) {
          look.atStatement(name);
        }
      }
    }
    return new HiddenWrites(look.written);
  }

  boolean isNone() {
    return written.isEmpty();
  }

  /** The variables that a call of a macro, or the name of one, writes besides its arguments. */
  NavigableSet<LocalVariable> at(Expr use) {
    return written.getOrDefault(use.span().start(), new TreeSet<>());
  }

  private static final class Look extends ExprWalker {
    private final FlowContext context;
    private final SortedSet<LocalVariable> variables;
    private final Map<Integer, NavigableSet<LocalVariable>> written = new HashMap<>();

    Look(FlowContext context, SortedSet<LocalVariable> variables) {
      this.context = context;
      this.variables = variables;
    }

    @Override
    protected void onCall(Expr.Call call) {
      call.calledName()
          .filter(name -> context.graph().variable(name).isEmpty())
          .ifPresent(name -> look(call, context.callees().resolve(context.entity(), name.text())));
    }

    void atStatement(Expr.Name name) {
      if (context.graph().variable(name).isEmpty()) {
        look(name, context.ground().tree().visibility().objectMacros(context.file(), name.text()));
      }
    }

    private void look(Expr use, List<Entity> macros) {
      SourceIndex index = context.program().index();
      for (Entity macro : macros) {
        EntityKind kind = index.kind(macro);
        if (kind != EntityKind.FUNCTION_MACRO && kind != EntityKind.OBJECT_MACRO) {
          continue;
        }
        MacroWrites.Writes writes = context.ground().macroWrites().of(macro);
        if (writes.isNone()) {
          continue;
        }
        List<String> arguments =
            use instanceof Expr.Call call
                ? call.arguments().stream()
                    .map(argument -> context.text().textOnOneLine(argument.span()))
                    .toList()
                : List.of();
        for (LocalVariable variable : variables) {
          if (writes.mayWrite(variable.name(), arguments)) {
            written.computeIfAbsent(use.span().start(), at -> new TreeSet<>()).add(variable);
          }
        }
      }
    }
  }
}
