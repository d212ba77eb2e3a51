package org.gfpaudit.analyzer.patch;

import java.util.List;
import org.gfpaudit.rules.fix.StrategyName;

/** The strategies there are. */
public final class Strategies {
  private Strategies() {}

  public static Strategy named(StrategyName name) {
    return switch (name) {
      case UNRESTRICT -> new UnrestrictStrategy();
      case ARGUMENT -> new ArgumentStrategy();
      case SCOPE -> new StatementMends(new ScopeStrategy());
      case MAPPING -> new StatementMends(new MappingStrategy());
      case AUTO ->
          new StatementMends(
              new AutoStrategy(
                  List.of(new MappingStrategy(), new ScopeStrategy(), new ArgumentStrategy())));
    };
  }
}
