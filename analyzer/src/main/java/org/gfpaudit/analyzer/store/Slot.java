package org.gfpaudit.analyzer.store;

/**
 * Where the index of a file is.
 *
 * @param segment the segment
 * @param number the slot in it, from 0
 */
public record Slot(StoredSegment segment, int number) {}
