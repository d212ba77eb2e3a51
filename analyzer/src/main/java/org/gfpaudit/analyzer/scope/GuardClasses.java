package org.gfpaudit.analyzer.scope;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * The classes of guards that have to do with scopes, as the tree defines them: {@code
 * DEFINE_LOCK_GUARD_0(memalloc_nofs, ...)}, {@code DEFINE_CLASS(...)}, {@code DEFINE_FREE(...)}. A
 * definition counts wherever it stands: a name is that of one class. Safe for several threads once
 * it was made.
 */
final class GuardClasses {
  private final Program program;
  private final Knowledge knowledge;
  private final ScopeSummaries summaries;
  private final Map<String, GuardClass> classes = new ConcurrentHashMap<>();

  /**
   * @param summaries what the functions do that a class runs; all that are known by now
   */
  GuardClasses(Program program, Knowledge knowledge, ScopeSummaries summaries) {
    this.program = program;
    this.knowledge = knowledge;
    this.summaries = summaries;
    SourceIndex index = program.index();
    for (String definer : knowledge.idioms(Idiom.Kind.CLASS)) {
      for (Entity definition : index.find(definer).map(index::callers).orElse(List.of())) {
        if (index.kind(definition) == EntityKind.INVOCATION && summaries.callsScopes(definition)) {
          classes.merge(program.name(definition), read(definition), GuardClass::join);
        }
      }
    }
  }

  GuardClass of(String name) {
    return classes.getOrDefault(name, GuardClass.NEUTRAL);
  }

  /** Whether an entity declares guards, and its text names one of the classes. */
  boolean mayGuard(Entity entity, Supplier<String> text) {
    SourceIndex index = program.index();
    return !classes.isEmpty()
        && index.calls(entity).stream()
            .anyMatch(name -> knowledge.isIdiom(Idiom.Kind.GUARD, index.text(name)))
        && classes.keySet().stream().anyMatch(text.get()::contains);
  }

  private GuardClass read(Entity definition) {
    Optional<Expr> expression =
        program.invocation(program.textOf(definition), program.index().extent(definition));
    if (!(expression.orElse(null) instanceof Expr.Call call)) {
      return new GuardClass(TaskFlags.NONE, false, TaskFlags.ALL);
    }
    TaskFlags opens = TaskFlags.NONE;
    TaskFlags closes = TaskFlags.NONE;
    boolean opensArgument = false;
    for (Expr argument : call.arguments()) {
      ScopeEffect effect = effect(definition, argument);
      opens = opens.with(effect.opens());
      closes = closes.with(effect.closes());
      opensArgument |= savesByName(argument);
    }
    return new GuardClass(opens, opensArgument, closes);
  }

  /** What an argument of a definition does to the flags as the code it becomes. */
  private ScopeEffect effect(Entity definition, Expr code) {
    BasicBlock only = new BasicBlock(List.of(new Instruction.Evaluate(code)), new int[] {1});
    BasicBlock exit = new BasicBlock(List.of(), new int[0]);
    ControlFlowGraph graph =
        new ControlFlowGraph(List.of(), List.of(only, exit), Map.of(), Map.of());
    return ScopeEffect.of(ScopeProblem.run(summaries.context(definition, graph), false));
  }

  /** {@code memalloc_flags_save(flags)}, with the parameter of the constructor. */
  private boolean savesByName(Expr code) {
    boolean[] saves = new boolean[1];
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        saves[0] |=
            call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expr.Name
                && call.calledName()
                    .flatMap(name -> knowledge.scope(name.text()))
                    .filter(row -> row.kind() == ScopeRow.Kind.SAVE && row.scope().isEmpty())
                    .isPresent();
      }
    }.walk(code);
    return saves[0];
  }
}
