package org.gfpaudit.analyzer.consequence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.GateRow;

/**
 * What reclaim does in this tree and not in all: what a table says of its release, unless the
 * tree's own reclaim says otherwise. Only where the tree does not define the function that tells
 * does the table stand alone.
 */
final class ReclaimGates {
  private final Program program;
  private final ConsequenceTables tables;

  /** Whether the tree has the sign of a row, or nothing to look for it in. */
  private final Memo<GateRow.Sign, Boolean> signs;

  ReclaimGates(Model model) {
    this.program = model.program();
    this.tables = model.knowledge().consequences();
    this.signs = new Memo<>(program.tracing());
  }

  /** What reclaim does under a name, where it does so in this tree. */
  Optional<GateRow> gate(String name) {
    return tables.gate(name).filter(row -> signs.get(row.sign(), this::mayHold));
  }

  private boolean mayHold(GateRow.Sign sign) {
    List<Entity> functions =
        program.index().definitions(sign.function()).stream()
            .filter(entity -> program.index().kind(entity) == EntityKind.FUNCTION)
            .toList();
    return functions.isEmpty() || functions.stream().anyMatch(function -> mayAsk(function, sign));
  }

  /** A function that was not read whole may have the condition where it was not. */
  private boolean mayAsk(Entity function, GateRow.Sign sign) {
    return !program.function(function).isClean()
        || program.graphs(function).stream().anyMatch(graph -> asks(graph, sign));
  }

  private static boolean asks(ControlFlowGraph graph, GateRow.Sign sign) {
    return graph.blocks().stream()
        .map(BasicBlock::condition)
        .flatMap(Optional::stream)
        .anyMatch(condition -> namesIn(condition).containsAll(sign.names()));
  }

  private static Set<String> namesIn(Expr condition) {
    Set<String> names = new HashSet<>();
    new ExprWalker() {
      @Override
      protected void onName(Expr.Name name) {
        names.add(name.text());
      }
    }.walk(condition);
    return names;
  }
}
