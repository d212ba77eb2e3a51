/**
 * The index of a tree in segments. A segment holds what the scanner found in some files, in flat
 * columns that are the same in memory and on disk, and never changes; an index is a list of
 * segments and a word for each file of a tree on where in them it lies. So a tree of which one file
 * changed is the old segments and a small new one, and two revisions share what they have in
 * common.
 */
package org.gfpaudit.grammar.segment;
