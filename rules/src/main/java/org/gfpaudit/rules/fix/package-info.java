/**
 * How findings are mended, as data.
 *
 * <p>An {@link Edit} replaces bytes of one file. A {@link Fix} is the edits that mend one or more
 * findings together, with the strategy and the reasons; a {@link Patch} is the fixes of one
 * subsystem with the changed files; a {@link PatchSeries} is all patches of a run, and a {@link
 * Refusal} for each finding that has none. The analyzer makes them and proves them by a second
 * audit.
 *
 * <p>Edits know nothing of diffs, mails or editors, so that several reports can show them. Text is
 * kept as ISO 8859-1, one character for each byte, so that every byte that no edit touches stays
 * what it was. Example: an edit that replaces {@code GFP_KERNEL} by {@code
 * mapping_gfp_constraint(mapping, GFP_KERNEL)}.
 */
package org.gfpaudit.rules.fix;
