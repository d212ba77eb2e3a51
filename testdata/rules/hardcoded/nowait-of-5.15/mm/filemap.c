/*
 * rule:     hardcoded
 * shows:    up to 5.19 FGP_NOWAIT only avoids the lock of a page: the allocation sleeps
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct page *pagecache_get_page(struct address_space *mapping, pgoff_t at,
				int flags, gfp_t gfp)
{
	struct page *page = find_get_page(mapping, at);

	if (page && (flags & FGP_LOCK)) {
		if (flags & FGP_NOWAIT) {
			if (!trylock_page(page))
				return 0;
		}
	}
	if (!page && (flags & FGP_CREAT)) {
		if (flags & FGP_NOFS)
			gfp &= ~__GFP_FS;
		page = __page_cache_alloc(gfp); /* verdict passthrough */
	}
	return page;
}
