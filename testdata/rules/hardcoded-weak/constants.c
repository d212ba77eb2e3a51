/*
 * rule:     hardcoded-weak
 * shows:    constants that neither wait for I/O nor for the file system
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

/* Neither __GFP_IO nor __GFP_FS: only the cache of the file server is asked. */
#define server_gfp (__GFP_RECLAIM | __GFP_NORETRY | __GFP_NOMEMALLOC)

int noio_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOIO); /* want hardcoded-weak: "GFP_NOIO" */
}

int atomic_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_ATOMIC); /* want hardcoded-weak: "GFP_ATOMIC" */
}

int composed_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, server_gfp); /* want hardcoded-weak: "add_to_page_cache_lru" */
}

int nowait_bad(struct page *page, struct address_space *mapping, bool hurry)
{
	return add_to_page_cache_lru(page, mapping, 0, hurry ? 0 : GFP_NOWAIT); /* want hardcoded-weak: "add_to_page_cache_lru" */
}

int huge_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_TRANSHUGE_LIGHT & ~(__GFP_FS | __GFP_IO)); /* want hardcoded-weak: "add_to_page_cache_lru" */
}

int derived_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* verdict derived */
				     mapping_gfp_constraint(mapping, server_gfp));
}
