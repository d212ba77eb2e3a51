/*
 * rule:     hardcoded
 * shows:    a relative in one file, its callers in another
 * headers:  pagemap
 * config:   all
 * names:    real
 */
#include <linux/pagemap.h>

int reef_fill(struct address_space *mapping, pgoff_t from, pgoff_t to, gfp_t gfp)
{
	for (; from < to; from++) {
		struct page *page = __page_cache_alloc(gfp); /* verdict passthrough */

		if (!page || add_to_page_cache_lru(page, mapping, from, gfp)) /* step A */ /* verdict passthrough */
			return -ENOMEM;
	}
	return 0;
}
