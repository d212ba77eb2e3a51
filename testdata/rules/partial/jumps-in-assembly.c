/*
 * rule:     partial
 * shows:    a jump out of assembly leaves out what stands behind it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int set_behind_the_jump_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL;

	asm goto("1: nop" : : : : patched);
	gfp = mapping_gfp_mask(mapping);
patched:
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

int set_before_the_jump_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL;

	gfp = mapping_gfp_mask(mapping);
	asm goto("1: nop" : : : : patched);
	gfp &= ~__GFP_HIGH;
patched:
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}
