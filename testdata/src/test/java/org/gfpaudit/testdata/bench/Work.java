package org.gfpaudit.testdata.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a benchmark got through, which JMH shows per second beside the operations. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Work {
  private static final double BYTES_IN_MEGABYTE = 1e6;

  /** Functions read, or solved. */
  public long functions;

  private long bytes;

  /** Of 1,000,000 bytes. */
  public double megabytes() {
    return bytes / BYTES_IN_MEGABYTE;
  }

  void addBytes(long count) {
    bytes += count;
  }
}
