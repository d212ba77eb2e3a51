/*
 * rule:     hardcoded
 * shows:    a directory of the top-level makefile counts
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int reeflib_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_NET && CONFIG_REEF_LIB): "GFP_KERNEL" */
}
