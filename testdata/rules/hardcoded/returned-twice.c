/*
 * rule:     hardcoded
 * shows:    the shortest of several ways on which a mask is returned, and calls that nothing leads to
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t anchor_mask(void)
{
	return GFP_KERNEL; /* step A */
}

static gfp_t chain_mask(void)
{
	return anchor_mask();
}

static gfp_t short_or_long_way(bool fast)
{
	if (fast)
		return anchor_mask(); /* step B */
	return chain_mask();
}

static gfp_t long_or_short_way(bool slow)
{
	if (slow)
		return chain_mask();
	return anchor_mask(); /* step C */
}

static gfp_t of_itself(unsigned int depth)
{
	return depth ? of_itself(depth - 1) : GFP_KERNEL; /* step D */
}

int short_or_long_way_bad(struct page *page, struct address_space *mapping, bool fast)
{
	return add_to_page_cache_lru(page, mapping, 0, short_or_long_way(fast)); /* want hardcoded [A B]: "GFP_KERNEL" */
}

int long_or_short_way_bad(struct page *page, struct address_space *mapping, bool slow)
{
	return add_to_page_cache_lru(page, mapping, 0, long_or_short_way(slow)); /* want hardcoded [A C]: "GFP_KERNEL" */
}

int of_itself_bad(struct page *page, struct address_space *mapping, unsigned int depth)
{
	return add_to_page_cache_lru(page, mapping, 0, of_itself(depth)); /* want hardcoded [D]: "GFP_KERNEL" */
}

int set_on_the_first_path_only_bad(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t gfp;

	if (wait)
		gfp = GFP_KERNEL; /* step E */
	else
		put_page(page);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [E]: "GFP_KERNEL" */
}

int set_on_the_last_path_only_bad(struct page *page, struct address_space *mapping, bool hurry)
{
	gfp_t gfp;

	if (hurry)
		put_page(page);
	else
		gfp = GFP_KERNEL; /* step F */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [F]: "GFP_KERNEL" */
}

/* Nothing leads there, but it is a call. */
int behind_a_return_bad(struct page *page, struct address_space *mapping)
{
	return 0;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int wish_in_a_local_ok(struct page *page, struct address_space *mapping)
{
	gfp_t wish = GFP_KERNEL;

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_constraint(mapping, wish)); /* verdict derived */
}
