/*
 * rule:     hardcoded
 * shows:    the replacement of a page that reserves memory by the mask
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int radix_tree_preload(gfp_t gfp);

int replace_page_cache_page(struct page *old, struct page *new, gfp_t gfp)
{
	return radix_tree_preload(gfp & GFP_RECLAIM_MASK);
}
