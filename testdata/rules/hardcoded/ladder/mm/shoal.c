/*
 * rule:     hardcoded
 * shows:    generic code meets the mappings of every file system
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int shoal_read_ahead_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded (error): "GFP_KERNEL" */
}
