/*
 * rule:     hardcoded
 * shows:    sinks whose arguments stand in another order than the table says: the tree's own definitions count
 * headers:  pagemap
 * config:   all
 * names:    real
 */
#include <linux/pagemap.h>

static int shmem_add_to_page_cache(struct page *page, struct address_space *mapping,
				   pgoff_t index, gfp_t gfp, void *expected)
{
	page->private = index + (expected != NULL);
	return gfp != 0 && mapping->nrpages;
}

int shmem_insert_bad(struct page *page, struct address_space *to)
{
	return shmem_add_to_page_cache(page, to, 0, GFP_KERNEL, NULL); /* want hardcoded: "GFP_KERNEL reaches shmem_add_to_page_cache" */
}

int shmem_insert_ok(struct page *page, struct address_space *to)
{
	return shmem_add_to_page_cache(page, to, 0, mapping_gfp_mask(to), NULL); /* verdict derived */
}
