/*
 * rule:     hardcoded
 * shows:    what is built always has no condition
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#ifdef CONFIG_PUDDLE_LARGE
gfp_t pool_mask(struct address_space *mapping)
{
	return mapping_gfp_mask(mapping);
}
#endif

int puddle_file_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, pool_mask(mapping)); /* want partial: "add_to_page_cache_lru" */
}
