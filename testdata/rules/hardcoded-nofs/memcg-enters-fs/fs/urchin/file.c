/*
 * rule:     hardcoded-nofs
 * shows:    where reclaim waits for writeback with FS alone, as stable releases mended it, the release does not tell
 * headers:  pagemap
 * config:   all
 * kernel:   3.18
 */
#include <linux/pagemap.h>

int urchin_insert_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS); /* want hardcoded-nofs (note): "GFP_NOFS" */
}
