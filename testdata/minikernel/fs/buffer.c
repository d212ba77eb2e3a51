#include <linux/buffer_head.h>
#include <linux/slab.h>

static struct buffer_head *grow_buffers(struct block_device *bdev,
					sector_t block, unsigned int size,
					gfp_t gfp)
{
	struct address_space *mapping = bdev->bd_inode->i_mapping;
	gfp_t mask = mapping_gfp_constraint(mapping, ~__GFP_FS);
	struct buffer_head *bh;

	/* The caller's wishes come on top: that is what __GFP_MOVABLE is for. */
	mask |= gfp | __GFP_NOFAIL;
	bh = kzalloc(sizeof(*bh), GFP_NOFS);
	if (bh)
		bh->b_page = find_or_create_page(mapping, block / size, mask);
	return bh;
}

struct buffer_head *__getblk_gfp(struct block_device *bdev, sector_t block,
				 unsigned int size, gfp_t gfp)
{
	return grow_buffers(bdev, block, size, gfp);
}
