package org.gfpaudit.analyzer.deadlock;

import java.util.Optional;
import java.util.SortedSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.grammar.index.Entity;

/**
 * The calls that allocate, and by their own mask let reclaim into file systems. Safe for several
 * threads.
 */
interface Allocations {

  /** What they allocate. */
  enum Kind {
    /** Pages of files: a mapping's mask can keep reclaim away. */
    PAGE_CACHE("page cache"),
    /** All else: only the call's own mask tells. */
    MEMORY("memory");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** For people. */
    String word() {
      return word;
    }
  }

  Kind kind();

  /** The functions that may make such allocations, in order. */
  SortedSet<Entity> functions();

  /** Those of them whose mask has the bit by a constant, in order. */
  SortedSet<Entity> byConstant();

  /** The allocation that a call makes, if it is one. */
  Optional<Allocation> at(CallSite site);
}
