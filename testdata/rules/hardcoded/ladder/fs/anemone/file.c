/*
 * rule:     hardcoded
 * shows:    no mapping of this file system is restricted, but one can be behind a loop device
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int anemone_fill_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded (warning): "GFP_KERNEL" */
}

int anemone_some_bad(struct page *page, struct address_space *mapping, bool quick)
{
	gfp_t gfp = quick ? GFP_KERNEL : mapping_gfp_mask(mapping);

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial (warning): "GFP_KERNEL" */
}
