package org.gfpaudit.testdata.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The bytes a benchmark went through, which JMH shows per second beside the operations. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Bytes {
  private static final double IN_MEGABYTE = 1e6;

  /** Public, because JMH starts public fields from zero in each iteration, and only these. */
  public double megabytes;

  void add(long count) {
    megabytes += count / IN_MEGABYTE;
  }
}
