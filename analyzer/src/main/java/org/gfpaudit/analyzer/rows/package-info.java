/**
 * What does the audit table say, and what speaks for it?
 *
 * <p>{@link RowBuilder#run} takes the model, the masks and the scopes and gives one {@link
 * org.gfpaudit.analyzer.facts.JudgedCall} for each call that binds a mask: the verdict on its worst
 * way, with the scopes around it where the verdict is bad without, the origins from which its mask
 * comes ({@link OriginClosure}), and its presence condition. {@link WitnessPath} tells a way to
 * people: only there does a call become a line. {@link EvidenceFinder} looks, for bad rows only,
 * for what else the code around says.
 *
 * <p>Example: a call that hands {@code GFP_KERNEL} on to a relative is a row of kind origin, whose
 * witness path has the constant first and the call of the sink last.
 */
package org.gfpaudit.analyzer.rows;
