/*
 * rule:     hardcoded
 * shows:    a mapping that was handed in is anybody's, in the directory of a driver as well
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int kelp_object_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded (error): "GFP_KERNEL" */
}
