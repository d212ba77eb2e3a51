/* strategy: unrestrict. Advice, and no change. */
#include <linux/pagemap.h>

void restricts(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping,
			     mapping_gfp_mask(inode->i_mapping) & ~__GFP_FS);
}

int ignores(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
}
