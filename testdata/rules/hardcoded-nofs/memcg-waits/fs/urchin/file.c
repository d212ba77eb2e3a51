/*
 * rule:     hardcoded-nofs
 * shows:    where reclaim waits with IO alone, a mask without FS can wait for the device
 * headers:  pagemap
 * config:   all
 * kernel:   3.18
 */
#include <linux/pagemap.h>

int urchin_insert_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS); /* want hardcoded-nofs (warning): "GFP_NOFS" */
}
