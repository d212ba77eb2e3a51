/*
 * rule:     scoped
 * shows:    two cookies of one name in two blocks are two cookies
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

int outer_is_closed_bad(struct page *page, struct address_space *mapping)
{
	unsigned int flags = memalloc_noio_save();

	{
		unsigned int flags = memalloc_nofs_save();

		put_page(page);
		memalloc_nofs_restore(flags);
	}
	memalloc_noio_restore(flags);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int outer_is_open_ok(struct page *page, struct address_space *mapping)
{
	unsigned int flags = memalloc_noio_save();
	int error;

	{
		unsigned int flags = memalloc_nofs_save();

		put_page(page);
		memalloc_nofs_restore(flags);
	}
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_noio_restore(flags);
	return error;
}
