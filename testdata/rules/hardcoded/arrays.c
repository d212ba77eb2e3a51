/*
 * rule:     hardcoded
 * shows:    masks that wait in tables
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static const gfp_t by_urgency[] = { GFP_NOWAIT, GFP_NOFS, GFP_KERNEL };
static const gfp_t harmless[2] = { [0] = GFP_NOWAIT, [1] = GFP_ATOMIC };

int table_bad(struct page *page, struct address_space *mapping, int urgency)
{
	return add_to_page_cache_lru(page, mapping, 0, by_urgency[urgency]); /* want hardcoded: "add_to_page_cache_lru" */
}

int harmless_table_bad(struct page *page, struct address_space *mapping, int urgency)
{
	return add_to_page_cache_lru(page, mapping, 0, harmless[urgency]); /* want hardcoded-weak: "add_to_page_cache_lru" */
}

int local_table_bad(struct page *page, struct address_space *mapping, bool wait)
{
	const gfp_t masks[] = { GFP_ATOMIC, GFP_KERNEL };

	return add_to_page_cache_lru(page, mapping, 0, masks[wait]); /* want hardcoded: "add_to_page_cache_lru" */
}

int local_table_ok(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t masks[2];

	masks[0] = mapping_gfp_constraint(mapping, GFP_NOFS);
	masks[1] = mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, masks[wait]); /* verdict derived */
}
