/*
 * rule:     hardcoded
 * shows:    one call that brings masks to several sites, on longer and shorter ways
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static struct page *buoy_alloc_and_insert(struct address_space *mapping, gfp_t page_gfp, gfp_t node_gfp)
{
	struct page *page = __page_cache_alloc(page_gfp); /* verdict passthrough */

	if (page && add_to_page_cache_lru(page, mapping, 0, node_gfp)) /* step A */ /* verdict passthrough */
		put_page(page);
	return page;
}

/* Derived at one site, a constant at the other: that is not one site on two paths. */
struct page *derived_and_constant_bad(struct address_space *mapping)
{
	return buoy_alloc_and_insert(mapping, mapping_gfp_mask(mapping), GFP_KERNEL); /* want hardcoded [A]: "add_to_page_cache_lru" */
}

struct page *both_derived_ok(struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	return buoy_alloc_and_insert(mapping, gfp, gfp); /* verdict derived origin */
}

static struct page *buoy_deep(struct address_space *mapping, gfp_t gfp)
{
	return find_or_create_page(mapping, 0, gfp); /* verdict passthrough */
}

static struct page *buoy_deep_or_shallow(struct address_space *mapping, gfp_t gfp, bool deep)
{
	if (deep)
		return buoy_deep(mapping, gfp); /* verdict passthrough origin */
	return find_or_create_page(mapping, 1, gfp); /* step B */ /* verdict passthrough */
}

/* The shorter of two ways is shown. */
struct page *shorter_way_bad(struct address_space *mapping, bool deep)
{
	return buoy_deep_or_shallow(mapping, GFP_KERNEL, deep); /* want hardcoded [B]: "GFP_KERNEL" */
}
