/*
 * rule:     hardcoded
 * shows:    functions that call themselves or each other
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t odd(unsigned int depth, gfp_t gfp);

static gfp_t even(unsigned int depth, gfp_t gfp)
{
	return depth ? odd(depth - 1, gfp | __GFP_NOWARN) : gfp;
}

static gfp_t odd(unsigned int depth, gfp_t gfp)
{
	return depth ? even(depth - 1, gfp) : gfp & ~__GFP_HIGHMEM;
}

static int insert_below(struct page *page, struct address_space *mapping,
			unsigned int depth, gfp_t gfp)
{
	if (depth)
		return insert_below(page, mapping, depth - 1, gfp); /* verdict passthrough origin */
	return add_to_page_cache_lru(page, mapping, depth, gfp); /* step A */ /* verdict passthrough */
}

static int ping(struct page *page, struct address_space *mapping, int n, gfp_t gfp);

static int pong(struct page *page, struct address_space *mapping, int n, gfp_t gfp)
{
	return ping(page, mapping, n - 1, gfp); /* verdict passthrough origin */
}

static int ping(struct page *page, struct address_space *mapping, int n, gfp_t gfp)
{
	if (n > 0)
		return pong(page, mapping, n, gfp); /* verdict passthrough origin */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* step B */ /* verdict passthrough */
}

int returned_bad(struct page *page, struct address_space *mapping, unsigned int depth)
{
	return add_to_page_cache_lru(page, mapping, 0, even(depth, GFP_KERNEL)); /* want hardcoded: "add_to_page_cache_lru" */
}

int returned_ok(struct page *page, struct address_space *mapping, unsigned int depth)
{
	gfp_t gfp = odd(depth, mapping_gfp_mask(mapping));

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int handed_down_bad(struct page *page, struct address_space *mapping)
{
	return insert_below(page, mapping, 4, GFP_KERNEL); /* want hardcoded [A]: "GFP_KERNEL" */
}

int handed_down_ok(struct page *page, struct address_space *mapping)
{
	return insert_below(page, mapping, 4, mapping_gfp_mask(mapping)); /* verdict derived origin */
}

int mutual_bad(struct page *page, struct address_space *mapping)
{
	return pong(page, mapping, 4, GFP_KERNEL); /* want hardcoded [B]: "GFP_KERNEL" */
}
