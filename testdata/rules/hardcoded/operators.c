/*
 * rule:     hardcoded
 * shows:    what AND, OR and NOT leave of a constant
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int or_into_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOFS;

	gfp |= __GFP_FS;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int cleared_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL;

	gfp &= ~__GFP_FS;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded-nofs: "add_to_page_cache_lru" */
}

int cleared_twice_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded-weak: "add_to_page_cache_lru" */
				     GFP_KERNEL & ~(__GFP_IO | __GFP_FS));
}

int cleared_in_steps_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded-weak: "add_to_page_cache_lru" */
				     GFP_KERNEL & ~__GFP_IO & ~__GFP_FS);
}

int and_keeps_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded: "add_to_page_cache_lru" */
				     GFP_HIGHUSER & GFP_RECLAIM_MASK);
}

int other_bit_cleared_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL | __GFP_NOFAIL;

	gfp &= ~__GFP_NOFAIL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int toggled_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL;

	gfp ^= __GFP_NOWARN;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int comma_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded: "add_to_page_cache_lru" */
				     (put_page(page), GFP_KERNEL));
}

int assigned_inside_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp;

	return add_to_page_cache_lru(page, mapping, 0, gfp = GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
