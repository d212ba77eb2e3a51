/*
 * rule:     hardcoded
 * shows:    a sink of the table that takes a second mask in this tree, as in linux 3.16 to 3.18
 * headers:  pagemap
 * config:   all
 * kernel:   3.18
 * names:    real
 */
#include <linux/pagemap.h>

struct page *pagecache_get_page(struct address_space *from, pgoff_t at, int fgp_flags,
				gfp_t of_page, gfp_t of_node)
{
	struct page *page = __page_cache_alloc(of_page); /* verdict passthrough */

	if (page && add_to_page_cache_lru(page, from, at, of_node)) { /* verdict passthrough */
		put_page(page);
		return NULL;
	}
	return page;
}

struct page *node_bad(struct address_space *from)
{
	return pagecache_get_page(from, 0, FGP_CREAT, mapping_gfp_mask(from), GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches pagecache_get_page" */
}

struct page *page_bad(struct address_space *from)
{
	return pagecache_get_page(from, 0, FGP_CREAT, GFP_KERNEL, mapping_gfp_mask(from)); /* want hardcoded: "GFP_KERNEL reaches pagecache_get_page" */
}

struct page *both_ok(struct address_space *from)
{
	return pagecache_get_page(from, 0, FGP_CREAT, mapping_gfp_mask(from), mapping_gfp_mask(from) & GFP_NOFS); /* verdict derived */
}

struct page *never_created_ok(struct address_space *from)
{
	return pagecache_get_page(from, 0, FGP_LOCK, 0, GFP_KERNEL); /* verdict hardcoded-weak */
}

/* A relative of it has both masks as well. */
static struct page *create(struct address_space *from, gfp_t of_page, gfp_t of_node)
{
	return pagecache_get_page(from, 0, FGP_CREAT, of_page, of_node); /* verdict passthrough */
}

struct page *below_bad(struct address_space *from)
{
	return create(from, mapping_gfp_mask(from), GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches pagecache_get_page" */
}

struct page *above_ok(struct address_space *from)
{
	return create(from, mapping_gfp_mask(from), mapping_gfp_mask(from)); /* verdict derived origin */
}
