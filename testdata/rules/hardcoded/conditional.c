/*
 * rule:     hardcoded
 * shows:    constants on every path of a choice
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int ternary_bad(struct page *page, struct address_space *mapping, bool wait)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded: "add_to_page_cache_lru" */
				     wait ? GFP_KERNEL : GFP_ATOMIC);
}

int nested_ternary_bad(struct page *page, struct address_space *mapping, int how)
{
	gfp_t gfp = how == 0 ? GFP_NOWAIT : how == 1 ? GFP_KERNEL : GFP_NOFS;

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int if_else_bad(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t gfp;

	if (wait)
		gfp = GFP_KERNEL; /* step A */
	else
		gfp = GFP_NOWAIT;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "add_to_page_cache_lru" */
}

int if_or_bad(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t gfp = GFP_NOIO;

	if (wait)
		gfp |= __GFP_IO | __GFP_FS;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int switch_bad(struct page *page, struct address_space *mapping, int how)
{
	gfp_t gfp = GFP_ATOMIC;

	switch (how) {
	case 0:
		gfp = GFP_NOIO;
		break;
	case 1 ... 3:
		gfp = GFP_NOFS;
		__attribute__((fallthrough));
	case 4:
		gfp |= __GFP_FS;
		break;
	default:
		break;
	}
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int elvis_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded: "add_to_page_cache_lru" */
				     GFP_KERNEL ?: GFP_NOFS);
}

int goto_bad(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t gfp = GFP_NOFS;

	if (!wait)
		goto insert;
	gfp = GFP_KERNEL; /* step G */
insert:
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [G]: "add_to_page_cache_lru" */
}

int dead_end_ok(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (wait) {
		gfp = GFP_KERNEL; /* ok: this path leaves before the call */
		page->private = gfp;
		return -EIO;
	}
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int both_branches_ok(struct page *page, struct address_space *mapping, bool quick)
{
	gfp_t gfp;

	if (quick)
		gfp = readahead_gfp_mask(mapping);
	else
		gfp = mapping_gfp_constraint(mapping, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}
