/*
 * rule:     protection-dropped
 * shows:    a setter that stays may come to stand under a condition; other ways to write a condition are none
 * headers:  pagemap
 * config:   all
 */
#include <linux/fs.h>
#include <linux/pagemap.h>

/* A condition that was there is asked for in another way. */
void nested_ok(struct inode *inode)
{
	if (likely(inode->i_flags)) { /* before: if (!inode->i_flags) */
		/* before: return; */
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	} /* before: */
}

/* Who has no memory does not get there; that is no loss. */
int leaving_for_an_error_ok(struct inode *inode)
{
	if (inode->i_ino == 0) /* before: */
		return -1; /* before: */
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_NOWARN);
	return 0;
}

/* Fewer conditions than before. */
void less_ok(struct inode *inode)
{
	if (inode->i_flags) /* before: if (inode->i_flags && inode->i_ino) */
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_COMP);
}

/* Another condition can be held against none. */
void other_ok(struct inode *inode)
{
	if (inode->i_flags) /* before: if (inode->i_ino) */
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_ZERO);
}

void more_bad(struct inode *inode)
{
	if (inode->i_flags && inode->i_ino > 7) /* before: if (inode->i_flags) */
		/* want+1 protection-dropped (error): "^__GFP_FS can be used again with mappings of fs/sample for which 'inode->i_ino > 7' does not hold: .* stands under a new condition$" */
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_ACCOUNT);
}

void otherwise_bad(struct inode *inode)
{
	if (inode->i_flags) /* before: */
		inode->i_flags = 0; /* before: */
	else /* before: */
		/* want+1 protection-dropped (error): "^__GFP_FS can be used again with mappings of fs/sample for which '!inode->i_flags' does not hold: .* stands under a new condition$" */
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_NORETRY);
}

void some_kinds_bad(struct inode *inode)
{
	if (S_ISREG(inode->i_mode)) /* before: */
		/* want+1 protection-dropped (error): "^__GFP_FS can be used again with mappings of fs/sample for which 'S_ISREG\(inode->i_mode\)' does not hold: .* stands under a new condition$" */
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_THISNODE);
}

/* The same kinds, asked for in another way. */
void same_kinds_ok(struct inode *inode)
{
	if (!S_ISDIR(inode->i_mode)) /* before: if (S_ISDIR(inode->i_mode)) */
		/* before: return; */
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_MOVABLE);
}
