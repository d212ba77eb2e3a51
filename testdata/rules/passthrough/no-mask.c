/*
 * rule:     passthrough
 * shows:    a tree whose function of a sink's name takes no mask, as before linux 4.20
 * headers:  pagemap
 * config:   all
 * names:    real
 */
#include <linux/pagemap.h>

static int shmem_add_to_page_cache(struct page *page, struct address_space *mapping,
				   pgoff_t index, void *expected)
{
	page->private = index + (expected != NULL);
	return mapping->nrpages > 0;
}

int lagoon_insert(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL;

	return shmem_add_to_page_cache(page, mapping, gfp, NULL); /* ok: no mask among its parameters */
}

/* Called with one argument more than the function has: what is defined counts. */
int lagoon_insert_more(struct page *page, struct address_space *mapping)
{
	return shmem_add_to_page_cache(page, mapping, 0, NULL, GFP_KERNEL); /* ok: there is no such parameter */
}

/* Defined with its mask. */
struct page *pagecache_get_page(struct address_space *mapping, pgoff_t index, int fgp_flags, gfp_t gfp)
{
	return __page_cache_alloc(gfp); /* verdict passthrough */
}

struct page *lagoon_page(struct address_space *mapping)
{
	return pagecache_get_page(mapping, 0, FGP_CREAT, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}
