package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.SortedMap;

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

  /** The rows that hold for one release; the names of masks stay those of all. */
  MaskTables at(KernelVersion version) {
    return new MaskTables(
        Row.holding(sources, version),
        Row.holding(identities, version),
        Row.holding(idioms, version),
        gfpTables);
  }
}
