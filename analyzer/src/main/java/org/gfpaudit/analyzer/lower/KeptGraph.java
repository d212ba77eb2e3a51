package org.gfpaudit.analyzer.lower;

import java.util.function.Supplier;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a function's tree, for all who know the same of its calls, and the ways through it
 * for all whose callers hand in the same besides. It refers to nobody who asked for it. Safe for
 * several threads, which may find the ways twice.
 */
public final class KeptGraph {
  private final ControlFlowGraph graph;
  private final AskedCalls.Answers lowered;
  private volatile @Nullable Ways ways;

  private record Ways(FeasibleWays found, AskedCalls.Answers answers) {}

  private KeptGraph(ControlFlowGraph graph, AskedCalls.Answers lowered) {
    this.graph = graph;
    this.lowered = lowered;
  }

  /** Lowers a function's body. */
  public static KeptGraph of(FunctionDefinition function, KnownCalls calls) {
    AskedCalls asked = new AskedCalls(calls, HandedIn.ANYTHING);
    ControlFlowGraph graph = Lowering.lower(function, asked);
    return new KeptGraph(graph.withEveryWay(), asked.answers());
  }

  /** Whether it is the graph for who knows this of its calls. */
  public boolean holds(KnownCalls calls) {
    return lowered.hold(calls, HandedIn.ANYTHING);
  }

  /**
   * The graph, whose ways go by what is known now.
   *
   * @param calls for which it {@link #holds}
   */
  public ControlFlowGraph with(KnownCalls calls, HandedIn handedIn) {
    return new ControlFlowGraph(
        graph.parameters(),
        graph.blocks(),
        graph.names(),
        graph.statementValues(),
        new WaysNow(calls, handedIn));
  }

  private FeasibleWays ways(KnownCalls calls, HandedIn handedIn) {
    Ways known = ways;
    if (known == null || !known.answers.hold(calls, handedIn)) {
      AskedCalls asked = new AskedCalls(calls, handedIn);
      FeasibleWays found = FeasibleWays.of(graph.blocks(), graph.names(), asked, asked);
      known = new Ways(found, asked.answers());
      ways = known;
    }
    return known.found;
  }

  /** Looked for, or held against what is known now, when first asked for. */
  private final class WaysNow implements Supplier<FeasibleWays> {
    private final KnownCalls calls;
    private final HandedIn handedIn;
    private volatile @Nullable FeasibleWays found;

    WaysNow(KnownCalls calls, HandedIn handedIn) {
      this.calls = calls;
      this.handedIn = handedIn;
    }

    @Override
    public FeasibleWays get() {
      FeasibleWays known = found;
      if (known == null) {
        known = ways(calls, handedIn);
        found = known;
      }
      return known;
    }
  }
}
