#ifndef TIDE_H
#define TIDE_H

#include <linux/pagemap.h>

#define TIDE_GFP (GFP_NOFS | __GFP_ZERO)

static inline gfp_t tide_mask(struct inode *inode)
{
	return mapping_gfp_constraint(inode->i_mapping, ~__GFP_FS);
}

static inline struct page *tide_grab(struct inode *inode, pgoff_t index, gfp_t gfp)
{
	return find_or_create_page(inode->i_mapping, index, gfp); /* step A */ /* verdict passthrough */
}

static inline struct page *tide_quick_bad(struct inode *inode, pgoff_t index)
{
	return tide_grab(inode, index, GFP_KERNEL); /* want hardcoded [A]: "GFP_KERNEL" */
}

#endif
