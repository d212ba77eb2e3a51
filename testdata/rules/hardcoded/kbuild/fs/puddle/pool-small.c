/*
 * rule:     hardcoded
 * shows:    the default that a symbol replaces is built without it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int pool_small_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(!CONFIG_PUDDLE_LARGE): "GFP_KERNEL" */
}

gfp_t pool_mask(struct address_space *mapping)
{
	return GFP_KERNEL;
}
