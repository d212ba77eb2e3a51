/*
 * rule:     hardcoded
 * shows:    constants that reach the call through local variables
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int initialised_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL; /* step A */

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "add_to_page_cache_lru" */
}

int assigned_later_bad(struct page *page, struct address_space *mapping)
{
	gfp_t first, second;

	first = GFP_KERNEL; /* step B */
	second = first;
	return add_to_page_cache_lru(page, mapping, 0, second); /* want hardcoded [B]: "add_to_page_cache_lru" */
}

int overwritten_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL;

	gfp = mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int shadowed_ok(struct page *page, struct address_space *mapping, bool deep)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (deep) {
		gfp_t gfp = GFP_KERNEL; /* ok: another variable of the same name */

		page->private = gfp;
	}
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int shadow_used_bad(struct page *page, struct address_space *mapping, bool deep)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (deep) {
		gfp_t gfp = GFP_KERNEL; /* step C */

		return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [C]: "add_to_page_cache_lru" */
	}
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int used_before_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	int error = add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */

	gfp = GFP_KERNEL; /* ok: too late to matter */
	page->private = gfp;
	return error;
}

int narrow_type_bad(struct page *page, struct address_space *mapping)
{
	unsigned int flags = (__force unsigned int)GFP_KERNEL; /* step D */

	return add_to_page_cache_lru(page, mapping, 0, (__force gfp_t)flags); /* want hardcoded [D]: "add_to_page_cache_lru" */
}

int const_local_bad(struct page *page, struct address_space *mapping)
{
	const gfp_t gfp = __GFP_NOWARN | GFP_KERNEL, *unused = NULL; /* step E */

	return unused ? 0
		      : add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [E]: "add_to_page_cache_lru" */
}
