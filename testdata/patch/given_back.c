/* Bits that a later setter gives back are taken out again after it. */
#include <linux/pagemap.h>

static struct inode *create(struct super_block *sb)
{
	struct inode *inode = new_inode(sb);

	if (!inode)
		return ERR_PTR(-ENOMEM);
	mapping_set_gfp_mask(inode->i_mapping,
			     mapping_gfp_constraint(inode->i_mapping, ~__GFP_FS));
	return inode;
}

int link_to(struct super_block *sb)
{
	struct inode *inode = create(sb);

	if (IS_ERR(inode))
		return PTR_ERR(inode);
	inode_nohighmem(inode);
	return 0;
}

struct sample_node {
	struct inode vfs_inode;
};

int of_a_member(struct sample_node *node)
{
	mapping_set_gfp_mask(node->vfs_inode.i_mapping, GFP_NOIO);
	inode_nohighmem(&node->vfs_inode);
	return 0;
}

int by_a_mask(struct super_block *sb)
{
	struct inode *inode = create(sb);

	if (IS_ERR(inode))
		return PTR_ERR(inode);
	mapping_set_gfp_mask(inode->i_mapping, GFP_USER);
	return 0;
}

int without_braces(struct inode *inode, bool link)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	if (link)
		inode_nohighmem(inode);
	return 0;
}

int computes_the_inode(struct inode *(*get)(void), struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	inode_nohighmem(inode = get());
	return 0;
}

int puts_a_mask_together(struct super_block *sb)
{
	struct inode *inode = create(sb);

	if (IS_ERR(inode))
		return PTR_ERR(inode);
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_FS);
	return 0;
}
