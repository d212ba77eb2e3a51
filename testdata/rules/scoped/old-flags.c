/*
 * rule:     scoped
 * shows:    3.18: there is a NOIO scope, and PF_FSTRANS is none
 * headers:  pagemap sched
 * config:   all
 * kernel:   3.18
 */
#include <linux/pagemap.h>
#include <linux/sched.h>

int noio_scope_ok(struct page *page, struct address_space *mapping)
{
	unsigned int noio = memalloc_noio_save();
	int error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */

	memalloc_noio_restore(noio);
	return error;
}

int transaction_flag_bad(struct page *page, struct address_space *mapping)
{
	unsigned int before = current->flags;
	int error;

	current->flags |= PF_FSTRANS;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	current->flags = before;
	return error;
}

int old_names_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache(page, mapping, 0, __GFP_WAIT | __GFP_IO); /* want hardcoded-nofs: "add_to_page_cache" */
}

int iofs_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_locked(page, mapping, 0, GFP_IOFS); /* want hardcoded: "GFP_IOFS" */
}

int nowait_is_zero_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOWAIT); /* want hardcoded-weak: "GFP_NOWAIT" */
}

int cold_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping) | __GFP_COLD;

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int open_coded_constraint_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* verdict derived */
				     GFP_KERNEL & mapping_gfp_mask(mapping));
}
