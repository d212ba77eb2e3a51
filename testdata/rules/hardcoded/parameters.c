/*
 * rule:     hardcoded
 * shows:    the mask is a parameter: the callers answer for it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static int insert(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* step A */ /* verdict passthrough */
}

int direct_bad(struct page *page, struct address_space *mapping)
{
	return insert(page, mapping, GFP_KERNEL); /* want hardcoded [A]: "GFP_KERNEL" */
}

int direct_ok(struct page *page, struct address_space *mapping)
{
	return insert(page, mapping, mapping_gfp_mask(mapping)); /* verdict derived origin */
}

int weaker_bad(struct page *page, struct address_space *mapping)
{
	return insert(page, mapping, GFP_NOFS); /* want hardcoded-nofs: "GFP_NOFS" */
}

static int insert_with_flags(gfp_t extra, struct page *page,
			     struct address_space *mapping)
{
	gfp_t gfp = extra | __GFP_NOWARN;

	return insert(page, mapping, gfp & ~__GFP_HIGHMEM); /* step B */ /* verdict passthrough origin */
}

int two_levels_bad(struct page *page, struct address_space *mapping)
{
	return insert_with_flags(GFP_KERNEL, page, mapping); /* want hardcoded [B A]: "GFP_KERNEL" */
}

static int insert_nofs(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return insert(page, mapping, gfp & ~__GFP_FS); /* verdict passthrough origin */
}

int weakened_on_the_way_bad(struct page *page, struct address_space *mapping)
{
	return insert_nofs(page, mapping, GFP_KERNEL); /* want hardcoded-nofs: "GFP_KERNEL" */
}

/* Never called: the mask stays a parameter. */
int never_called(struct page *page, struct address_space *mapping, unsigned int flags)
{
	return add_to_page_cache_lru(page, mapping, 0, flags); /* verdict passthrough */
}

static int reassigned(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	gfp = mapping_gfp_constraint(mapping, gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int bounded_by_the_callee_ok(struct page *page, struct address_space *mapping)
{
	return reassigned(page, mapping, GFP_KERNEL); /* ok: an AND operand never makes a mask hardcoded */
}

static int ignores_its_mask(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	(void)gfp;
	return add_to_page_cache_lru(page, mapping, 0, readahead_gfp_mask(mapping)); /* verdict derived */
}

int ignored_ok(struct page *page, struct address_space *mapping)
{
	return ignores_its_mask(page, mapping, GFP_KERNEL); /* ok: the parameter goes nowhere */
}
