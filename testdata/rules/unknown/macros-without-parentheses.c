/*
 * rule:     unknown
 * shows:    macros that fall apart where they are used, because their bodies lack parentheses
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define LOOSE GFP_NOFS | __GFP_FS
#define TIGHT (GFP_NOFS | __GFP_FS)
#define WEAK_BITS __GFP_IO | __GFP_FS
#define LOOSE_AND(a, b) a & b

int loose_beside_and_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, LOOSE & mapping_gfp_mask(mapping)); /* want unknown: "without parentheses" */
}

int loose_behind_and_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping) & LOOSE); /* want unknown: "without parentheses" */
}

int loose_complement_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL & ~WEAK_BITS); /* want unknown: "without parentheses" */
}

int loose_argument_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, LOOSE_AND(mapping_gfp_mask(mapping), GFP_NOFS | __GFP_FS)); /* miss re-added: "__GFP_FS" -- arguments are taken as if they had parentheses */
}

int tight_beside_and_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, TIGHT & mapping_gfp_mask(mapping)); /* verdict derived */
}

int parentheses_at_the_use_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, (LOOSE) & mapping_gfp_mask(mapping)); /* verdict derived */
}

int loose_beside_or_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, LOOSE | __GFP_NOWARN); /* want hardcoded: "LOOSE reaches" */
}

int loose_alone_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, LOOSE); /* want hardcoded: "LOOSE reaches" */
}
