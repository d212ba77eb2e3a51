/**
 * Findings as the mails of the kernel test robot show them.
 *
 * <p>It takes a review, the name of the tree and the sources. It writes what was audited, the new
 * findings marked with {@code >>}, the old ones apart from them, and for each new finding the lines
 * around it with the place marked. There are no greetings and no addresses: somebody who sends the
 * text knows whom it goes to.
 *
 * <p>Example: {@code >> fs/mpage.c:15:7: error: GFP_KERNEL reaches add_to_page_cache_lru() in
 * mpage_readpages() [-Whardcoded]}.
 */
package org.gfpaudit.reports.robot;
