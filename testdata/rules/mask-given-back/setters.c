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

int given_back_in_the_else_bad(struct inode *inode, bool plain)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOIO);
	if (plain)
		inode->i_ino = 1;
	else
		inode_nohighmem(inode); /* want mask-given-back: "puts __GFP_FS and __GFP_IO back" */
	return 0;
}

int cleared_on_one_way_ok(struct inode *inode, bool strict)
{
	if (strict)
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	inode_nohighmem(inode); /* ok: not certainly taken out */
	return 0;
}

int cleared_on_the_other_way_ok(struct inode *inode, bool lax)
{
	if (lax)
		inode->i_ino = 1;
	else
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	inode_nohighmem(inode); /* ok: not certainly taken out */
	return 0;
}

int cleared_or_given_ok(struct inode *inode, bool strict)
{
	if (strict)
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	else
		mapping_set_gfp_mask(inode->i_mapping, GFP_USER);
	inode_nohighmem(inode); /* ok: on one way it was there all along */
	return 0;
}

int given_or_cleared_ok(struct inode *inode, bool lax)
{
	if (lax)
		mapping_set_gfp_mask(inode->i_mapping, GFP_USER);
	else
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	inode_nohighmem(inode); /* ok: on one way it was there all along */
	return 0;
}

int set_to_something_unknown_ok(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	mapping_set_gfp_mask(inode->i_mapping, mask_of_somebody(inode));
	inode_nohighmem(inode); /* ok: what the mask was before is not known */
	return 0;
}

int unreadable_ok(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	@ $ something;
	inode_nohighmem(inode); /* ok: the text above may have done anything */
	return 0;
}

int one_of_two_ok(struct inode *dir, struct inode *inode, bool which)
{
	struct inode *some = which ? dir : inode;

	mapping_set_gfp_mask(some->i_mapping, GFP_NOFS);
	inode_nohighmem(inode); /* ok: it may have been the other one */
	return 0;
}

static struct inode *create_or_null(struct super_block *sb)
{
	struct inode *inode = new_inode(sb);

	if (!inode)
		return NULL;
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	return inode;
}

int after_create_or_null_bad(struct super_block *sb)
{
	struct inode *inode = create_or_null(sb);

	if (!inode)
		return -ENOMEM;
	inode_nohighmem(inode); /* want mask-given-back: "create_or_null\(\) has taken it" */
	return 0;
}

static void strict_in_one_configuration(struct inode *inode)
{
#ifdef CONFIG_STRICT_INODES
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
#endif
}

static void lax_in_one_configuration(struct inode *inode)
{
#ifdef CONFIG_LAX_INODES
	inode->i_ino = 1;
#else
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
#endif
}

static void strict_or_lax_configuration(struct inode *inode)
{
#ifdef CONFIG_STRICT_INODES
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
#else
	mapping_set_gfp_mask(inode->i_mapping, GFP_USER);
#endif
}

static void strict_in_both_configurations(struct inode *inode)
{
#ifdef CONFIG_STRICT_INODES
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
#else
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOIO);
#endif
}

int after_one_configuration_ok(struct inode *dir, struct inode *inode, struct inode *third)
{
	strict_in_one_configuration(dir);
	lax_in_one_configuration(inode);
	strict_or_lax_configuration(third);
	inode_nohighmem(dir); /* ok: not taken out in every configuration */
	inode_nohighmem(inode); /* ok: not taken out in every configuration */
	inode_nohighmem(third); /* ok: not taken out in every configuration */
	return 0;
}

int after_both_configurations_bad(struct inode *inode)
{
	strict_in_both_configurations(inode);
	inode_nohighmem(inode); /* want mask-given-back: "__GFP_FS" */
	return 0;
}

int given_back_on_one_way_bad(struct inode *inode, bool both)
{
	if (both) {
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOIO);
		inode_nohighmem(inode); /* want mask-given-back: "puts __GFP_FS and __GFP_IO back" */
	} else {
		inode->i_ino = 1;
	}
	return 0;
}

int given_back_on_the_other_way_bad(struct inode *inode, bool none)
{
	if (none) {
		inode->i_ino = 1;
	} else {
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOIO);
		inode_nohighmem(inode); /* want mask-given-back: "puts __GFP_FS and __GFP_IO back" */
	}
	return 0;
}

static void lax_or_strict_configuration(struct inode *inode)
{
#ifdef CONFIG_LAX_INODES
	mapping_set_gfp_mask(inode->i_mapping, GFP_USER);
#else
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
#endif
}

int after_the_other_order_ok(struct inode *inode)
{
	lax_or_strict_configuration(inode);
	inode_nohighmem(inode); /* ok: not taken out in every configuration */
	return 0;
}
