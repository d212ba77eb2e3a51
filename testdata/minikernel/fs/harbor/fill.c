#include <linux/sched/mm.h>
#include "harbor.h"

int harbor_fill(struct harbor_cursor *cursor, unsigned int count)
{
	struct address_space *mapping = cursor->inode->i_mapping;

	while (count--) {
		struct page *page;

		page = find_or_create_page(mapping, cursor->next++, cursor->gfp);
		if (!page)
			return -ENOMEM;
		unlock_page(page);
		put_page(page);
	}
	return 0;
}

struct page *harbor_meta_page(struct super_block *sb, pgoff_t index, gfp_t gfp)
{
	struct inode *bdev = sb->s_bdev->bd_inode;

	return pagecache_get_page(bdev->i_mapping, index,
				  FGP_LOCK | FGP_CREAT, gfp | __GFP_NOFAIL);
}

struct page *harbor_bitmap_page(struct super_block *sb, pgoff_t index)
{
	return harbor_meta_page(sb, index, HARBOR_META_GFP);
}

struct page *harbor_table_page(struct super_block *sb, pgoff_t index, bool mounting)
{
	return harbor_meta_page(sb, index, mounting ? GFP_KERNEL : GFP_NOFS);
}

/* A scope instead of a mask: right as long as it covers the call. */
struct page *harbor_journal_page(struct inode *journal, pgoff_t index)
{
	unsigned int nofs = memalloc_nofs_save();
	struct page *page;

	page = find_or_create_page(journal->i_mapping, index, GFP_KERNEL);
	memalloc_nofs_restore(nofs);
	return page;
}
