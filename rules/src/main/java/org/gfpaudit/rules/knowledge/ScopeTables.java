package org.gfpaudit.rules.knowledge;

import java.util.List;

/** In which context code runs: scopes, and what is run later outside of them. */
record ScopeTables(List<ScopeRow> scopes, List<Callback> callbacks) {

  /** The rows that hold for one release. */
  ScopeTables at(KernelVersion version) {
    return new ScopeTables(Row.holding(scopes, version), Row.holding(callbacks, version));
  }
}
