/*
 * rule:     re-added
 * shows:    a helper that adds bits to a mask by a macro on what its pointer leads to
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define ADD(to, value) ((to) |= (value))

static void add(gfp_t *where)
{
	ADD(*where, GFP_KERNEL); /* step A */
}

int add_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	add(&m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want re-added [A]: "m" */
}

static void add_given(gfp_t *where, gfp_t more)
{
	ADD(*where, more);
}

int add_harmless_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	add_given(&m, __GFP_NOWARN);
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
