package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.MacroWrites;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * The variables of one function that macros in it write without being handed them: {@code #define
 * SET() (gfp = GFP_KERNEL)}. Found by the texts of the macros.
 */
final class HiddenWrites {
  private static final Pattern BAR = Pattern.compile("\\|");

  private final Map<Integer, NavigableSet<LocalVariable>> written;
  private final List<Value> values;

  /** A text that a variable is set to by the macro that is used at an offset. */
  private record Value(int at, LocalVariable variable, Entity macro, String text) {}

  private HiddenWrites(Map<Integer, NavigableSet<LocalVariable>> written, List<Value> values) {
    this.written = written;
    this.values = values;
  }

  static HiddenWrites of(FlowContext context, SortedSet<LocalVariable> variables) {
    if (variables.isEmpty()) {
      return new HiddenWrites(Map.of(), List.of());
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
    return new HiddenWrites(look.written, look.values);
  }

  boolean isNone() {
    return written.isEmpty();
  }

  /** The variables that a call of a macro, or the name of one, writes besides its arguments. */
  NavigableSet<LocalVariable> at(Expr use) {
    return written.getOrDefault(use.span().start(), new TreeSet<>());
  }

  /** What is known of the values that {@code use} sets a variable to; bottom if nothing is. */
  MaskValue valueAt(Expr use, LocalVariable variable, FlowContext context) {
    MaskValue all = MaskValue.bottom();
    for (Value value : values) {
      if (value.at() == use.span().start() && value.variable().equals(variable)) {
        SourceFile file = context.program().index().fileOf(value.macro());
        MaskValue sum = MaskValue.zero();
        for (String name : BAR.splitAsStream(value.text()).toList()) {
          sum = sum.or(context.globals().value(name.strip(), file, context.origin(use.span())));
        }
        all = all.join(sum);
      }
    }
    return all;
  }

  private static final class Look extends ExprWalker {
    private final FlowContext context;
    private final SortedSet<LocalVariable> variables;
    private final Map<Integer, NavigableSet<LocalVariable>> written = new HashMap<>();
    private final List<Value> values = new ArrayList<>();

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
            int at = use.span().start();
            written.computeIfAbsent(at, key -> new TreeSet<>()).add(variable);
            writes
                .values(variable.name(), arguments)
                .forEach(text -> values.add(new Value(at, variable, macro, text)));
          }
        }
      }
    }
  }
}
