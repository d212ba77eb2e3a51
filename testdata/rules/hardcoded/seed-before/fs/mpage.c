/*
 * rule:     hardcoded
 * shows:    mpage_readpages, reached by file systems that restrict their mappings, before the fix
 * headers:  mpage
 * config:   all
 * kernel:   3.18
 * names:    real
 */
#include <linux/mpage.h>

static int do_mpage_readpage(struct page *page, get_block_t *get_block)
{
	return get_block(page->mapping->host, page->index, page, 0);
}

int mpage_readpages(struct address_space *mapping, struct list_head *pages,
		    unsigned int count, get_block_t *get_block)
{
	unsigned int failed = 0;

	while (count-- && !list_empty(pages)) {
		struct page *page = mini_entry(pages->prev, struct page, lru);
		int error;

		list_del(&page->lru);
		error = add_to_page_cache_lru(page, mapping, page->index, GFP_KERNEL); /* want hardcoded (error): "GFP_KERNEL" */
		if (!error)
			error = do_mpage_readpage(page, get_block);
		failed += error != 0;
		put_page(page);
	}
	return failed ? -EIO : 0;
}

EXPORT_SYMBOL(mpage_readpages);
