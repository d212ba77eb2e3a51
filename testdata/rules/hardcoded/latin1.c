/*
 * rule:     hardcoded
 * shows:    comments in Latin-1 and in broken UTF-8 do not move columns or lines
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

/* By Jürgen Weiß, Café Größenwahn. */
int latin_bad(struct page *page, struct address_space *mapping)
{
	const char *author = "Zoë"; int error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */

	return author ? error : 0;
}

/* Broken: Ã( ÿþ ðŸ. */
int broken_utf8_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}
