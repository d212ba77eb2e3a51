/*
 * rule:     mask-given-back
 * shows:    a bit taken out of a mapping's mask comes back by a later setter
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static struct inode *create(struct super_block *sb)
{
	struct inode *inode = new_inode(sb);

	if (!inode)
		return ERR_PTR(-ENOMEM);
	mapping_set_gfp_mask(inode->i_mapping,
			     mapping_gfp_constraint(inode->i_mapping, ~__GFP_FS));
	inode->i_ino = 1;
	return inode;
}

static struct inode *create_small(struct super_block *sb)
{
	return create(sb);
}

static struct inode *create_perhaps(struct super_block *sb, bool strict)
{
	struct inode *inode = new_inode(sb);

	if (strict)
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	return inode;
}

struct node {
	unsigned long number;
	struct inode vfs_inode;
};

static void set_up(struct node *node)
{
	struct inode *inode = &node->vfs_inode;

	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS); /* step C */
}

int symlink_bad(struct super_block *sb)
{
	struct inode *inode;

	inode = create(sb);
	if (IS_ERR(inode))
		return PTR_ERR(inode);
	inode_nohighmem(inode); /* want mask-given-back (error): "inode_nohighmem\(\) puts __GFP_FS back into the mask of inode in symlink_bad\(\), from which create\(\) has taken it" */
	return 0;
}

int symlink_mended_ok(struct super_block *sb)
{
	struct inode *inode = create(sb);

	if (IS_ERR(inode))
		return PTR_ERR(inode);
	inode_nohighmem(inode);
	mapping_set_gfp_mask(inode->i_mapping,
			     mapping_gfp_constraint(inode->i_mapping, ~__GFP_FS)); /* ok: taken out again */
	return 0;
}

int through_two_calls_bad(struct super_block *sb)
{
	struct inode *inode = create_small(sb);

	if (IS_ERR(inode))
		return PTR_ERR(inode);
	mapping_set_gfp_mask(&inode->i_data, GFP_USER); /* want mask-given-back: "mapping_set_gfp_mask\(\) puts __GFP_FS back" */
	return 0;
}

int by_parameter_bad(struct node *node)
{
	set_up(node);
	inode_nohighmem(&node->vfs_inode); /* want mask-given-back [C]: "set_up\(\) has taken it" */
	return 0;
}

int on_one_path_bad(struct inode *inode, bool link)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOIO);
	if (link)
		inode_nohighmem(inode); /* want mask-given-back: "puts __GFP_FS and __GFP_IO back" */
	return 0;
}

int in_order_ok(struct inode *inode)
{
	inode_nohighmem(inode);
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS); /* ok: the restriction comes last */
	return 0;
}

int other_branch_ok(struct inode *inode, bool link)
{
	if (link)
		inode_nohighmem(inode);
	else
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS); /* ok: one or the other */
	return 0;
}

int two_inodes_ok(struct inode *dir, struct inode *inode)
{
	mapping_set_gfp_mask(dir->i_mapping, GFP_NOFS);
	inode_nohighmem(inode); /* ok: another inode */
	return 0;
}

int perhaps_ok(struct super_block *sb, bool strict)
{
	struct inode *inode = create_perhaps(sb, strict);

	inode_nohighmem(inode); /* ok: not certainly taken out */
	return 0;
}

int replaced_ok(struct super_block *sb)
{
	struct inode *inode = create(sb);

	inode = new_inode(sb);
	inode_nohighmem(inode); /* ok: another inode under the same name */
	return 0;
}

struct holder {
	struct inode *inode;
};

int through_a_field_bad(struct holder *holder, struct super_block *sb)
{
	holder->inode = create(sb);
	inode_nohighmem(holder->inode); /* miss mask-given-back: "inode_nohighmem" -- objects in fields are not followed */
	return 0;
}
