/*
 * rule:     unknown
 * shows:    assembly sets what it is handed, fields and elements among it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct ingot {
	gfp_t gfp;
	gfp_t more[2];
};

int field_bad(struct page *page, struct address_space *mapping)
{
	struct ingot ingot;

	ingot.gfp = mapping_gfp_mask(mapping);
	asm volatile("" : "=m" (ingot.gfp));
	return add_to_page_cache_lru(page, mapping, 0, ingot.gfp); /* want unknown: "set in a way that is not followed" */
}

int whole_bad(struct page *page, struct address_space *mapping)
{
	struct ingot ingot;

	ingot.gfp = mapping_gfp_mask(mapping);
	asm volatile("" : "=m" (ingot));
	return add_to_page_cache_lru(page, mapping, 0, ingot.gfp); /* want unknown: "set in a way that is not followed" */
}

int element_bad(struct page *page, struct address_space *mapping, int i)
{
	gfp_t masks[2] = { mapping_gfp_mask(mapping), mapping_gfp_mask(mapping) };

	asm volatile("" : "=m" (masks[i]));
	return add_to_page_cache_lru(page, mapping, 0, masks[0]); /* want unknown: "set in a way that is not followed" */
}

int another_ok(struct page *page, struct address_space *mapping)
{
	struct ingot ingot, other;

	ingot.gfp = mapping_gfp_mask(mapping);
	asm volatile("" : "=m" (other.gfp));
	return add_to_page_cache_lru(page, mapping, 0, ingot.gfp); /* verdict derived */
}
