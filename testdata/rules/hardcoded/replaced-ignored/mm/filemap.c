/*
 * rule:     hardcoded
 * shows:    the replacement of a page that does nothing with its mask, whatever release this is
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int replace_page_cache_page(struct page *old, struct page *new, gfp_t gfp)
{
	return old == new;
}
