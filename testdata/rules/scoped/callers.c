/*
 * rule:     scoped
 * shows:    the scope is opened by the only caller
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

static int insert_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int only_caller(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = insert_ok(page, mapping);

	memalloc_nofs_restore(nofs);
	return error;
}

static int pass(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict passthrough */
}

int origin_in_a_scope_ok(struct page *page, struct address_space *mapping)
{
	unsigned int noio = memalloc_noio_save();
	int error = pass(page, mapping, GFP_KERNEL); /* verdict scoped origin */

	memalloc_noio_restore(noio);
	return error;
}
