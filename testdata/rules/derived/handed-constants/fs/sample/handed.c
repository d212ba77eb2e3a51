/*
 * rule:     derived
 * shows:    a parameter that every caller of another file hands in as the same constant
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
#include "handed.h"

int raft_page(struct page *page, struct address_space *mapping, bool urgent)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (urgent)
		gfp = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

/* One of its callers hands in something else. */
int ferry_page_bad(struct page *page, struct address_space *mapping, bool urgent)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (urgent)
		gfp = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL reaches" */
}

/* Its address is known elsewhere, where anything can be handed in. */
int barge_page_bad(struct page *page, struct address_space *mapping, bool urgent)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (urgent)
		gfp = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL reaches" */
}
