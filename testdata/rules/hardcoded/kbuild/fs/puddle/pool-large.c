/*
 * rule:     hardcoded
 * shows:    definitions that no configuration holds together do not meet
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int pool_large_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_PUDDLE_LARGE): "GFP_KERNEL" */
}

int pool_fill_ok(struct page *page, struct address_space *mapping)
{
	/* The one of file.c: where this file is built, pool-small.c is not. */
	return add_to_page_cache_lru(page, mapping, 0, pool_mask(mapping)); /* verdict derived */
}
