package org.gfpaudit.testdata.bench;

/** The options the launcher gives the JVM: what is measured runs as it does in the program. */
final class ProgramJvm {
  static final String COMPILER = "-XX:TieredStopAtLevel=1";
  static final String COLLECTOR = "-XX:+UseSerialGC";
  static final String STACK = "-Xss1m";

  /** Code in memory takes more than the heap of a small machine has by default. */
  static final String HEAP = "-Xmx2g";

  private ProgramJvm() {}
}
