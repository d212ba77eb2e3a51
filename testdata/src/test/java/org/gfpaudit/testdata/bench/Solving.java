package org.gfpaudit.testdata.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The solver's share of audits: seconds in its stage, shown per second of the benchmark. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Solving {
  private static final double NANOS_PER_SECOND = 1e9;

  private long nanos;

  /** Its share of the time of audits on one thread. */
  public double solving() {
    return nanos / NANOS_PER_SECOND;
  }

  void add(long elapsed) {
    nanos += elapsed;
  }
}
