#ifndef HARBOR_H
#define HARBOR_H

#include <linux/pagemap.h>

/* A journalled file system: its locks are taken in reclaim. */
#define HARBOR_META_GFP (GFP_NOFS | __GFP_ZERO)

struct harbor_cursor {
	struct inode *inode;
	pgoff_t next;
	gfp_t gfp;
};

int harbor_fill(struct harbor_cursor *cursor, unsigned int count);
struct page *harbor_meta_page(struct super_block *sb, pgoff_t index, gfp_t gfp);

#endif
