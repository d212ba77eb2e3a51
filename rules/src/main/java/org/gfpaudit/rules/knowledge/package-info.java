/**
 * What gfpaudit knows of the kernel, as data.
 *
 * <p>The tables are tab-separated resources beside this package: sinks, sources of masks, scopes,
 * constrainers, locks, exemptions and more. Each row names the kernel file it was read in and the
 * releases it holds for. {@link Knowledge#shipped()} reads and checks them all; a wrong row is an
 * error that names file and line. {@link Knowledge#at} narrows them to one release, and {@link
 * Knowledge#shippedWith} adds the rows of a settings file.
 *
 * <p>Nothing else in the program knows the name of a kernel function. What follows from code is not
 * listed: functions that hand a mask on to a sink, helpers that return masks and functions that
 * open a scope are found by the analysis. Example: the row {@code add_to_page_cache_lru F1 3 1} of
 * {@code sinks.tsv} says that argument 3 is the mask and argument 1 the mapping, both counted from
 * 0.
 */
package org.gfpaudit.rules.knowledge;
