package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.function.Predicate;

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

  /** The rows that hold. */
  SinkTables where(Predicate<Row> holds) {
    return new SinkTables(
        Row.holding(sinks, holds),
        Row.holding(fgpEffects, holds),
        Row.holding(rawSinks, holds),
        Row.holding(lowMemoryMappings, holds));
  }
}
