/*
 * rule:     hardcoded
 * shows:    a page that goes into a mapping in the same file
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct page *tank_page_bad(struct address_space *mapping)
{
	struct page *page = __page_cache_alloc(GFP_KERNEL); /* want hardcoded (error): "GFP_KERNEL" */

	if (page && add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping))) /* verdict derived */
		put_page(page);
	return page;
}
