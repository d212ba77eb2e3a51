#include <linux/mpage.h>
#include "harbor.h"

/* No page of a harbor file may be allocated in a way that enters the file system. */
void harbor_setup_inode(struct inode *inode)
{
	gfp_t gfp = mapping_gfp_mask(inode->i_mapping);

	mapping_set_gfp_mask(inode->i_mapping, gfp & ~__GFP_FS);
}

static int harbor_get_block(struct inode *inode, sector_t block, void *result,
			    int create)
{
	return block > inode->i_size ? -EFBIG : 0;
}

int harbor_readpages(struct file *file, struct address_space *mapping,
		     struct list_head *pages, unsigned int count)
{
	return mpage_readpages(mapping, pages, count, harbor_get_block);
}

static void harbor_open_cursor(struct harbor_cursor *cursor, struct inode *inode)
{
	cursor->inode = inode;
	cursor->next = 0;
	cursor->gfp = mapping_gfp_mask(inode->i_mapping);
}

int harbor_prefetch(struct inode *inode, unsigned int count)
{
	struct harbor_cursor cursor;

	harbor_open_cursor(&cursor, inode);
	return harbor_fill(&cursor, count);
}

/* Runs while the journal is replayed, when nobody has asked the mapping yet. */
int harbor_replay(struct inode *inode, unsigned int count)
{
	struct harbor_cursor cursor = {
		.inode = inode,
		.gfp = GFP_KERNEL,
	};

	return harbor_fill(&cursor, count);
}
