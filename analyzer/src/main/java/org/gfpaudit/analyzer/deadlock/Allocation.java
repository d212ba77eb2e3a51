package org.gfpaudit.analyzer.deadlock;

import java.util.Set;

/**
 * What a call asks for that allocates.
 *
 * @param mask as it is written, empty where the call does not show it
 * @param isByConstant whether it lets reclaim into file systems by a constant, whatever the mask of
 *     a mapping is
 * @param unless the flags of the call that keep reclaim out of file systems, each of which is set
 *     on some ways to it alone
 */
record Allocation(String mask, boolean isByConstant, Set<String> unless) {
  Allocation {
    unless = Set.copyOf(unless);
  }

  /** One that no flag keeps reclaim away from. */
  Allocation(String mask, boolean isByConstant) {
    this(mask, isByConstant, Set.of());
  }
}
