/*
 * rule:     mapping-loosened
 * shows:    two devices on one file: the first that is detached takes the protection of the other away
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct raft {
	gfp_t saved;
};

void raft_bind_ok(struct raft *dev, struct file *file)
{
	dev->saved = mapping_gfp_mask(file->f_mapping);
	mapping_set_gfp_mask(file->f_mapping, dev->saved & ~(__GFP_IO | __GFP_FS));
}

void raft_release_bad(struct raft *dev, struct file *file)
{
	mapping_set_gfp_mask(file->f_mapping, dev->saved); /* want mapping-loosened: "restores the mask of file->f_mapping from struct raft.saved" */
}
