/*
 * rule:     hardcoded
 * shows:    masks written and read through pointers to locals
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static void choose(gfp_t *gfp)
{
	*gfp = GFP_KERNEL; /* step A */
}

static void strengthen(gfp_t *gfp)
{
	*gfp |= __GFP_FS;
}

static int obey(struct address_space *mapping, gfp_t *gfp)
{
	*gfp = mapping_gfp_mask(mapping);
	return 0;
}

int out_parameter_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOWAIT;

	choose(&gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "add_to_page_cache_lru" */
}

int changed_in_place_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOFS;

	strengthen(&gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int out_parameter_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp;

	if (obey(mapping, &gfp))
		return -EIO;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int local_pointer_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	gfp_t *where = &gfp;

	*where = GFP_KERNEL; /* step B */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [B]: "add_to_page_cache_lru" */
}

int read_through_pointer_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL; /* step C */
	const gfp_t *where = &gfp;

	return add_to_page_cache_lru(page, mapping, 0, *where); /* want hardcoded [C]: "add_to_page_cache_lru" */
}
