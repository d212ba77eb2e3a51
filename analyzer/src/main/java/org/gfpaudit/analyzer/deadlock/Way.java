package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.grammar.ast.Expr;

/**
 * A call on the way down, and what led to it.
 *
 * @param graph the configuration it stands in
 * @param choices how many functions the call can run by a table; 0 where it names its callee
 * @param callee the name of what is called
 */
record Way(
    Optional<Way> before,
    CallSite at,
    Expr.Call call,
    ControlFlowGraph graph,
    int choices,
    String callee) {

  /** Whether the callee is called by its name. */
  boolean isDirect() {
    return choices == 0;
  }

  /** Whether it is told at each call which function it runs. */
  boolean isTold() {
    return choices <= 1 && before.map(Way::isTold).orElse(true);
  }

  /** The call that the way starts with. */
  Way first() {
    return before.map(Way::first).orElse(this);
  }

  /** How many calls lead here, this one counted. */
  int depth() {
    return before.map(Way::depth).orElse(0) + 1;
  }

  /** This call, then the one before, and so on. */
  List<Way> upwards() {
    List<Way> upwards = new ArrayList<>(all());
    Collections.reverse(upwards);
    return upwards;
  }

  /** The calls from the first on. */
  List<Way> all() {
    Deque<Way> all = new ArrayDeque<>();
    for (Optional<Way> way = Optional.of(this); way.isPresent(); way = way.get().before) {
      all.push(way.get());
    }
    return List.copyOf(all);
  }
}
