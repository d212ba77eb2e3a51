/* Several sites, or one in a loop: the mask is computed once where the function starts. */
#include <linux/pagemap.h>

int in_a_loop(struct page **pages, struct address_space *mapping, int count)
{
	int i;

	for (i = 0; i < count; i++)
		add_to_page_cache_lru(pages[i], mapping, i, GFP_KERNEL);
	return 0;
}

struct page *allocated_and_inserted(struct inode *inode, pgoff_t index)
{
	struct address_space *mapping = inode->i_mapping;
	struct page *page = __page_cache_alloc(GFP_NOFS);

	if (page)
		add_to_page_cache_lru(page, mapping, index, GFP_NOFS);
	return page;
}

int without_declarations(struct page *page, struct address_space *mapping)
{
	add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 1, GFP_KERNEL);
}

int with_the_name_taken(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	int error = add_to_page_cache_lru(page, mapping, 0, gfp);

	while (error)
		error = add_to_page_cache_lru(page, mapping, 1, GFP_KERNEL);
	return error;
}

int mapping_known_late(struct page **pages, struct file *file, int count)
{
	struct address_space *mapping;
	int i;

	mapping = file->f_mapping;
	for (i = 0; i < count; i++)
		add_to_page_cache_lru(pages[i], mapping, i, GFP_KERNEL);
	return 0;
}

int mapping_may_be_missing(struct page **pages, struct address_space *mapping, int count)
{
	int i;

	if (!mapping)
		return 0;
	for (i = 0; i < count; i++)
		add_to_page_cache_lru(pages[i], mapping, i, GFP_KERNEL);
	return 0;
}

int another_mapping_each_time(struct page *page, struct inode **inodes, int count)
{
	int i;

	for (i = 0; i < count; i++) {
		struct inode *inode = inodes[i];

		add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
	}
	return 0;
}

int unused_elsewhere(struct page **pages, struct address_space *mapping, int count)
{
	int i;

	for (i = 0; i < count; i++) {
#ifdef CONFIG_HARBOR
		add_to_page_cache_lru(pages[i], mapping, i, GFP_KERNEL);
#endif
	}
	return 0;
}

int directive_among_declarations(struct page **pages, struct address_space *mapping, int count)
{
#ifdef CONFIG_HARBOR
	int harbor = 1;
#endif
	int i;

	for (i = 0; i < count; i++)
		add_to_page_cache_lru(pages[i], mapping, i, GFP_KERNEL);
	return 0;
}
