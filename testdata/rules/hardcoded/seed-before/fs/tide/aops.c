/*
 * rule:     hardcoded
 * shows:    a file system that forbids __GFP_FS and reads through mpage, before the fix
 * headers:  mpage
 * config:   all
 * kernel:   3.18
 * names:    real
 */
#include <linux/mpage.h>

static int tide_get_block(struct inode *inode, sector_t block, void *result, int create)
{
	return block > (sector_t)inode->i_size ? -EFBIG : 0;
}

/* The restriction that the reading below does not see. */
void tide_setup_inode(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping,
			     mapping_gfp_mask(inode->i_mapping) & ~__GFP_FS);
}

static int tide_readpages(struct file *file, struct address_space *mapping,
			  struct list_head *pages, unsigned int count)
{
	return mpage_readpages(mapping, pages, count, tide_get_block);
}

const struct address_space_operations tide_aops = {
	.readpages = tide_readpages,
};
