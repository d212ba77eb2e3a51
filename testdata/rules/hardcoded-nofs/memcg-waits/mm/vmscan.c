/*
 * rule:     hardcoded-nofs
 * shows:    reclaim that waits for writeback with IO alone
 * headers:  pagemap
 * config:   all
 * kernel:   3.18
 * names:    real
 */
#include <linux/mm.h>

int shrink_page_list(struct page *page, gfp_t gfp_mask, bool is_memcg)
{
	bool may_enter_fs = (gfp_mask & __GFP_FS) || (PageSwapCache(page) && (gfp_mask & __GFP_IO));

	if (!PageWriteback(page))
		return may_enter_fs;
	if (!is_memcg || !PageReclaim(page) || !(gfp_mask & __GFP_IO))
		return 0;
	wait_on_page_writeback(page);
	return 1;
}
