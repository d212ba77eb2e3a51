/*
 * rule:     hardcoded-nofs
 * shows:    code that all mappings come to ignores nothing that a buffer's mask forbids
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int shoal_insert_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS); /* want hardcoded-nofs (note): "GFP_NOFS" */
}
