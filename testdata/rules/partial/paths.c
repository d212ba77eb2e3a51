/*
 * rule:     partial
 * shows:    derived on one path, a constant on another
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int ternary_bad(struct page *page, struct address_space *mapping, bool mine)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want partial: "add_to_page_cache_lru" */
				     mine ? mapping_gfp_mask(mapping) : GFP_KERNEL);
}

int if_bad(struct page *page, struct address_space *mapping, bool hurry)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (hurry)
		gfp = GFP_KERNEL | __GFP_NORETRY; /* step A */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial [A]: "add_to_page_cache_lru" */
}

int no_mapping_bad(struct page *page, struct inode *inode)
{
	struct address_space *mapping = inode->i_mapping;
	gfp_t gfp = mapping->host ? mapping_gfp_mask(mapping) : GFP_KERNEL;

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "add_to_page_cache_lru" */
}

static gfp_t pick(struct address_space *mapping, int how)
{
	switch (how) {
	case 0:
		return mapping_gfp_mask(mapping);
	default:
		return GFP_USER; /* step B */
	}
}

int helper_bad(struct page *page, struct address_space *mapping, int how)
{
	return add_to_page_cache_lru(page, mapping, 0, pick(mapping, how)); /* want partial [B]: "add_to_page_cache_lru" */
}

int loop_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	while (add_to_page_cache_lru(page, mapping, 0, gfp)) /* want partial: "add_to_page_cache_lru" */
		gfp = GFP_KERNEL;
	return 0;
}

int table_bad(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t masks[] = { mapping_gfp_mask(mapping), GFP_KERNEL };

	return add_to_page_cache_lru(page, mapping, 0, masks[wait]); /* want partial: "add_to_page_cache_lru" */
}

int both_derived_ok(struct page *page, struct address_space *mapping, bool quick)
{
	return add_to_page_cache_lru(page, mapping, 0, /* verdict derived */
				     quick ? readahead_gfp_mask(mapping)
					   : mapping_gfp_constraint(mapping, GFP_NOFS));
}
