/*
 * rule:     hardcoded
 * shows:    generic code is reached by the file behind a device with a scope, and by no other restricted mapping
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int drift_insert_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded (note): "GFP_KERNEL" */
}
