/**
 * Findings for people, as a compiler shows its own.
 *
 * <p>{@link TextReport} takes a review and the sources, and writes for each finding its message,
 * the source with the called name and the mask underlined, the way of the mask, the reason for the
 * level and the evidence, with a summary of the whole audit at the end. {@link DifferenceReport}
 * shows what is new between two runs and why, {@link TimelineReport} when findings came and went.
 * Colours are used where the {@code Style} says so.
 *
 * <p>Example: README.md shows the report of one file and explains each part of it.
 */
package org.gfpaudit.reports.text;
