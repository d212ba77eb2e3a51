/*
 * rule:     hardcoded
 * shows:    a callee's own constant is the callee's, not its callers'
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static int mixed_bad(struct page *page, struct address_space *mapping, gfp_t gfp, bool own)
{
	if (own)
		gfp = GFP_KERNEL; /* step A */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "GFP_KERNEL" */
}

int derived_caller_ok(struct page *page, struct address_space *mapping, bool own)
{
	return mixed_bad(page, mapping, mapping_gfp_mask(mapping), own); /* verdict derived origin */
}

int weak_caller_bad(struct page *page, struct address_space *mapping, bool own)
{
	return mixed_bad(page, mapping, GFP_NOFS, own); /* want hardcoded-nofs: "GFP_NOFS" */
}

int passing_caller(struct page *page, struct address_space *mapping, gfp_t gfp, bool own)
{
	return mixed_bad(page, mapping, gfp, own); /* verdict passthrough origin */
}
