/**
 * A constant with FS reaches a page-cache allocation
 *
 * <p>Rule {@code hardcoded}, level error. A mask with {@code __GFP_FS} ({@code GFP_KERNEL}, {@code
 * GFP_USER}, {@code GFP_HIGHUSER} and their like) is handed to a function that inserts, creates or
 * allocates a page of a mapping, whatever the mapping's own mask says.
 *
 * <p>Why it hurts: a file system or a loop device takes {@code __GFP_FS} or {@code __GFP_IO} out of
 * a mapping's mask because it holds locks while it reads. A constant puts the bits back, reclaim
 * enters the file system again and waits for the lock its own caller holds.
 *
 * <p>Instead: {@code mapping_gfp_constraint(mapping, GFP_KERNEL)}, or {@code
 * readahead_gfp_mask(mapping)} on the read-ahead path, or a task scope around the call.
 *
 * <p>Examples: {@code seed-before} and {@code locals.c} are bad, {@code seed-after} is good. Known
 * misses: masks that travel through arrays of unknown index or through memory. Known noise:
 * mappings that never restrict their mask. Source: the audit on linux-mm of October 2015, "mm, fs:
 * obey gfp_mapping for add_to_page_cache()".
 */
package org.gfpaudit.rules.hardcoded;
