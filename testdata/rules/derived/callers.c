/*
 * rule:     derived
 * shows:    the caller derives, the callee uses, under other names
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static int put_in(struct address_space *where, struct page *page, gfp_t how)
{
	return add_to_page_cache_lru(page, where, page->index, how); /* verdict passthrough */
}

static int put_in_inode(struct inode *inode, struct page *page, gfp_t how)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, how); /* verdict passthrough */
}

int same_mapping_ok(struct page *page, struct inode *inode)
{
	return put_in(inode->i_mapping, page, readahead_gfp_mask(inode->i_mapping)); /* verdict derived origin */
}

int same_inode_ok(struct page *page, struct inode *inode)
{
	gfp_t gfp = mapping_gfp_constraint(inode->i_mapping, GFP_KERNEL);

	return put_in_inode(inode, page, gfp); /* verdict derived origin */
}

int another_inode_bad(struct page *page, struct inode *dir, struct inode *inode)
{
	return put_in_inode(inode, page, mapping_gfp_mask(dir->i_mapping)); /* want wrong-mapping: "dir->i_mapping" */
}
