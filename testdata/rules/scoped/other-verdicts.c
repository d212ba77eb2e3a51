/*
 * rule:     scoped
 * shows:    a scope of the caller takes the bits of weaker and of partly derived masks as well
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

static int nofs_below_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS); /* verdict scoped */
}

static int partly_derived_below_ok(struct page *page, struct address_space *mapping, bool wait)
{
	gfp_t gfp = wait ? GFP_KERNEL : mapping_gfp_mask(mapping);

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict scoped */
}

static int added_again_below_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping) | __GFP_FS); /* verdict scoped */
}

static int unknown_below_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, mask_of_somebody()); /* want unknown: "mask_of_somebody" */
}

int all_of_them_in_a_scope(struct page *page, struct address_space *mapping, bool wait)
{
	unsigned int noio = memalloc_noio_save();
	int error = nofs_below_ok(page, mapping);

	error |= partly_derived_below_ok(page, mapping, wait);
	error |= added_again_below_ok(page, mapping);
	error |= unknown_below_bad(page, mapping);
	memalloc_noio_restore(noio);
	return error;
}
