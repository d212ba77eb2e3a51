/*
 * rule:     hardcoded
 * shows:    ramfs_nommu_expand_for_mapping, which derives the pages' mask, after the fix
 * headers:  pagemap
 * config:   all
 * kernel:   6.1
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
	gfp_t gfp = mapping_gfp_mask(inode->i_mapping);
	struct page *pages;
	int ret = 0;

	if (order > 10)
		return -EFBIG;
	pages = alloc_pages(gfp, order); /* verdict derived */
	if (!pages)
		return -ENOMEM;
	inode->i_size = newsize;
	for (at = 0; at < count && !ret; at++)
		ret = add_to_page_cache_lru(pages + at, inode->i_mapping, at, gfp); /* verdict derived */
	return ret;
}

int ramfs_nommu_resize(struct inode *inode, loff_t newsize, loff_t size)
{
	if (size == 0)
		return ramfs_nommu_expand_for_mapping(inode, newsize);
	inode->i_size = newsize;
	return 0;
}
