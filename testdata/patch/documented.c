/* strategy: argument. A comment that describes the parameters describes the new one. */
#include <linux/pagemap.h>

/**
 * insert_first - put a page at the start of a mapping
 * @page: the page
 * @mapping: where it goes,
 *	which must be locked
 *
 * Returns 0 or an error.
 */
static int insert_first(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

int first_caller(struct page *page, struct inode *inode)
{
	return insert_first(page, inode->i_mapping);
}

/* insert_at - not what kernel-doc reads */
static int insert_at_the_index_of_a_reader(struct page *page,
		struct address_space *mapping, pgoff_t index)
{
	return add_to_page_cache_lru(page, mapping, index, GFP_KERNEL);
}

int second_caller(struct page *page, struct inode *inode, pgoff_t index)
{
	return insert_at_the_index_of_a_reader(page,
			inode->i_mapping, index);
}

struct pier_ops {
	/**
	 * Fills one page of a pier.
	 *
	 * @page:	the page
	 * @mapping:	where it goes
	 */
	int (*fill)(struct page *page, struct address_space *mapping);
};

/*
 * Fills one page, as the table wants it.
 *
 * @page:     the page
 * @mapping:  where it goes
 *
 * Returns 0, or an error.
 */
static int pier_fill(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

const struct pier_ops pier_ops = {
	.fill = pier_fill,
};

int fill_by_table(const struct pier_ops *ops, struct page *page, struct address_space *mapping)
{
	return ops->fill(page, mapping);
}
