/*
 * rule:     hardcoded
 * shows:    so is a file system
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int urchin_insert_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded (note): "GFP_KERNEL" */
}
