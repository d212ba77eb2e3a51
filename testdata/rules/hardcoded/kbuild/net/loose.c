/*
 * rule:     hardcoded
 * shows:    a test that depends on something else may always hold
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int loose_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_NET): "GFP_KERNEL" */
}
