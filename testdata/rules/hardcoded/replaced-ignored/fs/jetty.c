/*
 * rule:     hardcoded
 * shows:    a page is replaced by another by a function that ignores the mask
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int replace_page_cache_page(struct page *old, struct page *new, gfp_t gfp);

int steal_ok(struct page *old, struct page *new)
{
	return replace_page_cache_page(old, new, GFP_KERNEL); /* ok: the mask is not used */
}
