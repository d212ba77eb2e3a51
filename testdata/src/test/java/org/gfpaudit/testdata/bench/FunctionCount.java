package org.gfpaudit.testdata.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The functions a benchmark read or solved, which JMH shows per second beside the operations. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class FunctionCount {
  public long functions;
}
