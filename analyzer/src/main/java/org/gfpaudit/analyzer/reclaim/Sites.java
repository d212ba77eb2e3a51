package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.lower.Conditions;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.ReclaimTables;

/**
 * The calls of definitions, with what holds where they stand; each definition is read once. Safe
 * for several threads.
 */
final class Sites {
  private final Model model;
  private final ReclaimTables tables;
  private final Map<Entity, List<Site>> known = new ConcurrentHashMap<>();

  Sites(Model model) {
    this.model = model;
    this.tables = model.knowledge().reclaim();
  }

  /** The calls of a function or macro, in the order of its blocks; none for all else. */
  List<Site> of(Entity entity) {
    List<Site> sites = known.get(entity);
    if (sites == null) {
      sites = read(entity);
      known.put(entity, sites);
    }
    return sites;
  }

  private List<Site> read(Entity entity) {
    List<Site> sites = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (ControlFlowGraph graph : model.program().graphs(entity)) {
      Conditions conditions = new Conditions(graph, condition -> isOfInterest(condition, graph));
      for (int block = 0; block < graph.blocks().size(); block++) {
        int here = block;
        ExprWalker walker =
            new ExprWalker() {
              @Override
              protected void onCall(Expr.Call call) {
                int offset =
                    call.callee() instanceof Expr.Member member
                        ? member.fieldSpan().start()
                        : call.callee().span().start();
                if (seen.add(offset)) {
                  sites.add(new Site(entity, graph, call, offset, conditions, here));
                }
              }
            };
        for (Instruction instruction : graph.blocks().get(block).instructions()) {
          walker.walk(instruction);
        }
      }
    }
    return List.copyOf(sites);
  }

  /** A field of what a parameter points to, which the caller may have set up. */
  private static boolean isOfParameter(Expr.Member member, ControlFlowGraph graph) {
    return member.arrow()
        && member.base() instanceof Expr.Name name
        && graph.variable(name).filter(LocalVariable::isParameter).isPresent();
  }

  /** Whether a condition can say anything: it names a word of the tables, or a local variable. */
  private boolean isOfInterest(Expr condition, ControlFlowGraph graph) {
    boolean[] isFound = new boolean[1];
    new ExprWalker() {
      @Override
      protected void onName(Expr.Name name) {
        isFound[0] |=
            tables.word(name.text()).isPresent()
                || graph.variable(name).filter(v -> v.type().pointerDepth() == 0).isPresent();
      }

      @Override
      protected void onAccess(Expr accessed) {
        isFound[0] |=
            accessed instanceof Expr.Member member
                && (tables.word(member.field()).isPresent() || isOfParameter(member, graph));
      }
    }.walk(condition);
    return isFound[0];
  }
}
