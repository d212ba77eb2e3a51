#ifndef SHOAL_H
#define SHOAL_H

#include <linux/pagemap.h>

#ifdef CONFIG_SHOAL_HUGE
gfp_t shoal_huge_gfp(struct inode *inode);

/* Takes from the wish what the limit does not have. */
static inline gfp_t shoal_limit(gfp_t wish, gfp_t limit)
{
	gfp_t allow = __GFP_IO | __GFP_FS | __GFP_RECLAIM;
	gfp_t result = wish & ~allow;

	result |= (wish & limit) & allow;
	return result;
}

#else

static inline gfp_t shoal_huge_gfp(struct inode *inode)
{
	return 0;
}

static inline gfp_t shoal_limit(gfp_t wish, gfp_t limit)
{
	return wish;
}

#endif

#endif
