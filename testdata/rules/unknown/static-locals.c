/*
 * rule:     unknown
 * shows:    a static local variable keeps what an earlier call has put into it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int static_local_bad(struct page *page, struct address_space *mapping, bool hurry)
{
	static gfp_t gfp = GFP_NOWAIT;
	int error = add_to_page_cache_lru(page, mapping, 0, gfp); /* want unknown: "add_to_page_cache_lru" */

	if (hurry)
		gfp = GFP_KERNEL; /* ok: the next call finds it there */
	return error;
}

int automatic_local_bad(struct page *page, struct address_space *mapping, bool hurry)
{
	gfp_t gfp = GFP_NOWAIT;
	int error = add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded-weak: "add_to_page_cache_lru" */

	if (hurry)
		gfp = GFP_KERNEL;
	page->private = gfp;
	return error;
}

int static_table_bad(struct page *page, struct address_space *mapping, int how)
{
	static const gfp_t masks[] = { GFP_NOWAIT, GFP_KERNEL };

	return add_to_page_cache_lru(page, mapping, 0, masks[how]); /* want hardcoded: "add_to_page_cache_lru" */
}

int static_constant_bad(struct page *page, struct address_space *mapping)
{
	static const gfp_t gfp = GFP_NOFS;

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded-nofs: "add_to_page_cache_lru" */
}

int static_weak_constant_ok(struct page *page, struct address_space *mapping)
{
	static const gfp_t gfp = GFP_NOWAIT;

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* noise unknown: "add_to_page_cache_lru" -- nothing can set a constant again */
}
