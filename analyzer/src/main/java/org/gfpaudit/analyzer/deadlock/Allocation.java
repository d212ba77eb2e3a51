package org.gfpaudit.analyzer.deadlock;

/**
 * What a call asks for that allocates.
 *
 * @param mask as it is written, empty where the call does not show it
 * @param isByConstant whether it lets reclaim into file systems by a constant, whatever the mask of
 *     a mapping is
 */
record Allocation(String mask, boolean isByConstant) {}
