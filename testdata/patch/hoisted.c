/* A local is computed where the function starts only where that is the same. */
#include <linux/pagemap.h>
#include <linux/slab.h>

int behind_a_guard(struct page **pages, struct file *file, bool have)
{
	if (!have)
		return 0;
	if (add_to_page_cache_lru(pages[0], file->f_mapping, 0, GFP_KERNEL))
		return 1;
	return add_to_page_cache_lru(pages[1], file->f_mapping, 1, GFP_KERNEL);
}

int behind_a_setter(struct page **pages, struct address_space *mapping)
{
	unsigned long i;

	mapping_set_gfp_mask(mapping, GFP_NOFS);
	for (i = 0; i < 2; i++)
		if (add_to_page_cache_lru(pages[i], mapping, i, GFP_KERNEL))
			return 1;
	return add_to_page_cache_lru(pages[2], mapping, 2, GFP_KERNEL);
}

int safe(struct page **pages, struct address_space *mapping)
{
	struct inode *inode = mapping->host;
	unsigned long i;

	if (!inode)
		return 0;
	for (i = 0; i < 2; i++)
		if (add_to_page_cache_lru(pages[i], mapping, i, GFP_KERNEL))
			return 1;
	return add_to_page_cache_lru(pages[2], mapping, 2,
				     GFP_KERNEL);
}

int once_in_a_loop(struct page **pages, struct address_space *mapping)
{
	struct inode *inode = mapping->host;
	unsigned long i;

	for (i = 0; i < inode->i_size; i++)
		if (add_to_page_cache_lru(pages[i], mapping, i, GFP_KERNEL))
			return 1;
	return 0;
}
