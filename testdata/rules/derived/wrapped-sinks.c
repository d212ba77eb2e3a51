/*
 * rule:     derived
 * shows:    a macro with the name of a sink that narrows the mask it is handed
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define find_or_create_page(m, i, g) find_or_create_page(m, i, mapping_gfp_constraint(m, g)) /* verdict derived */
#define add_to_page_cache_lru(p, m, i, g) add_to_page_cache_lru(p, m, i, (g) | __GFP_NOWARN) /* verdict passthrough */

struct page *narrowed_by_the_macro_ok(struct address_space *mapping)
{
	return find_or_create_page(mapping, 0, GFP_KERNEL); /* verdict derived origin */
}

int only_handed_on_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}
