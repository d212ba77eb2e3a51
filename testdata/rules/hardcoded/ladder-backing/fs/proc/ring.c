/*
 * rule:     hardcoded
 * shows:    nobody can bind these mappings to a device
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int ring_insert_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded (note): "GFP_KERNEL" */
}
