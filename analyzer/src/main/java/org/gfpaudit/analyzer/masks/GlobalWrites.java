package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * What the functions of a file set one of its variables to: constants, what their callers in the
 * file hand in as constants, and what a function stores that is handed its address. All else is
 * left out: whoever asks takes it for unknown.
 */
final class GlobalWrites {
  private final String name;
  private final Program program;
  private final BiFunction<Entity, ControlFlowGraph, FlowContext> contexts;
  private MaskValue value = MaskValue.bottom();

  private GlobalWrites(
      String name, Program program, BiFunction<Entity, ControlFlowGraph, FlowContext> contexts) {
    this.name = name;
    this.program = program;
    this.contexts = contexts;
  }

  /**
   * The join of what is set.
   *
   * @param contexts of the configurations of a function
   */
  static MaskValue of(
      GlobalDefinition variable,
      Program program,
      BiFunction<Entity, ControlFlowGraph, FlowContext> contexts) {
    GlobalWrites writes = new GlobalWrites(variable.name(), program, contexts);
    SourceIndex index = program.index();
    Pattern word = Pattern.compile("\\b" + Pattern.quote(variable.name()) + "\\b");
    for (Entity entity : index.entitiesOf(index.fileOf(variable.entity()))) {
      if (index.kind(entity) == EntityKind.FUNCTION
          && word.matcher(program.textOf(entity).text(index.extent(entity))).find()) {
        program.graphs(entity).forEach(graph -> writes.look(contexts.apply(entity, graph)));
      }
    }
    return writes.value;
  }

  private void look(FlowContext context) {
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onAssign(Expr.Assign assign) {
            if (isVariable(assign.target(), context)) {
              add(assign.value(), context);
            }
          }

          @Override
          protected void onCall(Expr.Call call) {
            if (call.arguments().size() == 2
                && isVariable(call.arguments().get(0), context)
                && call.calledName()
                    .filter(called -> context.knowledge().isIdiom(Idiom.Kind.SET, called.text()))
                    .isPresent()) {
              add(call.arguments().get(1), context);
            }
            for (int i = 0; i < call.arguments().size(); i++) {
              Optional<Expr> addressed =
                  CallStores.addressed(Places.plain(call.arguments().get(i)));
              if (addressed.filter(each -> isVariable(each, context)).isPresent()) {
                addStored(call, i, context);
              }
            }
          }
        };
    for (BasicBlock block : context.graph().blocks()) {
      block.instructions().forEach(walker::walk);
    }
  }

  private boolean isVariable(Expr expression, FlowContext context) {
    return Places.plain(expression) instanceof Expr.Name named
        && named.text().equals(name)
        && context.graph().variable(named).isEmpty();
  }

  private void add(Expr set, FlowContext context) {
    Optional<LocalVariable> local =
        Places.plain(set) instanceof Expr.Name named
            ? context.graph().variable(named)
            : Optional.empty();
    if (local.filter(LocalVariable::isParameter).isPresent()) {
      addHandedIn(local.get().parameterIndex(), context);
    } else if (isOfFile(set, context)) {
      value = value.join(new MaskEvaluator(context, FlowState.EMPTY).evaluate(set));
    }
  }

  /** What the callers in the file hand in. */
  private void addHandedIn(int parameter, FlowContext setter) {
    SourceIndex index = program.index();
    Name function = index.nameOf(setter.entity());
    for (Entity caller : index.callers(function)) {
      if (index.kind(caller) == EntityKind.FUNCTION
          && index.fileOf(caller).equals(index.fileOf(setter.entity()))) {
        for (ControlFlowGraph graph : program.graphs(caller)) {
          FlowContext context = contexts.apply(caller, graph);
          ExprWalker walker =
              new ExprWalker() {
                @Override
                protected void onCall(Expr.Call call) {
                  boolean isIt =
                      call.calledName()
                          .filter(called -> called.text().equals(index.text(function)))
                          .isPresent();
                  if (isIt && parameter < call.arguments().size()) {
                    Expr argument = call.arguments().get(parameter);
                    if (isOfFile(argument, context)) {
                      value =
                          value.join(
                              new MaskEvaluator(context, FlowState.EMPTY).evaluate(argument));
                    }
                  }
                }
              };
          for (BasicBlock block : graph.blocks()) {
            block.instructions().forEach(walker::walk);
          }
        }
      }
    }
  }

  private void addStored(Expr.Call call, int index, FlowContext context) {
    List<Entity> callees =
        call.calledName()
            .map(called -> context.callees().resolve(context.entity(), called.text()))
            .orElse(List.of());
    for (Entity callee : callees) {
      MaskValue stored = context.callees().effect(callee).pointees().get(index);
      if (stored != null && stored.isExact()) {
        value = value.join(stored);
      }
    }
  }

  /** Whether an expression is made of names at file scope alone. */
  static boolean isOfFile(Expr expression, FlowContext context) {
    boolean[] isOfFile = {true};
    new ExprWalker() {
      @Override
      protected void onName(Expr.Name named) {
        isOfFile[0] &= context.graph().variable(named).isEmpty();
      }
    }.walk(expression);
    return isOfFile[0];
  }
}
