/**
 * Findings in the form of gcc's warnings, for editors and build logs.
 *
 * <p>It takes a review and writes one line for each new finding, followed by one {@code note} line
 * for each step of the way of its mask, for the reason of its level and for each piece of evidence.
 * Nothing else is written, so that every line can be parsed. Known and waived findings are left
 * out.
 *
 * <p>Example: {@code fs/mpage.c:15:7: error: GFP_KERNEL reaches add_to_page_cache_lru() in
 * mpage_readpages(): the mapping's mask is ignored [-Whardcoded]}.
 */
package org.gfpaudit.reports.gcc;
