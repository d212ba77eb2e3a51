/*
 * rule:     protection-dropped
 * shows:    a function goes to another table of operations, whose mappings the setter is not for
 * headers:  pagemap
 * config:   all
 */
#include <linux/fs.h>
#include <linux/pagemap.h>

void set_up_link(struct inode *inode)
{
	if (S_ISLNK(inode->i_mode))
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
}

/* What was for the targets of links is for directories now, and nobody restricts these. */
static struct page *moved_bad(struct inode *inode)
{
	/* want+2 protection-dropped (error): "^__GFP_FS can be used again in moved_bad\(\), which calls find_or_create_page\(\): mapping_set_gfp_mask\(inode->i_mapping, GFP_NOFS\) in set_up_link\(\) .* kept it out, and is not for its mapping any more$" */
	/* verdict+1 derived */
	return find_or_create_page(inode->i_mapping, 0, mapping_gfp_mask(inode->i_mapping));
}

static const struct inode_operations moved_operations = {
	.rmdir = (void *)moved_bad, /* before: .get_link = (void *)moved_bad, */
};
