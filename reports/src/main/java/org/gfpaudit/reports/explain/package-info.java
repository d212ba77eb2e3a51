/**
 * One row of the audit in full, for people: what {@code gfpaudit explain} prints.
 *
 * <p>It takes rows with their proofs ({@code ExplainedRow}) and the sources for excerpts. For each
 * row it shows the verdict and what it means, the mask taken apart, the origins, the findings with
 * the way of the mask, who sets the masks of the mappings, the task scopes along the calls, the
 * evidence, and the ways to mend it. It is meant to fit one screen. Text that came from a tree is
 * made visible before it is shown.
 *
 * <p>Example: MANUAL.md shows the explanation of a finding of the kernel in miniature.
 */
package org.gfpaudit.reports.explain;
