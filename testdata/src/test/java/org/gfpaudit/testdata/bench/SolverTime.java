package org.gfpaudit.testdata.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The solver's part of audits on one thread: seconds in its stage for each second. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class SolverTime {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Below 1. */
  public double solving;

  void add(long nanos) {
    solving += nanos / NANOS_PER_SECOND;
  }
}
