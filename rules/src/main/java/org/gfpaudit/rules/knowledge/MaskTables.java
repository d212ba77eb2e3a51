package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * What masks are made of.
 *
 * @param gfpTables the names of masks by release
 */
record MaskTables(
    List<MaskSource> sources,
    List<Identity> identities,
    List<Idiom> idioms,
    SortedMap<KernelVersion, GfpTable> gfpTables) {

  /** The rows that hold; the names of masks stay those of all. */
  MaskTables where(Predicate<Row> holds) {
    return new MaskTables(
        Row.holding(sources, holds),
        Row.holding(identities, holds),
        Row.holding(idioms, holds),
        gfpTables);
  }
}
