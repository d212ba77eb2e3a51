/*
 * rule:     hardcoded
 * shows:    a page is replaced by another with a constant mask
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int replace_page_cache_page(struct page *old, struct page *new, gfp_t gfp);

int steal_bad(struct page *old, struct page *new)
{
	return replace_page_cache_page(old, new, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches replace_page_cache_page" */
}
