/*
 * rule:     weaker-than-needed
 * shows:    a mapping whose mask is not known may forbid FS
 * headers:  pagemap slab
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/slab.h>

struct shell {
	struct page *page;
};

void shell_setup_inode(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping, mask_of_shells(inode));
}

struct shell *shell_new_bad(struct address_space *mapping)
{
	struct shell *shell = kmalloc(sizeof(*shell), GFP_KERNEL);

	shell->page = find_or_create_page(mapping, 0, GFP_NOFS); /* want hardcoded-nofs: "GFP_NOFS" */
	return shell;
}
