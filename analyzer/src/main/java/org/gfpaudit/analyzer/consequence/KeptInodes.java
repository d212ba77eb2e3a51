package org.gfpaudit.analyzer.consequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.InodeKindRow;

/**
 * Inodes that a function gets and then puts into a field of something that outlives it: what a file
 * system keeps so is its own.
 */
final class KeptInodes {
  private final Program program;
  private final ConsequenceTables tables;
  private final Set<String> ways;

  KeptInodes(Program program, ConsequenceTables tables) {
    this.program = program;
    this.tables = tables;
    this.ways = Set.copyOf(tables.names(InodeKindRow.How.WAY));
  }

  /** Whether what calls return is then put into a field of something else. */
  MappingKinds of(Entity in, Predicate<Expr.Call> calls) {
    for (ControlFlowGraph graph : program.graphs(in)) {
      Set<String> holders = holders(graph, calls);
      List<Expr.Assign> kept = new ArrayList<>();
      new ExprWalker() {
        @Override
        protected void onAssign(Expr.Assign assign) {
          if (assign.target() instanceof Expr.Member target
              && isElsewhere(target, holders)
              && (isHeld(assign.value(), holders) || isCalled(assign.value(), calls))) {
            kept.add(assign);
          }
        }
      }.walk(graph);
      if (!kept.isEmpty()) {
        Expr.Member target = (Expr.Member) kept.get(0).target();
        return MappingKinds.of(
            tables.kind(InodeKindRow.How.FIELD, target.field()).orElse(InodeKind.METADATA),
            program.place(in, target.span().start()),
            "is kept by " + program.textOf(in).textOnOneLine(target.span()));
      }
    }
    return MappingKinds.UNKNOWN;
  }

  /** Whether a field is in something that outlives the function, and is not the object itself. */
  private static boolean isElsewhere(Expr.Member target, Set<String> holders) {
    boolean isBehind = false;
    Expr base = target;
    while (base instanceof Expr.Member member) {
      isBehind |= member.arrow();
      base = member.base();
    }
    return isBehind && !holders.contains(root(target));
  }

  private static boolean isCalled(Expr value, Predicate<Expr.Call> calls) {
    return value instanceof Expr.Call call && calls.test(call);
  }

  /** Whether a value is the object, or its mapping. */
  private boolean isHeld(Expr value, Set<String> holders) {
    Expr base = value;
    while (base instanceof Expr.Member member && ways.contains(member.field())) {
      base = member.base();
    }
    boolean isWrapped =
        base instanceof Expr.Call call
            && call.arguments().size() == 1
            && isHeld(call.arguments().get(0), holders);
    return isWrapped || (base instanceof Expr.Name name && holders.contains(name.text()));
  }

  /** The variables that are set to what some calls return. */
  private static Set<String> holders(ControlFlowGraph graph, Predicate<Expr.Call> calls) {
    Set<String> holders = new HashSet<>();
    for (var block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Initialize set
            && set.value() instanceof Expr.Call call
            && calls.test(call)) {
          holders.add(set.variable().name());
        }
      }
    }
    new ExprWalker() {
      @Override
      protected void onAssign(Expr.Assign assign) {
        if (assign.target() instanceof Expr.Name target
            && assign.value() instanceof Expr.Call call
            && calls.test(call)) {
          holders.add(target.text());
        }
      }
    }.walk(graph);
    return holders;
  }

  /** The calls of a function that are written like that, on one line. */
  Predicate<Expr.Call> written(Entity in, String text) {
    SourceText source = program.textOf(in);
    return call -> source.textOnOneLine(call.span()).equals(text);
  }

  /** The name an access starts with; empty for what has none. */
  private static String root(Expr expression) {
    Expr base = expression;
    while (base instanceof Expr.Member member) {
      base = member.base();
    }
    return base instanceof Expr.Name name ? name.text() : "";
  }
}
