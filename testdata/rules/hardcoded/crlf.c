/*
 * rule:     hardcoded
 * shows:    lines end with a carriage return and a line feed
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define CRLF_GFP \
	GFP_KERNEL

int carriage_return_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, CRLF_GFP); /* want hardcoded: "add_to_page_cache_lru" */
}

int carriage_return_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = \
		mapping_gfp_mask(mapping);

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}
