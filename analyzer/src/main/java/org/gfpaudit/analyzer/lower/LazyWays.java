package org.gfpaudit.analyzer.lower;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The feasible ways of a graph, found when first asked for: most graphs are only looked through.
 * Safe for several threads, which may find them twice.
 */
final class LazyWays implements Supplier<FeasibleWays> {
  private final List<BasicBlock> blocks;
  private final Map<Integer, LocalVariable> names;
  private final KnownCalls calls;
  private final HandedIn handedIn;
  private volatile @Nullable FeasibleWays found;

  LazyWays(
      List<BasicBlock> blocks,
      Map<Integer, LocalVariable> names,
      KnownCalls calls,
      HandedIn handedIn) {
    this.blocks = blocks;
    this.names = names;
    this.calls = calls;
    this.handedIn = handedIn;
  }

  @Override
  public FeasibleWays get() {
    FeasibleWays ways = found;
    if (ways == null) {
      ways = FeasibleWays.of(blocks, names, calls, handedIn);
      found = ways;
    }
    return ways;
  }
}
