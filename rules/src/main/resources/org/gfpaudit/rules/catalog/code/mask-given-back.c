#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* bad */
void set_up_bad(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	inode_nohighmem(inode);
}

/* good */
void set_up_ok(struct inode *inode)
{
	inode_nohighmem(inode);
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
}
