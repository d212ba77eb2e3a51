/**
 * The index of a tree in segments, which can be stored and shared.
 *
 * <p>A {@link Segment} holds what the scanner found in some files, in flat columns that are the
 * same in memory and on disk ({@link SegmentFile} maps them), and it never changes. A file has a
 * <em>slot</em> in it. A {@link SegmentIndex} is a view: a list of segments, and for each file of a
 * tree the slot that it has in one of them. So a tree of which one file changed is the old segments
 * and a small new one, and two revisions share what they have in common.
 *
 * <p>There are two numberings: a segment numbers its names and entities for itself, and the view
 * numbers them for all segments together. {@link Questions} records what an analysis asked of the
 * view, so that a later run can tell whether the answers are still the same.
 *
 * <p>Example: after a change of {@code fs/a.c} the view has the old segment for all other files and
 * a new segment with one slot for {@code fs/a.c}; the old slot is still in the old segment and is
 * in no view.
 */
package org.gfpaudit.grammar.segment;
