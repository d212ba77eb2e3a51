package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.fix.StrategyName;

/** The strategies there are. */
public final class Strategies {
  private static final List<Strategy> ALL = List.of(new MappingStrategy());

  private Strategies() {}

  /** The strategy of that name; empty where it is not built. */
  public static Optional<Strategy> named(StrategyName name) {
    return ALL.stream().filter(strategy -> strategy.name() == name).findFirst();
  }
}
