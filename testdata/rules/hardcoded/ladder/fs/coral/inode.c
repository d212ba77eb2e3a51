/*
 * rule:     hardcoded
 * shows:    every inode of this file system loses FS, and its own sites put it back
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t coral_gfp(struct inode *inode)
{
	return mapping_gfp_mask(inode->i_mapping) & ~__GFP_FS;
}

void coral_setup_inode(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping, coral_gfp(inode));
}

int coral_fill_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded (warning): "GFP_KERNEL" */
}

int coral_flush_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS); /* want hardcoded-nofs (note): "GFP_NOFS" */
}
