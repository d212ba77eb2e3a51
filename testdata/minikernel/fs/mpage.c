#include <linux/mpage.h>

/*
 * Hands pages that are not in the cache yet to the file system, as kernels up
 * to 4.2 did it: with a mask that asks nobody.
 */
int mpage_readpages(struct address_space *mapping, struct list_head *pages,
		    unsigned int count, get_block_t *get_block)
{
	struct page *page, *next;
	int done = 0;

	list_for_each_entry_safe(page, next, pages, lru) {
		list_del(&page->lru);
		if (add_to_page_cache_lru(page, mapping, page->index, GFP_KERNEL))
			put_page(page);
		else if (!get_block(mapping->host, page->index, page, 0))
			done++;
	}
	return done;
}
