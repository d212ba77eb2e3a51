package org.gfpaudit.rules.knowledge;

import java.util.List;

/**
 * What allocates memory by a mask it is handed.
 *
 * @param fgpEffects for one flag what it clears before what it sets
 */
record SinkTables(
    List<Sink> sinks,
    List<FgpEffect> fgpEffects,
    List<RawSink> rawSinks,
    List<LowMemoryMapping> lowMemoryMappings) {

  /** The rows that hold for one release. */
  SinkTables at(KernelVersion version) {
    return new SinkTables(
        Row.holding(sinks, version),
        Row.holding(fgpEffects, version),
        Row.holding(rawSinks, version),
        Row.holding(lowMemoryMappings, version));
  }
}
