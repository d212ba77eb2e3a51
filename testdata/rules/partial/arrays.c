/*
 * rule:     partial
 * shows:    elements of one array that are set one after another
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int derived_last_bad(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t masks[2];

	masks[0] = GFP_KERNEL; /* step A */
	masks[1] = mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, masks[wait]); /* want partial [A]: "GFP_KERNEL" */
}

int derived_first_bad(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t masks[2];

	masks[0] = mapping_gfp_mask(mapping);
	masks[1] = GFP_KERNEL; /* step B */
	return add_to_page_cache_lru(page, mapping, 0, masks[wait]); /* want partial [B]: "GFP_KERNEL" */
}

int set_after_the_list_bad(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t masks[] = { GFP_KERNEL, GFP_NOWAIT }; /* step C */

	masks[1] = mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, masks[wait]); /* want partial [C]: "GFP_KERNEL" */
}

int strengthened_bad(struct page *page, struct address_space *mapping, int how)
{
	gfp_t masks[2] = { mapping_gfp_mask(mapping), mapping_gfp_constraint(mapping, GFP_NOFS) };

	masks[how] |= __GFP_FS;
	return add_to_page_cache_lru(page, mapping, 0, masks[how]); /* want re-added: "__GFP_FS" */
}

struct basin {
	gfp_t masks[2];
};

/* All elements of an array in a struct are one field. */
struct page *basin_page(struct basin *basin, struct address_space *mapping, int how)
{
	return find_or_create_page(mapping, 0, basin->masks[how]); /* verdict passthrough */
}

void basin_fill_bad(struct basin *basin, struct address_space *mapping)
{
	basin->masks[0] = mapping_gfp_mask(mapping); /* verdict derived origin */
	basin->masks[1] = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
}
