#ifndef MINI_BUFFER_HEAD_H
#define MINI_BUFFER_HEAD_H

#include <linux/pagemap.h>

struct buffer_head {
	sector_t b_blocknr;
	struct page *b_page;
};

struct buffer_head *__getblk_gfp(struct block_device *bdev, sector_t block,
				 unsigned int size, gfp_t gfp);

static inline struct buffer_head *sb_getblk(struct super_block *sb,
					    sector_t block)
{
	return __getblk_gfp(sb->s_bdev, block, sb->s_blocksize, __GFP_MOVABLE);
}

static inline struct buffer_head *sb_getblk_gfp(struct super_block *sb,
						sector_t block, gfp_t gfp)
{
	return __getblk_gfp(sb->s_bdev, block, sb->s_blocksize, gfp);
}

#endif
