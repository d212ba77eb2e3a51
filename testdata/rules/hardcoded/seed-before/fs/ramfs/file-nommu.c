/*
 * rule:     hardcoded
 * shows:    ramfs_nommu_expand_for_mapping, which derives the pages' mask, before the fix
 * headers:  pagemap
 * config:   all
 * kernel:   3.18
 * names:    real
 */
#include <linux/pagemap.h>

static unsigned int order_of(size_t size)
{
	unsigned int order = 0;

	while ((PAGE_SIZE << order) < size)
		order++;
	return order;
}

int ramfs_nommu_expand_for_mapping(struct inode *inode, size_t newsize)
{
	unsigned int order = order_of(newsize);
	unsigned long at, count = (newsize + PAGE_SIZE - 1) >> PAGE_SHIFT;
	struct page *pages;
	int ret = 0;

	if (order > 10)
		return -EFBIG;
	/* The pages obey the mapping; what holds them in the cache does not. */
	pages = alloc_pages(mapping_gfp_mask(inode->i_mapping), order); /* verdict derived */
	if (!pages)
		return -ENOMEM;
	inode->i_size = newsize;
	for (at = 0; at < count && !ret; at++)
		ret = add_to_page_cache_lru(pages + at, inode->i_mapping, at, GFP_KERNEL); /* want hardcoded (note): "GFP_KERNEL" */
	return ret;
}

int ramfs_nommu_resize(struct inode *inode, loff_t newsize, loff_t size)
{
	if (size == 0)
		return ramfs_nommu_expand_for_mapping(inode, newsize);
	inode->i_size = newsize;
	return 0;
}
