/*
 * rule:     re-added
 * shows:    a derived mask gets __GFP_FS or __GFP_IO back
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int or_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want re-added: "add_to_page_cache_lru" */
				     mapping_gfp_mask(mapping) | __GFP_FS);
}

int or_into_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_constraint(mapping, GFP_NOFS);

	gfp |= __GFP_IO; /* step A */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want re-added [A]: "add_to_page_cache_lru" */
}

int whole_constant_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want re-added: "add_to_page_cache_lru" */
				     readahead_gfp_mask(mapping) | GFP_KERNEL);
}

static gfp_t bolder(gfp_t gfp)
{
	return gfp | __GFP_FS | __GFP_IO;
}

int helper_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, bolder(mapping_gfp_mask(mapping))); /* want re-added: "add_to_page_cache_lru" */
}

int one_path_bad(struct page *page, struct address_space *mapping, bool desperate)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (desperate)
		gfp |= __GFP_FS;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want re-added: "add_to_page_cache_lru" */
}

int other_bits_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping) | __GFP_NOFAIL | __GFP_NOWARN;

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int taken_off_again_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping) | GFP_KERNEL;

	gfp &= ~(__GFP_IO | __GFP_FS | __GFP_RECLAIM);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int and_then_or_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	gfp = (gfp | __GFP_FS) & mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}
