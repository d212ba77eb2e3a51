/**
 * The audit table for people: what {@code gfpaudit sites} prints.
 *
 * <p>{@link TableReport} takes an audit and writes every row in aligned columns, sorted by file,
 * line and column, with the counts of verdicts below. {@link SubsystemTable} writes one line for
 * each subsystem with its counts and how it uses the masks of its mappings. Columns that would be
 * empty in every row are left out; long masks are cut. {@code reports.csv} and {@code reports.json}
 * have the same for programs, uncut.
 *
 * <p>Example: {@code scoped site fs/harbor/fill.c:44:9 harbor_journal_page find_or_create_page
 * GFP_KERNEL :44}.
 */
package org.gfpaudit.reports.table;
