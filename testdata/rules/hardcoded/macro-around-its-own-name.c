/*
 * rule:     hardcoded
 * shows:    a macro with the name of a function, whose body calls that function with another mask
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define add_to_page_cache_lru(page, mapping, index, gfp) add_to_page_cache_lru(page, mapping, index, GFP_KERNEL) /* want hardcoded: "GFP_KERNEL" */

int around_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* ok: the macro does not use this mask */
}
