package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.FeasibleWays;
import org.gfpaudit.analyzer.lower.HandedIn;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.analyzer.lower.Lowering;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * The control-flow graphs of the definitions of a program; each is lowered when first asked for and
 * kept. Safe for several threads.
 */
final class DefinitionGraphs {
  private final Program program;
  private final Knowledge knowledge;
  private final Optional<KeptReadings.OfTree> kept;
  private final Tracing tracing;
  private final KnownCalls calls;
  private final HandedConstants handed;
  private final Memo<Entity, List<ControlFlowGraph>> graphs;

  /**
   * @param kept what earlier audits made of the same texts
   */
  DefinitionGraphs(Program program, Knowledge knowledge, Optional<KeptReadings.OfTree> kept) {
    this.program = program;
    this.knowledge = knowledge;
    this.kept = kept;
    this.tracing = program.tracing();
    this.calls = new TreeCalls(program, knowledge);
    this.handed = new HandedConstants(program);
    this.graphs = new Memo<>(tracing);
  }

  /** As {@link Program#graphs}. */
  List<ControlFlowGraph> of(Entity entity) {
    return graphs.get(entity, this::lower);
  }

  private List<ControlFlowGraph> lower(Entity entity) {
    List<ControlFlowGraph> lowered = new ArrayList<>();
    switch (program.index().kind(entity)) {
      case FUNCTION -> {
        for (Parsed.Variant<FunctionDefinition> variant : program.function(entity).variants()) {
          HandedIn handedIn = parameter -> handed.to(entity, parameter);
          KnownCalls here = ConfiguredCalls.of(calls, knowledge, variant.condition());
          lowered.add(
              kept.isPresent()
                  ? kept.get().graph(entity, lowered.size(), variant.tree(), here, handedIn)
                  : Lowering.lower(variant.tree(), here, handedIn));
        }
      }
      case FUNCTION_MACRO, OBJECT_MACRO -> {
        for (Parsed.Variant<MacroDefinition> variant : program.macro(entity).variants()) {
          lowered.add(Lowering.lower(variant.tree(), calls));
        }
      }
      case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> {}
    }
    return tracing.isOn() ? lowered.stream().map(this::traced).toList() : List.copyOf(lowered);
  }

  /** A graph whose ways are found for the first who asks, and read by all. */
  private ControlFlowGraph traced(ControlFlowGraph graph) {
    Memo<ControlFlowGraph, FeasibleWays> ways = new Memo<>(tracing);
    Supplier<FeasibleWays> feasible = () -> ways.get(graph, ControlFlowGraph::ways);
    return new ControlFlowGraph(
        graph.parameters(), graph.blocks(), graph.names(), graph.statementValues(), feasible);
  }
}
