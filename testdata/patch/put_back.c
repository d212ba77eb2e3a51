/* What kept reclaim out before a change is put back where it stood, or it is said why not. */
#include <linux/pagemap.h>

void setup(struct inode *inode)
{
	inode->i_ino = 1;
}

void setup_weaker(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_data.a_mapping, GFP_KERNEL);
}

void setup_conditional(struct inode *inode, int metadata)
{
	if (metadata)
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	put_page(inode->page);
}

int masked(struct address_space *mapping, struct page *page)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

void setup_now(struct inode *inode)
{
	put_page(inode->page);
}

void setup_of_another(struct inode *inode)
{
	put_page(inode->page);
}

void setup_in_a_block(struct inode *inode, int which)
{
	if (which)
		put_page(inode->page);
}

int by_parameter(struct address_space *mapping, struct page *page)
{
	gfp_t gfp = GFP_KERNEL;

	return add_to_page_cache_lru(page, mapping, 0, gfp);
}

int handed_in(struct address_space *mapping, struct page *page, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp);
}

int hands_in(struct address_space *mapping, struct page *page)
{
	return handed_in(mapping, page, GFP_KERNEL);
}
