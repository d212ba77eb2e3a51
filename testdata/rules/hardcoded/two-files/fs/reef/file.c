/*
 * rule:     hardcoded
 * shows:    one call binds the mask of two sinks: one origin, one finding
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int reef_fill(struct address_space *mapping, pgoff_t from, pgoff_t to, gfp_t gfp);

int reef_preload_bad(struct inode *inode)
{
	return reef_fill(inode->i_mapping, 0, 9, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int reef_preload_ok(struct inode *inode)
{
	return reef_fill(inode->i_mapping, 0, 9, mapping_gfp_mask(inode->i_mapping)); /* verdict derived origin */
}
