/*
 * rule:     hardcoded
 * shows:    nobody can put an object of a driver below a file system
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int kelp_object_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded (note): "GFP_KERNEL" */
}
