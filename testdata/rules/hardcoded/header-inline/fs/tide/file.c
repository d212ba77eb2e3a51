/*
 * rule:     hardcoded
 * shows:    masks, relatives and findings in a header beside the file
 * headers:  pagemap
 * config:   all
 */
#include "tide.h"

struct page *tide_meta_bad(struct inode *inode, pgoff_t index)
{
	return tide_grab(inode, index, TIDE_GFP); /* want hardcoded-nofs [fs/tide/tide.h:A]: "TIDE_GFP|GFP_NOFS" */
}

struct page *tide_data_ok(struct inode *inode, pgoff_t index)
{
	return tide_grab(inode, index, tide_mask(inode)); /* verdict derived origin */
}

struct page *tide_user_bad(struct inode *inode, pgoff_t index)
{
	return tide_grab(inode, index, GFP_USER); /* want hardcoded [fs/tide/tide.h:A]: "GFP_USER" */
}
