package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.function.Predicate;

/** In which context code runs: scopes, and what is run later outside of them. */
record ScopeTables(List<ScopeRow> scopes, List<Callback> callbacks) {

  /** The rows that hold. */
  ScopeTables where(Predicate<Row> holds) {
    return new ScopeTables(Row.holding(scopes, holds), Row.holding(callbacks, holds));
  }
}
